// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import io.netgrade.fact.FactType;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/**
 * Reads the Security Mode Command of NR's RRC (TS 38.331 6.2.2), which a central unit sends through F1AP: unciphered, behind
 * the two octets of PDCP and before the four that authenticate it (TS 38.323 6.2.2.1). It fits three octets whenever it
 * has no extension, and only then it is read.
 */
final class RadioSecurity {
    private static final int CONTAINER = 50;
    private static final int BEARER = 64;
    private static final int FIRST_BEARER = 0x20;

    private static final int OCTETS = 9;
    private static final int PDCP = 2;
    private static final int RESERVED = 0xF0;
    private static final int COMMAND = 0x20;
    private static final int ALL_BUT_TRANSACTION = 0xF9;
    private static final int PLAIN_WITH_INTEGRITY = 0x08;

    private final FactType type;
    private final Said said;

    RadioSecurity(FactType type, Said said) {
        this.type = type;
        this.said = said;
    }

    void read(ByteView bytes, RanMessage message) {
        long bearer = message.find(bytes, BEARER);
        long element = message.find(bytes, CONTAINER);
        long container = element == Aper.NONE ? Aper.NONE : Aper.open(bytes, Aper.from(element), Aper.to(element));
        boolean possible = bearer != Aper.NONE
                && Aper.length(bearer) > 0
                && bytes.u8(Aper.from(bearer)) == FIRST_BEARER
                && container != Aper.NONE
                && Aper.length(container) == OCTETS;
        if (possible) {
            command(bytes, Aper.from(container));
        }
    }

    private void command(ByteView bytes, int at) {
        int first = bytes.u8(at + PDCP + 1);
        int second = bytes.u8(at + PDCP + 2);
        boolean command = (bytes.u8(at) & RESERVED) == 0
                && (bytes.u8(at + PDCP) & ALL_BUT_TRANSACTION) == COMMAND
                && (first & 0xFC) == PLAIN_WITH_INTEGRITY
                && (second & 0x47) == 0;
        int ciphering = (first & 3) << 1 | second >> 7;
        int integrity = second >> 3 & 7;
        if (command && said.isNew(1L << 59 | ciphering << 4 | integrity)) {
            said.state(type.partial("nia" + integrity, "nea" + ciphering));
        }
    }
}
