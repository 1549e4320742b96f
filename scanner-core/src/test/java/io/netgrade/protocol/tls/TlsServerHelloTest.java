// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.wire.ByteView;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TlsServerHelloTest {
    @Test
    void readsVersionGroupAndSuite() {
        byte[] message = Hellos.serverHello(0x1301, TlsExtension.SUPPORTED_VERSIONS, TlsExtension.KEY_SHARE);
        TlsServerHello hello = TlsServerHello.read(body(message)).orElseThrow();

        assertThat(hello.version()).isEqualTo(TlsVersion.TLS_1_3);
        assertThat(hello.group()).contains(29);
        assertThat(hello.suite()).isEqualTo(0x1301);
        assertThat(hello.isRetry()).isFalse();
        assertThat(hello.share()).isEmpty();
    }

    @Test
    void refusesEveryTruncationButTheOneWithoutExtensions() {
        byte[] whole = Hellos.serverHello(0xC02F, TlsExtension.SUPPORTED_VERSIONS);
        int withoutExtensions = 4 + 2 + 32 + 1 + 2 + 1;
        for (int length = 4; length < whole.length; length++) {
            assertThat(TlsServerHello.read(body(Arrays.copyOf(whole, length))).isPresent())
                    .as("%s bytes", length)
                    .isEqualTo(length == withoutExtensions);
        }
    }

    private static ByteView body(byte[] message) {
        return ByteView.of(Arrays.copyOfRange(message, 4, message.length));
    }
}
