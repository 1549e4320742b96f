// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.fact.FactType;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** States which kinds of subscriber identity went in clear and how long they were, each once. Their digits are not read. */
final class SubscriberIdentities {
    private static final int FILLER = 0xF;
    private static final int LONGEST = 64;

    private final FactType type;
    private final Said said;

    /** @param type with a class and a length */
    SubscriberIdentities(FactType type, Said said) {
        this.type = type;
        this.said = said;
    }

    /** An identity of packed decimal digits (TBCD), with 1111 as filler. */
    void digits(ByteView bytes, int from, int to, String kind) {
        if (to > from && to - from <= LONGEST) {
            int digits = 2 * (to - from);
            for (int at = to - 1; at >= from && bytes.u8(at) == 0xFF; at--) {
                digits -= 2;
            }
            boolean odd = bytes.u8(to - 1) >> 4 == FILLER && bytes.u8(to - 1) != 0xFF;
            state(kind, odd ? digits - 1 : digits);
        }
    }

    /** An identity of another kind, with its length in octets. */
    void state(String kind, int length) {
        if (length > 0 && said.isNew((long) kind.hashCode() << 20 | length)) {
            said.state(type.partial(kind, length));
        }
    }
}
