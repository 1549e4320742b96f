// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.testing;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Carriage;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.testing.SpokenFlow.Message;
import io.netgrade.testing.SpokenFlow.Opened;
import io.netgrade.wire.ByteView;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One protocol reads one flow, as the runner of flows would have it read: recognised first, then in order. */
public final class FlowReading implements ObservationSink {
    private static final int MOST_OPENING_DATAGRAMS = 8;
    private static final int MOST_OPENING_OCTETS = 4096;

    /** A fact, and who it is about. */
    public record Stated(String about, Fact fact) {}

    private record Begun(
            Transport transport,
            ByteView fromInitiator,
            ByteView fromResponder,
            boolean initiatorKnown,
            int initiatorPort,
            int responderPort,
            Carriage carriage)
            implements Opening {}

    private record Turn(boolean byInitiator, ByteArrayOutputStream said) {}

    private final Protocol protocol;
    private final Opened opened;
    private final List<Message> messages;
    private final int piece;
    private final int lost;
    private final List<Turn> turns = new ArrayList<>();
    private final PieceInbox[] inboxes = {new PieceInbox(), new PieceInbox()};
    private final Set<Stated> stated = new LinkedHashSet<>();
    private final StringBuilder excerpts = new StringBuilder();
    private Recognition recognised = Recognition.NO;
    private Carriage newest = Carriage.UNKNOWN;
    private String about = "";
    private boolean goesOn = true;

    @Nullable
    private Dissector dissector;

    /**
     * @param piece octets of a stream that come at a time
     * @param lost the message that is lost; -1 where none is
     */
    public FlowReading(Protocol protocol, SpokenFlow flow, int piece, int lost) {
        this.protocol = protocol;
        this.opened = flow.opened(protocol);
        this.messages = flow.messages();
        this.piece = piece;
        this.lost = lost;
    }

    public FlowReading read() {
        if (opened.transport() == Transport.TCP) {
            stream();
        } else {
            datagrams();
        }
        return this;
    }

    /** All that was stated, each thing once. */
    public Set<Stated> stated() {
        return stated;
    }

    /** All that was stated, and the excerpts, as text. */
    public String text() {
        StringBuilder text = new StringBuilder(excerpts);
        stated.forEach(one -> text.append('\n').append(one.fact().value().values()));
        return text.toString();
    }

    /** Whether it was recognised, and read to its end. */
    public boolean whole() {
        return dissector != null && goesOn;
    }

    /** How it was recognised. */
    public Recognition recognised() {
        return recognised;
    }

    /** Whether it is told who serves, by the opening of the connection or by what is said, and not by ports alone. */
    public boolean sidesAreTold() {
        return opened.initiatorKnown()
                || recognised == Recognition.INITIATOR_SERVES
                || recognised == Recognition.RESPONDER_SERVES
                || recognised == Recognition.PEERS;
    }

    public boolean fromBeginning() {
        return opened.initiatorKnown();
    }

    public boolean isStream() {
        return opened.transport() == Transport.TCP;
    }

    private void stream() {
        for (int i = 0; i < messages.size() && goesOn; i++) {
            Message message = messages.get(i);
            if (i == lost) {
                miss(message);
            } else {
                hear(message);
            }
        }
    }

    private void hear(Message message) {
        byte[] bytes = message.bytes();
        newest = SpokenFlow.carriage(Transport.TCP, message);
        for (int at = 0; at < bytes.length && goesOn; at += piece) {
            int count = Math.min(piece, bytes.length - at);
            if (dissector == null) {
                seek(message.byInitiator(), Arrays.copyOfRange(bytes, at, at + count));
            } else {
                offer(message.byInitiator(), bytes, at, count);
            }
        }
    }

