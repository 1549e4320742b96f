// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Confidence;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.ByteView;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks the protocols whether an opening is theirs. Of several that say yes the strongest has it; among equals the one on
 * whose usual port it is, or else the one listed first.
 */
final class Recognizer {
    /** Bytes of one side after which a weaker protocol no longer waits for a stronger one that wants more. */
    private static final int PATIENCE = 64;

    private static final int WEAKEST = 2;
    private static final int NOBODY = Integer.MAX_VALUE;
    private static final int OCTETS = 256;

    private final Protocol[] protocols;
    private final int[] ranks;
    /** By transport and first octet, who is asked: the protocols that run over it and may begin with it. */
    private final Map<Transport, int[][]> asked = new EnumMap<>(Transport.class);

    /** By transport, who is asked about an opening of which nothing was captured. */
    private final Map<Transport, int[]> all = new EnumMap<>(Transport.class);

    private final FlowCounts counts;
    private final Statements statements;
    private Recognition recognition = Recognition.NO;
    private Recognition claim = Recognition.NO;
    private int best;
    private int bestRank;
    private int waiting;

    Recognizer(List<Protocol> listed, FlowCounts counts, Statements statements) {
        this.protocols =
                listed.stream().sorted(Comparator.comparing(Protocol::strength)).toArray(Protocol[]::new);
        this.ranks = Arrays.stream(protocols)
                .mapToInt(protocol -> rank(protocol.strength()))
                .toArray();
        for (Transport transport : Transport.values()) {
            int[] over = over(transport);
            all.put(transport, over);
            asked.put(
                    transport,
                    IntStream.range(0, OCTETS)
                            .mapToObj(octet -> beginningWith(octet, over, transport))
                            .toArray(int[][]::new));
        }
        this.counts = counts;
        this.statements = statements;
    }

    private int[] over(Transport transport) {
        return IntStream.range(0, protocols.length)
                .filter(i -> protocols[i].runsOver(transport))
                .toArray();
    }

    private int[] beginningWith(int octet, int[] over, Transport transport) {
        return Arrays.stream(over)
                .filter(i -> protocols[i].begins(transport).has(octet))
                .toArray();
    }

    /** Whoever may begin as each side does; where both have spoken, the fewer. */
    private int[] asked(FlowOpening opening) {
        int[][] byOctet = Objects.requireNonNull(asked.get(opening.transport()));
        ByteView initiator = opening.fromInitiator();
        ByteView responder = opening.fromResponder();
        if (initiator.length() == 0 && responder.length() == 0) {
            return Objects.requireNonNull(all.get(opening.transport()));
        }
        if (initiator.length() == 0 || responder.length() == 0) {
            return byOctet[(initiator.length() == 0 ? responder : initiator).u8(0)];
        }
        int[] first = byOctet[initiator.u8(0)];
        int[] second = byOctet[responder.u8(0)];
        return first.length <= second.length ? first : second;
    }

    private static int rank(Strength strength) {
        return switch (strength) {
            case MAGIC -> 0;
            case GRAMMAR -> 1;
            case SHAPE -> WEAKEST;
        };
    }

    /**
     * The index of the protocol whose opening it is, or -1; {@link #recognition} tells the rest.
     *
     * @param refused by index, who has said no to this opening's beginning and is not asked again
     */
    int ask(FlowOpening opening, Refusals refused) {
        claim = Recognition.NO;
        best = -1;
        bestRank = NOBODY;
        waiting = NOBODY;
        for (int i : asked(opening)) {
            if (bestRank < ranks[i]) {
                break;
            }
            if (!refused.has(i)) {
                weigh(i, answer(protocols[i], opening), opening, refused);
            }
        }
        boolean early = opening.fromInitiator().length() < PATIENCE
                && opening.fromResponder().length() < PATIENCE;
        if (waiting < bestRank && (best < 0 || early)) {
            recognition = Recognition.NEED_MORE;
            return -1;
        }
        recognition = claim;
        return best;
    }

    /** The same of an opening that is all there will ever be. */
    int askLast(FlowOpening opening, Refusals refused) {
        ask(opening, refused);
        recognition = claim;
        return best;
    }

    private void weigh(int index, Recognition answer, FlowOpening opening, Refusals refused) {
        switch (answer) {
            case NO -> refused.add(index);
            case NEED_MORE -> waiting = Math.min(waiting, ranks[index]);
            default -> {
                boolean weak = answer == Recognition.BY_PORT || answer == Recognition.BY_SHAPE;
                int rank = weak ? WEAKEST : ranks[index];
                boolean tie = rank == bestRank && usual(index, opening) && !usual(best, opening);
                if (rank < bestRank || tie) {
                    best = index;
                    bestRank = rank;
                    claim = answer;
                }
            }
        }
    }

    private boolean usual(int index, FlowOpening opening) {
        Set<Integer> ports = protocols[index].usualPorts(opening.transport());
        return ports.contains(opening.responderPort()) || ports.contains(opening.initiatorPort());
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

    /** Marks a protocol as one that is not asked. */
    void refuse(@Nullable Protocol protocol, Refusals refused) {
        for (int i = 0; i < protocols.length; i++) {
            if (protocols[i] == protocol) {
                refused.add(i);
            }
        }
    }

    /** Gives a flow to a protocol that has claimed it. */
    void give(int index, FlowTable table, Flow flow) {
        Protocol protocol = protocols[index];
        flow.protocol = protocol;
        flow.refused.forget();
        flow.serverSide = server(protocol, table, flow.entry);
        flow.peers = recognition == Recognition.PEERS;
        if (recognition == Recognition.BY_PORT) {
            flow.ceiling = Confidence.PORT;
        } else {
            boolean shape = recognition == Recognition.BY_SHAPE || protocol.strength() == Strength.SHAPE;
            flow.ceiling = shape ? Confidence.LIKELY : Confidence.CONFIRMED;
        }
    }

    /** Which side serves: the protocol's own word, or else who was connected to, or has a usual or else the lower port. */
    private int server(Protocol protocol, FlowTable table, int entry) {
        int initiator = FlowState.initiator(table.state(entry));
        return switch (recognition) {
            case INITIATOR_SERVES -> initiator;
            case RESPONDER_SERVES, PEERS -> 1 - initiator;
            default -> {
                boolean known = FlowState.synKnown(table.state(entry));
                yield !known && likelier(protocol, table, entry, initiator) ? initiator : 1 - initiator;
            }
        };
    }

    /** Whether the side's port makes it the server rather than the other side's. */
    private static boolean likelier(Protocol protocol, FlowTable table, int entry, int side) {
        Set<Integer> usual = protocol.usualPorts(table.transport(entry));
        boolean own = usual.contains(table.port(entry, side));
        boolean other = usual.contains(table.port(entry, 1 - side));
        return own == other ? table.port(entry, side) < table.port(entry, 1 - side) : own;
    }
}
