// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.tls.TlsMessage;
import io.netgrade.wire.ByteView;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CapwapAssociationTest {
    private static final int DTLS_1_2 = 0xFEFD;
    private static final String HEADER = "01000000";

    private final CapwapAssociation association = new CapwapAssociation();

    @Test
    void writesWhatDtlsWritesBehindTheHeader() {
        DtlsAssociation bare = new DtlsAssociation();
        TlsMessage hello = TlsMessage.handshake(1, new byte[] {5, 6, 7});

        assertThat(hexadecimal(association.handshake(DTLS_1_2, hello)))
                .isEqualTo(HEADER + hexadecimal(bare.handshake(DTLS_1_2, hello)));
        assertThat(hexadecimal(association.alert(DTLS_1_2, new byte[] {1, 0})))
                .isEqualTo(HEADER + hexadecimal(bare.alert(DTLS_1_2, new byte[] {1, 0})));
    }

    @Test
    void readsDtlsBehindTheHeaderAlone() {
        byte[] records = new DtlsAssociation().handshake(DTLS_1_2, TlsMessage.handshake(2, new byte[] {5, 6, 7}));
        String bare = hexadecimal(records);

        for (String other : new String[] {"", "01", HEADER, bare, "00100200" + bare, "01000001" + bare}) {
            assertThat(association.read(ByteView.of(HexFormat.of().parseHex(other))))
                    .as(other)
                    .isEmpty();
            assertThat(association.understood()).as(other).isFalse();
        }
        assertThat(association.read(ByteView.of(HexFormat.of().parseHex(HEADER + bare))))
                .singleElement()
                .satisfies(message -> assertThat(message.body()).containsExactly(5, 6, 7));
        assertThat(association.understood()).isTrue();
    }

    private static String hexadecimal(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
