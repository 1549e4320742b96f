// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.sctp;

import io.netgrade.probe.sctp.Inflow.Taken;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import org.jspecify.annotations.Nullable;

/**
 * An association that this side opens (RFC 9260 section 4): INIT, COOKIE ECHO, user messages, SHUTDOWN. It answers SACK to
 * what comes, HEARTBEAT ACK, and SHUTDOWN ACK; it believes no packet without its tag and a right checksum. It knows no
 * extension, and takes no association itself: an INIT is nothing to it.
 *
 * <p>All times are of one clock that runs on, in nanoseconds. Not for several threads.
 */
public final class Association {
    /** Streams each way that the INIT offers. */
    private static final int STREAMS = 16;
    /** Packets that one association takes. */
    private static final int MOST_PACKETS = 4_096;

    private final Tags tags;
    private final int first;
    private final AssociationUser user;
    private final Retransmission timer = new Retransmission();
    private final Outflow out;
    private final Replies replies = new Replies();
    private @Nullable Inflow in;
    private byte[] cookieEcho = {};
    private State state = State.CLOSED;
    private int packets;
    private boolean reading;
    private boolean renewed;
    private long now;

    /**
     * @param tag of this side, by which it knows its packets: drawn by lot, and not 0
     * @param first TSN of this side
     * @param checked false on the loopback interface, where stacks leave the checksum out
     */
    public Association(int sourcePort, int destinationPort, int tag, int first, boolean checked, AssociationUser user) {
        this.tags = new Tags(sourcePort, destinationPort, tag, checked);
        this.first = first;
        this.user = user;
        this.out = new Outflow(first);
    }

    /** Sends the INIT. */
    public void open(long nanos) {
        now = nanos;
        state = State.COOKIE_WAIT;
        timer.start(now);
        sendInit();
    }

    /** Sends a user message, in order on stream 0; what is sent before the association is open waits for that. */
    public void send(long payloadProtocol, byte[] message, long nanos) {
        now = nanos;
        if (state.takesMessages()) {
            out.add(payloadProtocol, message);
            flush();
        }
    }

    /** Ends it once all that was sent is acknowledged; one that was never open is given up. */
    public void shutdown(long nanos) {
        now = nanos;
        switch (state) {
            case COOKIE_WAIT -> over(Ending.LEFT, "");
            case COOKIE_ECHOED -> abort(Ending.LEFT, "", ErrorCauses.cause(ErrorCauses.USER_INITIATED));
            case ESTABLISHED -> {
                state = State.SHUTDOWN_PENDING;
                flush();
            }
            default -> {
                // It is ending already.
            }
        }
    }

    /** Ends it now: the other side, where there is one, is told ABORT. */
    public void abort() {
        if (state == State.COOKIE_WAIT) {
            over(Ending.LEFT, "");
        } else if (state != State.CLOSED) {
            abort(Ending.LEFT, "", ErrorCauses.cause(ErrorCauses.USER_INITIATED));
        }
    }

    /** When {@link #elapsed} is to be called; {@code Long.MAX_VALUE} where nothing is waited for. */
    public long due() {
        return timer.due();
    }

    /** The time has come: what was not answered is sent again, or no more. */
    public void elapsed(long nanos) {
        now = nanos;
        if (!timer.running() || nanos - timer.due() < 0) {
            return;
        }
        if (timer.again(now)) {
            sendAgain();
        } else if (state == State.COOKIE_WAIT) {
            over(Ending.SILENT, "no answer to INIT");
        } else if (state == State.COOKIE_ECHOED) {
            over(Ending.SILENT, "INIT was answered, and COOKIE ECHO was not");
        } else {
            boolean leaving = state.leaves();
            String what = leaving ? "SHUTDOWN was not answered" : "what was sent was not acknowledged";
            abort(leaving ? Ending.LEFT : Ending.SILENT, what, ErrorCauses.cause(ErrorCauses.USER_INITIATED));
        }
    }

    private void sendAgain() {
        switch (state) {
            case COOKIE_WAIT -> sendInit();
            case COOKIE_ECHOED -> transmit(cookieEcho);
            case SHUTDOWN_SENT -> transmit(shutdownChunk());
            case SHUTDOWN_ACK_SENT -> transmit(SctpPacket.chunk(Chunk.SHUTDOWN_ACK, 0));
            default -> {
                out.again();
                flush();
            }
        }
    }

