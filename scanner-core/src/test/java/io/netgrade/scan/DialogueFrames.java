// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Observation;
import io.netgrade.flow.FlowCoverage;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.PacketEye;
import io.netgrade.packet.FrameBytes;
import io.netgrade.packet.LinkType;
import io.netgrade.testing.WrittenDialogue;
import io.netgrade.testing.WrittenDialogue.Message;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A dialogue as frames of a capture, looked at by every protocol that netgrade knows. */
final class DialogueFrames {
    static final int CLIENT = 0xC000_0201;
    static final int SERVER = 0xC000_0202;
    static final int CLIENT_PORT = 49_321;

    private static final int SCTP = 132;

    private final WrittenDialogue dialogue;
    private final int port;
    private final List<byte[]> frames = new ArrayList<>();
    private int clientNext = 7000;
    private int serverNext = 9000;

    DialogueFrames(WrittenDialogue dialogue, int port) {
        this.dialogue = dialogue;
        this.port = port;
    }

    /** What an eye saw, and what it did not. */
    record Seen(List<Observation> observations, FlowCoverage coverage) {}

    static Seen look(List<byte[]> frames, int linkType) {
        List<Observation> seen = new ArrayList<>();
        try (PacketEye eye = new PacketEye(ProtocolCatalog.all(), FlowLimits.standard(), seen::add)) {
            eye.begin("dialogue.pcap");
            long number = 0;
            for (byte[] frame : frames) {
                number++;
                eye.frame(ByteView.of(frame), linkType, number * 1_000_000L, frame.length, frame.length, number);
            }
            FlowCoverage coverage = eye.end();
            eye.finish();
            return new Seen(seen, coverage);
        }
    }

    int linkType() {
        if (isSignalling()) {
            return dialogue.port();
        }
        return isLink() ? LinkType.ETHERNET : LinkType.RAW;
    }

    /** Its messages are frames of a signalling link, with the labels that they bear. */
    private boolean isSignalling() {
        boolean link = dialogue.port() >= LinkType.MTP2_WITH_HEADER && dialogue.port() <= LinkType.SCCP;
        return dialogue.transport() == Transport.IP && link;
    }

    private boolean isLink() {
        return dialogue.transport() == Transport.IP && dialogue.port() >= 0x600;
    }

    /** @param piece so many bytes of a stream a segment; 0 for the messages as they are written */
    List<byte[]> frames(boolean opened, int piece) {
        frames.clear();
        if (opened && dialogue.transport() == Transport.TCP) {
            segment(true, FrameBytes.SYN, new byte[0]);
            segment(false, FrameBytes.SYN | FrameBytes.ACK, new byte[0]);
        }
        for (Message message : dialogue.messages()) {
            say(message, piece);
        }
        return List.copyOf(frames);
    }

    private void say(Message message, int piece) {
        byte[] bytes = message.bytes();
        switch (dialogue.transport()) {
            case TCP -> {
                int step = piece == 0 ? Math.max(1, bytes.length) : piece;
                for (int at = 0; at < bytes.length; at += step) {
                    byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + step));
                    segment(message.fromClient(), FrameBytes.ACK | FrameBytes.PSH, part);
                }
            }
            case UDP -> frame(message.fromClient(), 17, FrameBytes.udp(from(message), to(message), bytes));
            case SCTP -> frame(message.fromClient(), SCTP, sctp(message));
            case IP -> straight(message);
        }
    }

    private int from(Message message) {
        return message.fromClient() ? CLIENT_PORT : port;
    }

    private int to(Message message) {
        return message.fromClient() ? port : CLIENT_PORT;
    }

    private void segment(boolean fromClient, int flags, byte[] bytes) {
        int sequence = fromClient ? clientNext : serverNext;
        int acknowledgment = fromClient ? serverNext : clientNext;
        int from = fromClient ? CLIENT_PORT : port;
        int to = fromClient ? port : CLIENT_PORT;
        frame(fromClient, 6, FrameBytes.tcp(from, to, sequence, acknowledgment, flags, bytes));
        int next = sequence + bytes.length + ((flags & FrameBytes.SYN) != 0 ? 1 : 0);
        if (fromClient) {
            clientNext = next;
        } else {
            serverNext = next;
        }
    }

    private void frame(boolean fromClient, int protocol, byte[] payload) {
        frames.add(FrameBytes.ipv4(protocol, fromClient ? CLIENT : SERVER, fromClient ? SERVER : CLIENT, payload));
    }

    private void straight(Message message) {
        if (isSignalling()) {
            frames.add(message.bytes());
        } else if (isLink()) {
            byte[] frame = FrameBytes.ethernet(dialogue.port(), message.bytes());
            frame[5] = (byte) (message.fromClient() ? 2 : 1);
            frame[11] = (byte) (message.fromClient() ? 1 : 2);
            frames.add(frame);
        } else {
            frame(message.fromClient(), dialogue.port(), message.bytes());
        }
    }

    /** One DATA chunk that holds the message whole (RFC 9260 section 3.3.1). */
    private byte[] sctp(Message message) {
        byte[] bytes = message.bytes();
        int length = 16 + bytes.length;
        int sequence = message.fromClient() ? clientNext++ : serverNext++;
        return ByteBuffer.allocate(12 + (length + 3 & ~3))
                .putShort((short) from(message))
                .putShort((short) to(message))
                .putInt(0x0BAD_CAFE)
                .putInt(0)
                .put((byte) 0)
                .put((byte) 3)
                .putShort((short) length)
                .putInt(sequence)
                .putInt(0)
                .putInt((int) message.payloadProtocol())
                .put(bytes)
                .array();
    }
}
