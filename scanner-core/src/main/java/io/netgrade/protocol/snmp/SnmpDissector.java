// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.Arrays;

/**
 * Reads one flow between a manager and an agent, message by message, and states each thing once. What the agent answers
 * is what counts: an answer bears the version, the community and the security level of its question (RFC 1157 §4.1.3,
 * RFC 3412 §7.1). An encrypted answer is known by the msgID of a question seen before.
 */
final class SnmpDissector implements Dissector {
    private static final int QUESTIONS_KEPT = 64;

    private final Transport transport;
    private final SnmpMessage message = new SnmpMessage();
    private final AnsweredFacts facts = new AnsweredFacts(false);
    private final boolean notifies;
    private final long[] questions = new long[QUESTIONS_KEPT];
    private int asked;

    /** @param notifies whether the server is a receiver of traps and informs, and no agent */
    SnmpDissector(Transport transport, boolean notifies) {
        this.transport = transport;
        this.notifies = notifies;
        Arrays.fill(questions, -1);
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        while (bytes.unread().length() > 0) {
            ByteView unread = bytes.unread();
            int length = SnmpFrame.length(transport, unread);
            if (length == 0) {
                return Progress.CONTINUE;
            }
            boolean sound = length > 0 && message.wrap(unread, 0, length);
            if (!sound) {
                return Progress.MALFORMED;
            }
            read(direction, sink);
            bytes.consume(length);
        }
        return Progress.CONTINUE;
    }

    /** A lost datagram takes nothing else with it; in a stream the next message's beginning is lost. */
    @Override
    public boolean missed(Direction direction, long bytes) {
        return transport == Transport.UDP;
    }

    private void read(Direction direction, ObservationSink sink) {
        if (notifies) {
            if (direction == Direction.FROM_CLIENT) {
                facts.notified(message, sink);
            }
        } else if (direction == Direction.FROM_CLIENT) {
            remember();
        } else if (answers()) {
            facts.state(message, sink);
        }
    }

    private void remember() {
        if (message.version() == SnmpMessage.V3 && message.reportable()) {
            questions[asked++ % QUESTIONS_KEPT] = message.identifier();
            asked %= QUESTIONS_KEPT;
        }
    }

    private boolean answers() {
        return switch (message.pdu()) {
            case SnmpMessage.RESPONSE, SnmpMessage.REPORT -> true;
            case SnmpMessage.ENCRYPTED -> !message.reportable() && wasAsked(message.identifier());
            default -> false;
        };
    }

    private boolean wasAsked(long identifier) {
        boolean found = false;
        for (long question : questions) {
            found |= question == identifier;
        }
        return found;
    }
}