    /** A packet came from the endpoint to the port of this association, from its common header on. */
    public void packet(ByteView packet, long nanos) {
        now = nanos;
        if (state == State.CLOSED || !tags.believed(packet, state != State.COOKIE_WAIT)) {
            return;
        }
        packets++;
        if (packets > MOST_PACKETS) {
            abort(Ending.OVERRUN, "more than " + MOST_PACKETS + " packets came", new byte[0]);
            return;
        }
        reading = true;
        ByteView chunk = new ByteView();
        int at = SctpPacket.HEADER;
        boolean more = true;
        while (more && state != State.CLOSED && packet.length() - at >= Chunk.HEADER) {
            int length = packet.u16(at + 2);
            more = length >= Chunk.HEADER && length <= packet.length() - at;
            if (more) {
                boolean alone = at == SctpPacket.HEADER;
                more = chunk(chunk.wrap(packet, at, length), alone);
                at += length + 3 & ~3;
            }
        }
        reading = false;
        flush();
    }

    /** Reads one chunk; false where nothing behind it is to be read. */
    private boolean chunk(ByteView chunk, boolean foremost) {
        switch (chunk.u8(0)) {
            case Chunk.INIT_ACK -> {
                if (foremost && state == State.COOKIE_WAIT) {
                    accepted(chunk);
                }
                return false;
            }
            case Chunk.ABORT -> over(Ending.ABORTED, ErrorCauses.text(chunk));
            case Chunk.ERROR -> error(chunk);
            case Chunk.COOKIE_ACK -> established();
            case Chunk.DATA -> data(chunk);
            case Chunk.SACK -> acknowledged(chunk);
            case Chunk.HEARTBEAT -> {
                if (state != State.COOKIE_WAIT) {
                    replies.beat(chunk);
                }
            }
            case Chunk.SHUTDOWN -> leaves(chunk);
            case Chunk.SHUTDOWN_ACK -> left();
            case Chunk.SHUTDOWN_COMPLETE -> {
                if (state == State.SHUTDOWN_ACK_SENT) {
                    over(Ending.CLOSED, "");
                }
            }
            case Chunk.INIT, Chunk.HEARTBEAT_ACK, Chunk.COOKIE_ECHO, Chunk.ECNE, Chunk.CWR -> {
                // What only the other role is sent, or asks for nothing.
            }
            default -> {
                return unknown(chunk);
            }
        }
        return true;
    }

    private void accepted(ByteView chunk) {
        InitAck answer = new InitAck(chunk);
        tags.peer(answer.tag());
        if (!answer.fault().isEmpty()) {
            abort(Ending.VIOLATED, "INIT ACK: " + answer.fault(), ErrorCauses.cause(answer.cause()));
            return;
        }
        in = new Inflow(answer.firstNumber());
        out.window(answer.window());
        state = State.COOKIE_ECHOED;
        timer.start(now);
        ByteWriter echo = new ByteWriter().bytes(SctpPacket.chunk(Chunk.COOKIE_ECHO, 0, answer.cookie()));
        if (answer.unrecognized().length > 0) {
            byte[] cause = ErrorCauses.cause(ErrorCauses.UNRECOGNIZED_PARAMETERS, answer.unrecognized());
            echo.bytes(SctpPacket.chunk(Chunk.ERROR, 0, cause));
        }
        cookieEcho = echo.written();
        transmit(cookieEcho);
    }

    private void established() {
        if (state == State.COOKIE_ECHOED) {
            state = State.ESTABLISHED;
            timer.stop();
            user.opened();
        }
    }

    /** A stale cookie has the association asked for anew, once (section 5.2.6); other errors are the sender's own. */
    private void error(ByteView chunk) {
        if (ErrorCauses.first(chunk) != ErrorCauses.STALE_COOKIE || state != State.COOKIE_ECHOED) {
            return;
        }
        if (renewed) {
            over(Ending.ABORTED, "stale cookie, twice");
            return;
        }
        renewed = true;
        open(now);
    }

    private void data(ByteView chunk) {
        Inflow inflow = in;
        if (inflow == null || !state.receives()) {
            return;
        }
        if (chunk.length() < Chunk.DATA_HEADER || chunk.u16(8) >= STREAMS) {
            violated("a DATA chunk of no stream");
            return;
        }
        Taken taken = inflow.take(chunk, this::message);
        if (taken == Taken.BROKEN) {
            violated("fragments that do not make a message");
        } else if (taken == Taken.TOO_LONG) {
            abort(Ending.OVERRUN, "a message of more than " + Inflow.LONGEST + " bytes", new byte[0]);
        }
    }

