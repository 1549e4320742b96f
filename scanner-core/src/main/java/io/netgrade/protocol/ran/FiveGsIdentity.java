// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import io.netgrade.wire.ByteView;

/** The mobile identity of 5GS (TS 24.501 9.11.3.4): its type, and of a SUCI how it is protected. Digits are counted only. */
final class FiveGsIdentity {
    private static final String[] TYPES = {"none", "suci", "5g-guti", "imei", "5g-s-tmsi", "imeisv", "mac", "eui-64"};
    private static final int SUCI = 1;
    private static final int EQUIPMENT = 3;
    private static final int EQUIPMENT_AND_SOFTWARE = 5;
    private static final int ODD = 0x08;

    private static final int FORMAT_OF_IMSI = 0;
    private static final int SCHEME_AT = 6;
    private static final int OUTPUT_AT = 8;
    private static final int FIRST_OPERATOR_SCHEME = 12;
    private static final String[] SCHEMES = {"null-scheme", "profile-a", "profile-b"};

    private final NasReader nas;

    FiveGsIdentity(NasReader nas) {
        this.nas = nas;
    }

    /** @param value the identity as a span; nothing is stated where it is {@link Aper#NONE} */
    void read(ByteView bytes, long value, String from) {
        if (value == Aper.NONE || Aper.length(value) < 1) {
            return;
        }
        int at = Aper.from(value);
        int type = bytes.u8(at) & 7;
        if (type != SUCI) {
            nas.concealment(TYPES[type], null);
            if (type == EQUIPMENT || type == EQUIPMENT_AND_SOFTWARE) {
                boolean odd = (bytes.u8(at) & ODD) != 0;
                nas.identity(TYPES[type], 2 * Aper.length(value) - (odd ? 1 : 2), from);
            }
            return;
        }
        boolean imsi = (bytes.u8(at) >> 4 & 7) == FORMAT_OF_IMSI;
        if (imsi && Aper.length(value) > OUTPUT_AT) {
            int scheme = bytes.u8(at + SCHEME_AT) & 0x0F;
            nas.concealment(TYPES[SUCI], scheme(scheme));
            if (scheme == 0) {
                nas.identity("imsi", digits(bytes, at, Aper.to(value)), from);
            }
        } else {
            nas.concealment(TYPES[SUCI], null);
        }
    }

    private static String scheme(int number) {
        if (number < SCHEMES.length) {
            return SCHEMES[number];
        }
        return number < FIRST_OPERATOR_SCHEME ? "reserved" : "operator-specific";
    }

    /** Digits of country, network and subscriber; a network of two digits has a filler (TS 24.501 figure 9.11.3.4.3). */
    private static int digits(ByteView bytes, int at, int end) {
        int network = bytes.u8(at + 2) >> 4 == 0xF ? 5 : 6;
        int filler = bytes.u8(end - 1) >> 4 == 0xF ? 1 : 0;
        return network + 2 * (end - at - OUTPUT_AT) - filler;
    }
}
