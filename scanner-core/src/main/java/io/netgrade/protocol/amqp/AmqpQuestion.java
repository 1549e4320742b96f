// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.amqp;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;

/** What a broker is asked: the header of 0-9-1 (2.2.4), to which it says the mechanisms of a log-in, and on a connection of
 * its own the header of SASL in 1.0 (5.3.2), to which it says the same. Before a log-in neither has a goodbye.
 */
final class AmqpQuestion {
    private static final byte[] CLASSIC = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};
    private static final byte[] SASL = {'A', 'M', 'Q', 'P', 3, 1, 0, 0};
    private static final int LONGEST = 65_536;

    private AmqpQuestion() {}

    static Conversation classic(Endpoint endpoint) {
        return Script.of(endpoint, AmqpQuestion::reader)
                .says(CLASSIC, AmqpQuestion::answer)
                .build();
    }

    static Conversation modern(Endpoint endpoint) {
        return Script.of(endpoint, AmqpQuestion::reader)
                .says(SASL, AmqpQuestion::answer)
                .build();
    }

    static Dissector reader(Opening opening) {
        return new MessageDissector(opening.transport(), new AmqpReader());
    }

    /** A frame; the header of what the broker speaks instead; or the header of SASL, and a frame behind it. */
    private static long answer(ByteView unread) {
        long length = AmqpFrame.length(unread);
        boolean sasl = length == AmqpFrame.HEADER && unread.u8(0) == 'A' && unread.u8(4) == 3 && unread.u8(5) == 1;
        if (!sasl) {
            return length <= LONGEST ? length : MessageGrammar.BROKEN;
        }
        if (unread.length() < 2 * AmqpFrame.HEADER) {
            return MessageGrammar.UNKNOWN;
        }
        long frame = unread.u32(AmqpFrame.HEADER);
        return frame >= AmqpFrame.HEADER && frame <= LONGEST ? AmqpFrame.HEADER + frame : MessageGrammar.BROKEN;
    }
}
