// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * A conversation whose messages are known beforehand: says one, waits for the answer, says the next. The protocol's reader
 * of captures reads both sides, so that a probe states of a service what a capture of the same talk would show; what that
 * reader says of the client is not stated, as the client is netgrade.
 *
 * <p>An answer that the reader or its measure refuses ends the talk as not in this protocol where none was read before.
 */
public final class Script implements Conversation {
    private final Transport transport;
    private final int port;
    private final Function<Opening, Dissector> readers;
    private final Deque<Step> steps;
    private final byte[] goodbye;
    private final Predicate<Fact> told;
    private final Predicate<Fact> ours;
    private final boolean toTls;
    private final long payloadProtocol;
    private final HeldBytes asked = new HeldBytes();
    private final HeldBytes heard = new HeldBytes();
    private Dissector reader = (direction, bytes, sink) -> Progress.CONTINUE;
    private boolean began;
    private boolean answered;
    private boolean readAll;
    private boolean tlsNext;
    private final Held last = new Held();

    /**
     * @param answer as {@link MessageGrammar#length}, of all that is said before the next step
     * @param proves whether who answers so speaks the protocol
     */
    private record Step(ByteView says, ToLongFunction<ByteView> answer, boolean proves) {}

    private Script(Builder parts) {
        transport = parts.transport;
        port = parts.port;
        readers = parts.readers;
        steps = new ArrayDeque<>(parts.steps);
        goodbye = parts.goodbye;
        told = parts.told;
        ours = parts.ours;
        toTls = parts.toTls;
        payloadProtocol = parts.payloadProtocol;
    }

    /**
     * Begins a script.
     *
     * @param endpoint that is asked
     * @param readers the protocol's {@link Protocol#dissect}
     */
    public static Builder of(Endpoint endpoint, Function<Opening, Dissector> readers) {
        return new Builder(endpoint.transport(), endpoint.port(), readers, false);
    }

    /**
     * Begins a script that ends with {@link Progress#START_TLS}, and no goodbye, where the reader says so. It states
     * only what a refusal shows: the rest the questions in clear have stated, and it is said anew before each question
     * about TLS.
     */
    public static Builder toTls(Function<Opening, Dissector> readers) {
        return new Builder(Transport.TCP, 0, readers, true);
    }

    @Override
    public void opened(Peer peer) {
        say(peer);
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        while (bytes.unread().length() > 0 && !steps.isEmpty()) {
            long length = length(bytes.unread());
            if (length < 0 || (datagrams() && length > bytes.unread().length())) {
                return answered ? over(peer) : Progress.MALFORMED;
            }
            if (length == 0 || length > bytes.unread().length()) {
                return Progress.CONTINUE;
            }
            if (!read(bytes, (int) length, sink)) {
                return answered ? over(peer) : Progress.MALFORMED;
            }
            answered |= steps.remove().proves();
            if (tlsNext) {
                return Progress.START_TLS;
            }
            if (readAll) {
                return over(peer);
            }
            say(peer);
        }
        return steps.isEmpty() ? over(peer) : Progress.CONTINUE;
    }

    @Override
    public boolean ended(ObservationSink sink) {
        return answered;
    }

    @Override
    public long payloadProtocol() {
        return payloadProtocol;
    }

    private boolean datagrams() {
        return transport == Transport.UDP || transport == Transport.SCTP;
    }

    private long length(ByteView unread) {
        return steps.element().answer().applyAsLong(unread);
    }

    private void say(Peer peer) {
        if (!steps.isEmpty() && steps.element().says().length() > 0) {
            byte[] message = steps.element().says().bytes();
            asked.add(message, message.length);
            peer.send(message);
        }
    }

    private Progress over(Peer peer) {
        if (goodbye.length > 0) {
            peer.send(goodbye);
        }
        return Progress.DONE;
    }

