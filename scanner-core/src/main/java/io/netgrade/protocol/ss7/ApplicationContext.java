// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.wire.ByteView;

/** The application context name of a dialogue (ITU-T Q.773 3.2), as far as it tells which user speaks. */
final class ApplicationContext {
    private static final int DIALOGUE = 0x6B;
    private static final int EXTERNAL = 0x28;
    private static final int SINGLE_TYPE = 0xA0;
    private static final int REQUEST = 0x60;
    private static final int RESPONSE = 0x61;
    private static final int NAME = 0xA1;
    private static final int OBJECT = 0x06;

    /** 0.4.0.0.1: ETSI's mobile domain, network of GSM. */
    private static final byte[] MOBILE = {4, 0, 0, 1};
    /** 0.4.0.1.1: ETSI's intelligent network. */
    private static final byte[] INTELLIGENT = {4, 0, 1, 1};

    private static final int CONTEXTS = 0;
    private static final int FIRST_CAP = 50;
    private static final int LAST_CAP = 53;
    private static final int FIRST_LATER_CAP = 20;
    private static final int LAST_LATER_CAP = 25;

    private ApplicationContext() {}

    /** {@code map}, {@code cap} or {@code inap}; empty where no context is named, or one of none of them. */
    static String user(ByteView bytes, int from, int end) {
        int dialogue = TcapElement.find(bytes, from, end, DIALOGUE);
        int external = TcapElement.inside(bytes, dialogue, end, EXTERNAL);
        int single = TcapElement.inside(bytes, external, end, SINGLE_TYPE);
        int apdu = TcapElement.inside(bytes, single, end, REQUEST);
        apdu = apdu == TcapElement.NONE ? TcapElement.inside(bytes, single, end, RESPONSE) : apdu;
        int name = TcapElement.inside(bytes, TcapElement.inside(bytes, apdu, end, NAME), end, OBJECT);
        if (name == TcapElement.NONE) {
            return "";
        }
        int at = TcapElement.content(bytes, name, end);
        int length = TcapElement.contentEnd(bytes, name, end) - at;
        if (length >= INTELLIGENT.length && bytes.holds(at, INTELLIGENT)) {
            return "inap";
        }
        return length > MOBILE.length + 1 && bytes.holds(at, MOBILE)
                ? mobile(bytes.u8(at + MOBILE.length), bytes.u8(at + MOBILE.length + 1))
                : "";
    }

    private static String mobile(int branch, int context) {
        if (branch == CONTEXTS) {
            return context >= FIRST_CAP && context <= LAST_CAP ? "cap" : "map";
        }
        return branch >= FIRST_LATER_CAP && branch <= LAST_LATER_CAP ? "cap" : "";
    }
}
