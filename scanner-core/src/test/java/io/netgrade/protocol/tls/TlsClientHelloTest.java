// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.wire.ByteView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TlsClientHelloTest {
    private static final TlsClientHello EXAMPLE = Hellos.ja4Example();

    @Test
    void readsWhatItWrites() {
        TlsClientHello read = TlsClientHello.read(body(EXAMPLE.encode())).orElseThrow();

        assertThat(read.encode()).isEqualTo(EXAMPLE.encode());
        assertThat(read.serverName()).contains("lab.example");
        assertThat(read.versions()).containsExactly(0x0304, 0x0303);
        assertThat(read.groups()).containsExactly(29, 23);
        assertThat(read.pointFormats()).containsExactly(0);
        assertThat(read.signatureSchemes()).hasSize(8);
        assertThat(read.applicationProtocols()).containsExactly(new byte[] {'h', '2'});
    }

    @Test
    void refusesEveryTruncationBeforeTheExtensions() {
        byte[] whole = EXAMPLE.encode();
        int extensionsAt = 4 + 2 + 32 + 33 + 2 + 2 * EXAMPLE.suites().size() + 2;
        for (int length = 4; length < extensionsAt; length++) {
            assertThat(TlsClientHello.read(body(Arrays.copyOf(whole, length))))
                    .as("%s bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void keepsTheExtensionsThatCanBeRead() {
        byte[] whole = EXAMPLE.encode();
        for (int length = whole.length - 30; length < whole.length; length++) {
            TlsClientHello read =
                    TlsClientHello.read(body(Arrays.copyOf(whole, length))).orElseThrow();
            assertThat(read.extensions().size()).isLessThan(EXAMPLE.extensions().size());
            assertThat(read.serverName()).contains("lab.example");
        }
    }

    @Test
    void hasNoNameWhereTheExtensionIsEmptyOrBroken() {
        for (byte[] broken : List.of(new byte[0], new byte[] {0}, new byte[] {0, 5, 0, 0, 9, 'a'})) {
            TlsClientHello hello = new TlsClientHello(
                    0x0303,
                    new byte[32],
                    new byte[0],
                    List.of(1),
                    List.of(0),
                    List.of(new TlsExtension(TlsExtension.SERVER_NAME, broken)));
            assertThat(hello.serverName()).isEqualTo(Optional.empty());
        }
    }

    @Test
    void knowsTheFingerprintOfTheExampleInItsText() {
        assertThat(TlsFingerprints.ja4(EXAMPLE, TlsCarrier.TLS)).isEqualTo("t13d1516h2_8daaf6152771_e5627efa2ab1");
    }

    @Test
    void leavesGreaseOutOfTheOlderFingerprint() {
        TlsClientHello without = new TlsClientHello(
                EXAMPLE.version(),
                EXAMPLE.random(),
                EXAMPLE.session(),
                EXAMPLE.suites().subList(1, EXAMPLE.suites().size()),
                EXAMPLE.compressions(),
                EXAMPLE.extensions().subList(1, EXAMPLE.extensions().size()));
        assertThat(TlsFingerprints.ja3(EXAMPLE)).hasSize(32).isEqualTo(TlsFingerprints.ja3(without));
    }

    private static ByteView body(byte[] message) {
        return ByteView.of(Arrays.copyOfRange(message, 4, message.length));
    }
}