    /** Has both sides read; false where the server's is not in the protocol. */
    private boolean read(Inbox bytes, int length, ObservationSink sink) {
        byte[] answer = bytes.unread().bytes(0, length);
        Carriage below = bytes.carriage();
        bytes.consume(length);
        heard.carriage(below);
        heard.add(answer, length);
        if (!began) {
            began = true;
            reader = readers.apply(new AskedOpening(transport, port, asked.unread(), heard.unread(), below));
        }
        if (asked.unread().length() > 0) {
            Progress own = reader.dissect(Direction.FROM_CLIENT, asked, (fact, excerpt) -> {});
            if (own == Progress.MALFORMED) {
                throw new IllegalStateException("the reader does not know what netgrade itself says");
            }
            readAll = own != Progress.CONTINUE;
        }
        if (datagrams()) {
            asked.clear();
        }
        Progress progress =
                readAll ? Progress.DONE : reader.dissect(Direction.FROM_SERVER, heard, toTls ? last : whole(sink));
        tlsNext = toTls && progress == Progress.START_TLS;
        last.tell(toTls && !tlsNext && steps.size() == 1, whole(sink));
        if (datagrams()) {
            heard.clear();
        }
        readAll |= progress != Progress.CONTINUE;
        return progress != Progress.MALFORMED;
    }

    private ObservationSink whole(ObservationSink sink) {
        return (fact, excerpt) -> {
            if (!ours.test(fact)) {
                sink.saw(told.test(fact) ? new Fact(fact.type(), true, fact.value()) : fact, excerpt);
            }
        };
    }

    /** What was stated of one answer, told or forgotten when it is known where that led. */
    private static final class Held implements ObservationSink {
        private final List<Consumer<ObservationSink>> held = new ArrayList<>();

        @Override
        public void saw(Fact fact, String excerpt) {
            held.add(sink -> sink.saw(fact, excerpt));
        }

        void tell(boolean telling, ObservationSink sink) {
            if (telling) {
                held.forEach(each -> each.accept(sink));
            }
            held.clear();
        }
    }

    /** The steps; {@link #build} makes a conversation of them. */
    public static final class Builder {
        private final Transport transport;
        private final int port;
        private final boolean toTls;
        private final Function<Opening, Dissector> readers;
        private final List<Step> steps = new ArrayList<>();
        private byte[] goodbye = {};
        private long payloadProtocol;
        private Predicate<Fact> told = fact -> false;
        private Predicate<Fact> ours = fact -> false;

        private Builder(Transport transport, int port, Function<Opening, Dissector> readers, boolean toTls) {
            this.transport = transport;
            this.port = port;
            this.toTls = toTls;
            this.readers = readers;
        }

        /**
         * Says this, and goes on when the answer is whole.
         *
         * @param answer how many of the unread octets are the whole answer: {@link MessageGrammar#UNKNOWN} where more
         *     must come before that can be told, {@link MessageGrammar#BROKEN} where it is none
         */
        public Builder says(byte[] message, ToLongFunction<ByteView> answer) {
            steps.add(new Step(ByteView.of(message.clone()), answer, true));
            return this;
        }

        /** Says this to what carries the protocol, and much else: that it answers proves nothing. */
        public Builder opens(byte[] message, ToLongFunction<ByteView> answer) {
            steps.add(new Step(ByteView.of(message.clone()), answer, false));
            return this;
        }

        /** Says this in a datagram; the next one that comes is the answer. */
        public Builder says(byte[] datagram) {
            return says(datagram, ByteView::length);
        }

        /** Waits for what the server says by itself. */
        public Builder hears(ToLongFunction<ByteView> greeting) {
            return says(new byte[0], greeting);
        }

        /** What is said at the end, whatever was answered before. */
        public Builder parts(byte[] with) {
            goodbye = with.clone();
            return this;
        }

        /** What the messages are over SCTP, as {@link Conversation#payloadProtocol}. */
        public Builder payloadProtocol(long identifier) {
            payloadProtocol = identifier;
            return this;
        }

        /** Which of the reader's facts tell all there is, as that is what is asked for: they are stated as complete. */
        public Builder whole(Predicate<Fact> facts) {
            told = facts;
            return this;
        }

        /** Which of the reader's facts speak of netgrade, who is the client: they are not stated. */
        public Builder leavesOut(Predicate<Fact> facts) {
            ours = facts;
            return this;
        }

        public Script build() {
            return new Script(this);
        }
    }
}
