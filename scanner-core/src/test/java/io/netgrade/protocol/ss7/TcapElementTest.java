// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.wire.ByteView;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TcapElementTest {
    private static ByteView bytes(String hex) {
        return ByteView.of(HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    @Test
    void stepsOverAnElementOfIndefiniteLengthWithOthersInIt() {
        ByteView bytes = bytes("6C 80 A1 80 02 01 01 00 00 00 00 02 01 05");

        int next = TcapElement.next(bytes, 0, bytes.length());

        assertThat(next).isEqualTo(11);
        assertThat(TcapElement.number(bytes, next, bytes.length())).isEqualTo(5);
    }

    @Test
    void readsTheBeginningOfWhatIsCutOff() {
        ByteView bytes = bytes("6C 50 A1 40 02 01 01 02 01 2D 30 35");

        int component = TcapElement.inside(bytes, 0, bytes.length(), 0xA1);
        int code = TcapElement.next(bytes, TcapElement.content(bytes, component, bytes.length()), bytes.length());

        assertThat(TcapElement.number(bytes, code, bytes.length())).isEqualTo(45);
    }

    @Test
    void endsWhereNothingEverCloses() {
        byte[] nested = new byte[60_000];
        for (int i = 0; i < nested.length; i += 2) {
            nested[i] = 0x6C;
            nested[i + 1] = (byte) 0x80;
        }

        assertThat(TcapElement.next(ByteView.of(nested), 0, nested.length)).isEqualTo(nested.length);
    }

    @Test
    void findsNothingBehindALengthThatIsNone() {
        ByteView bytes = bytes("6C FF 02 01 05");

        assertThat(TcapElement.find(bytes, 0, bytes.length(), 0x02)).isEqualTo(TcapElement.NONE);
        assertThat(TcapElement.inside(bytes, 0, bytes.length(), 0x02)).isEqualTo(TcapElement.NONE);
    }
}
