// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import java.util.Optional;

/**
 * Streams that no protocol knows, of which only the beginning of a handshake of TLS is looked for: many protocols of their
 * own say a few words in clear first. A hello must stand at the beginning of a segment, as its side has waited for the
 * other's words before it.
 */
final class LateTls {
    /** Octets in clear, of both sides together, after which a stream is let go. */
    private static final int MOST_WORDS = 4096;

    /** Octets that tell whether a hello begins, however short its first record is. */
    static final int HELLO = 32;

    private static final int HANDSHAKE = 22;
    private static final int VERSION_3 = 3;
    private static final int NOBODY = -1;

    private final Flows flows;
    private final Recognizer recognizer;
    private final int tls;

    LateTls(Flows flows, Recognizer recognizer, Optional<Protocol> tls) {
        this.flows = flows;
        this.recognizer = recognizer;
        int index = tls.isEmpty() ? NOBODY : flows.protocols() - 1;
        while (index >= 0 && recognizer.protocol(index) != tls.get()) {
            index--;
        }
        this.tls = index;
    }

    /**
     * Begins to watch a stream whose opening nobody knows.
     *
     * @param words octets that were said just now, and are not kept with the opening
     * @return false where it is to be let go
     */
    boolean watch(Flow flow, int words) {
        int said = flow.unread[0].length() + flow.unread[1].length() + words;
        if (tls == NOBODY || said > MOST_WORDS || !flows.watch(flow)) {
            return false;
        }
        flow.words = said;
        flow.forgetOpening();
        return true;
    }

    /** Whether what a side says now may begin a handshake, or goes on with what may. */
    static boolean couldBegin(Flow flow, int side, ByteView said) {
        boolean begun = !flow.unread[side].isEmpty();
        return begun || (said.u8(0) == HANDSHAKE && (said.length() < 2 || said.u8(1) == VERSION_3));
    }

    /** Passes over words in clear; false once they are too many. */
    boolean pass(Flow flow, int octets) {
        flow.words += octets;
        flow.forgetOpening();
        return flow.words <= MOST_WORDS;
    }

    /** The index of TLS where the opening is a hello, or -1; the recogniser's answer tells whether more is needed. */
    int ask(FlowOpening opening, Flow flow) {
        flow.refused.allBut(tls);
        int index = recognizer.ask(opening, flow.refused);
        Recognition answer = recognizer.recognition();
        boolean hello = answer == Recognition.RESPONDER_SERVES || answer == Recognition.INITIATOR_SERVES;
        return hello ? index : NOBODY;
    }
}
