// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.fact.FactType;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;

/**
 * What an MSC and a BSC agree on for the radio (TS 48.008 3.2.1.30, 3.2.1.31): the algorithms that a Cipher Mode Command
 * permits and the one that its completion names, in BSSMAP over connections of SCCP.
 */
final class RadioCiphering {
    private static final int DATA_FORM_1 = 6;
    private static final int DATA_FORM_1_HEADER = 6;
    private static final int CONTROL = 0;
    private static final int COMMAND = 0x53;
    private static final int COMPLETE = 0x55;
    private static final int ENCRYPTION = 0x0A;
    private static final int CHOSEN = 0x2C;
    private static final int ALGORITHMS = 8;

    private final FactType type;
    private final Said said;

    RadioCiphering(FactType type, Said said) {
        this.type = type;
        this.said = said;
    }

    /** Reads a message of SCCP from {@code from} to {@code end}; what is no whole one of these is passed over. */
    void read(ByteView bytes, int from, int end) {
        if (end - from <= DATA_FORM_1_HEADER || bytes.u8(from) != DATA_FORM_1 || bytes.u8(from + 5) != 1) {
            return;
        }
        int data = from + DATA_FORM_1_HEADER + 1;
        boolean whole = bytes.u8(data - 1) == end - data && end - data > 3;
        if (!whole || bytes.u8(data) != CONTROL || bytes.u8(data + 1) != end - data - 2) {
            return;
        }
        int element = data + 3;
        switch (bytes.u8(data + 2)) {
            case COMMAND -> {
                if (end - element > 2 && bytes.u8(element) == ENCRYPTION) {
                    permitted(bytes.u8(element + 2));
                }
            }
            case COMPLETE -> {
                int chosen = find(bytes, element, end);
                if (chosen > 0 && said.isNew(CHOSEN << 8 | chosen)) {
                    said.state(type.partial(null, "a5-" + (chosen - 1)));
                }
            }
            default -> {
                // Nothing else tells of ciphering.
            }
        }
    }

    private void permitted(int bits) {
        if (bits != 0 && said.isNew(ENCRYPTION << 8 | bits)) {
            List<String> names = new ArrayList<>();
            for (int number = 0; number < ALGORITHMS; number++) {
                if ((bits & 1 << number) != 0) {
                    names.add("a5-" + number);
                }
            }
            said.state(type.partial(names, null));
        }
    }

    /** The value of the chosen algorithm, 1 for none; 0 where it is not named. A message of layer 3 may stand before it. */
    private static int find(ByteView bytes, int from, int end) {
        int at = from;
        while (end - at >= 2) {
            if (bytes.u8(at) == CHOSEN) {
                int value = bytes.u8(at + 1);
                return value <= ALGORITHMS ? value : 0;
            }
            at += 2 + bytes.u8(at + 1);
        }
        return 0;
    }
}