    /** Keeps what is said until somebody knows it, and then has it read turn by turn. */
    private void seek(boolean byInitiator, byte[] fresh) {
        Turn last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
        if (last == null || last.byInitiator() != byInitiator) {
            last = new Turn(byInitiator, new ByteArrayOutputStream());
            turns.add(last);
        }
        last.said().writeBytes(fresh);
        byte[] initiator = said(true);
        byte[] responder = said(false);
        boolean tooLong = Math.max(initiator.length, responder.length) > MOST_OPENING_OCTETS;
        Recognition recognition = tooLong ? Recognition.NO : recognition(initiator, responder);
        goesOn = recognition != Recognition.NO;
        for (Turn turn : turns) {
            byte[] bytes = turn.said().toByteArray();
            if (dissector != null && goesOn) {
                offer(turn.byInitiator(), bytes, 0, bytes.length);
            }
        }
    }

    private byte[] said(boolean byInitiator) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        turns.stream()
                .filter(turn -> turn.byInitiator() == byInitiator)
                .forEach(turn -> all.writeBytes(turn.said().toByteArray()));
        return all.toByteArray();
    }

    private void miss(Message message) {
        PieceInbox inbox = inbox(message.byInitiator());
        inbox.clear();
        about = direction(message.byInitiator()).toString();
        goesOn = dissector != null && dissector.missed(direction(message.byInitiator()), message.bytes().length);
    }

    private void offer(boolean byInitiator, byte[] bytes, int at, int count) {
        PieceInbox inbox = inbox(byInitiator);
        inbox.add(bytes, at, count);
        goesOn = dissected(byInitiator, inbox) == Progress.CONTINUE;
    }

    private void datagrams() {
        int strange = 0;
        for (int i = 0; i < messages.size() && goesOn; i++) {
            Message message = messages.get(i);
            byte[] bytes = message.bytes();
            newest = SpokenFlow.carriage(opened.transport(), message);
            if (dissector == null && strange < MOST_OPENING_DATAGRAMS) {
                byte[] nothing = {};
                recognition(message.byInitiator() ? bytes : nothing, message.byInitiator() ? nothing : bytes);
                strange++;
            }
            if (dissector != null && i != lost && bytes.length > 0) {
                PieceInbox inbox = new PieceInbox();
                inbox.add(bytes, 0, bytes.length);
                Progress progress = dissected(message.byInitiator(), inbox);
                goesOn = progress == Progress.CONTINUE || progress == Progress.MALFORMED;
            }
        }
    }

    private Recognition recognition(byte[] initiator, byte[] responder) {
        Begun opening = new Begun(
                opened.transport(),
                ByteView.of(initiator),
                ByteView.of(responder),
                opened.initiatorKnown(),
                opened.initiatorPort(),
                opened.responderPort(),
                newest);
        Recognition recognition = protocol.recognize(opening);
        if (recognition != Recognition.NO && recognition != Recognition.NEED_MORE) {
            recognised = recognition;
            dissector = protocol.dissect(opening);
        }
        return recognition;
    }

    private Progress dissected(boolean byInitiator, PieceInbox inbox) {
        about = direction(byInitiator).toString();
        inbox.carriedBy(newest);
        return Objects.requireNonNull(dissector).dissect(direction(byInitiator), inbox, this);
    }

    private PieceInbox inbox(boolean byInitiator) {
        return inboxes[byInitiator ? 0 : 1];
    }

    private Direction direction(boolean byInitiator) {
        boolean lower = !opened.initiatorKnown() && opened.initiatorPort() < opened.responderPort();
        boolean initiatorServes = switch (recognised) {
            case INITIATOR_SERVES -> true;
            case RESPONDER_SERVES, PEERS -> false;
            default -> lower;
        };
        return byInitiator == initiatorServes ? Direction.FROM_SERVER : Direction.FROM_CLIENT;
    }

    @Override
    public void saw(Fact fact, String excerpt) {
        stated.add(new Stated(about, fact));
        excerpts.append('\n').append(excerpt);
    }

    @Override
    public void sawInside(String inside, Fact fact, String excerpt) {
        stated.add(new Stated(about + " " + inside, fact));
        excerpts.append('\n').append(excerpt);
    }

    @Override
    public String toString() {
        return protocol.id() + " over " + opened + ": " + recognised + (goesOn ? " " : " and ended ")
                + Arrays.toString(stated.toArray());
    }
}
