// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import java.util.List;

/** Asks the protocols, in the order of their list, whether an opening is theirs. */
final class Recognizer {
    private final Protocol[] protocols;
    private final FlowCounts counts;
    private final Statements statements;
    private Recognition recognition = Recognition.NO;

    Recognizer(List<Protocol> protocols, FlowCounts counts, Statements statements) {
        this.protocols = protocols.toArray(new Protocol[0]);
        this.counts = counts;
        this.statements = statements;
    }

    /** The index of the first protocol that says yes, or -1; {@link #recognition} tells the rest. */
    int ask(FlowOpening opening, boolean[] refused) {
        recognition = Recognition.NO;
        for (int i = 0; i < protocols.length; i++) {
            Recognition answer = refused[i] ? Recognition.NO : answer(protocols[i], opening);
            if (answer == Recognition.NEED_MORE) {
                recognition = answer;
            } else if (answer == Recognition.NO) {
                refused[i] = true;
            } else {
                recognition = answer;
                return i;
            }
        }
        return -1;
    }

    private Recognition answer(Protocol protocol, FlowOpening opening) {
        try {
            return protocol.recognize(opening);
        } catch (RuntimeException | StackOverflowError e) {
            counts.fault(statements.capture(), protocol.id(), e, statements.frame());
            return Recognition.NO;
        }
    }

    /** The answer that {@link #ask} ended with: who serves, {@code NEED_MORE} if anyone did, or {@code NO}. */
    Recognition recognition() {
        return recognition;
    }

    Protocol protocol(int index) {
        return protocols[index];
    }

    /** Which side serves: the protocol's own word, or else who was connected to, or else the lower port. */
    static int server(Recognition said, FlowTable table, int entry) {
        int initiator = FlowState.initiator(table.state(entry));
        return switch (said) {
            case INITIATOR_SERVES -> initiator;
            case RESPONDER_SERVES, PEERS -> 1 - initiator;
            default -> {
                boolean known = FlowState.synKnown(table.state(entry));
                boolean lower = table.port(entry, initiator) < table.port(entry, 1 - initiator);
                yield !known && lower ? initiator : 1 - initiator;
            }
        };
    }
}