    private void message(long payloadProtocol, byte[] message) {
        if (state == State.ESTABLISHED) {
            user.message(payloadProtocol, message);
        }
    }

    private void violated(String what) {
        abort(Ending.VIOLATED, what, ErrorCauses.cause(ErrorCauses.PROTOCOL_VIOLATION));
    }

    private void acknowledged(ByteView chunk) {
        if (chunk.length() >= Chunk.HEADER + 8) {
            out.window(chunk.u32(8));
            acknowledged(chunk.i32(4));
        }
    }

    private void acknowledged(int number) {
        if (state.sends() && out.acknowledged(number, now, timer)) {
            if (out.isUnderWay()) {
                timer.start(now);
            } else {
                timer.stop();
            }
        }
    }

    private void leaves(ByteView chunk) {
        if (chunk.length() < Chunk.HEADER + 4) {
            return;
        }
        acknowledged(chunk.i32(4));
        if (state == State.ESTABLISHED || state == State.SHUTDOWN_PENDING) {
            state = State.SHUTDOWN_RECEIVED;
            out.forgetQueued();
        } else if (state == State.SHUTDOWN_SENT) {
            acknowledgeShutdown();
        }
    }

    private void left() {
        if (state.leaves()) {
            transmit(SctpPacket.chunk(Chunk.SHUTDOWN_COMPLETE, 0));
            over(Ending.LEFT, "");
        }
    }

    private boolean unknown(ByteView chunk) {
        if (Chunk.wantsReport(chunk.u8(0)) && state != State.COOKIE_WAIT) {
            replies.unknown(chunk);
        }
        return Chunk.passesOver(chunk.u8(0));
    }

    /** Sends what there is to send: SACK and answers first, then what the user said, then the end. */
    private void flush() {
        if (reading || state == State.CLOSED) {
            return;
        }
        ByteWriter packet = heading();
        while (state.sends() && out.append(packet, SctpPacket.LARGEST - SctpPacket.HEADER - packet.length(), now)) {
            if (!timer.running()) {
                timer.start(now);
            }
            if (packet.length() > SctpPacket.LARGEST / 2) {
                transmit(packet.written());
                packet = new ByteWriter();
            }
        }
        if (packet.length() > 0) {
            transmit(packet.written());
        }
        if (state == State.SHUTDOWN_PENDING && out.isEmpty()) {
            state = State.SHUTDOWN_SENT;
            timer.start(now);
            transmit(shutdownChunk());
        } else if (state == State.SHUTDOWN_RECEIVED && out.isEmpty()) {
            acknowledgeShutdown();
        }
    }

    private ByteWriter heading() {
        ByteWriter packet = new ByteWriter();
        Inflow inflow = in;
        if (inflow != null && inflow.due()) {
            packet.bytes(inflow.sack());
            if (state == State.SHUTDOWN_SENT) {
                packet.bytes(shutdownChunk());
            }
        }
        return packet.bytes(replies.taken());
    }

    private void acknowledgeShutdown() {
        state = State.SHUTDOWN_ACK_SENT;
        timer.start(now);
        transmit(SctpPacket.chunk(Chunk.SHUTDOWN_ACK, 0));
    }

    private byte[] shutdownChunk() {
        int last = in == null ? 0 : in.last();
        return SctpPacket.chunk(Chunk.SHUTDOWN, 0, new ByteWriter().u32(last).written());
    }

    private void sendInit() {
        byte[] value = new ByteWriter()
                .u32(tags.own())
                .u32(Inflow.WINDOW)
                .u16(STREAMS)
                .u16(STREAMS)
                .u32(first)
                .written();
        user.send(tags.asking(SctpPacket.chunk(Chunk.INIT, 0, value)));
    }

    private void transmit(byte[] chunks) {
        user.send(tags.packet(chunks));
    }

    private void abort(Ending ending, String detail, byte[] causes) {
        transmit(SctpPacket.chunk(Chunk.ABORT, 0, causes));
        over(ending, detail);
    }

    private void over(Ending ending, String detail) {
        if (state != State.CLOSED) {
            state = State.CLOSED;
            timer.stop();
            user.ended(ending, detail);
        }
    }
}
