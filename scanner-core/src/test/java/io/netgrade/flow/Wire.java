// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.fact.Confidence;
import io.netgrade.fact.Observation;
import io.netgrade.packet.FrameBytes;
import io.netgrade.packet.LinkType;
import io.netgrade.protocol.Protocol;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A capture in the making: two ends say things, and a packet eye looks on. Frame numbers and times count up. */
final class Wire {
    static final int CLIENT = 0x0A00_0001;
    static final int SERVER = 0x0A00_0002;
    static final int CLIENT_PORT = 40_000;
    static final int SERVER_PORT = 2222;

    final List<Observation> seen = new ArrayList<>();
    final PacketEye eye;
    /** Sequence numbers of the next byte of the client and the server. */
    int clientNext = 1000;

    int serverNext = 5000;
    private long number;

    Wire(FlowLimits limits, Protocol... protocols) {
        eye = new PacketEye(List.of(protocols), limits, seen::add);
        eye.begin("test.pcap");
    }

    Wire(Protocol... protocols) {
        this(FlowLimits.standard(), protocols);
    }

    Wire handshake() {
        segment(true, clientNext, FrameBytes.SYN, "");
        clientNext++;
        segment(false, serverNext, FrameBytes.SYN | FrameBytes.ACK, "");
        serverNext++;
        return segment(true, clientNext, FrameBytes.ACK, "");
    }

    Wire client(String text) {
        segment(true, clientNext, FrameBytes.ACK, text);
        clientNext += FrameBytes.text(text).length;
        return this;
    }

    Wire server(String text) {
        segment(false, serverNext, FrameBytes.ACK, text);
        serverNext += FrameBytes.text(text).length;
        return this;
    }

    Wire segment(boolean fromClient, int sequence, int flags, String text) {
        return frame(tcp(fromClient, CLIENT_PORT, sequence, fromClient ? serverNext : clientNext, flags, text), 0);
    }

    /** A segment of which the snapshot length cut so many bytes. */
    Wire cutSegment(boolean fromClient, int sequence, String text, int cut) {
        return frame(tcp(fromClient, CLIENT_PORT, sequence, 0, FrameBytes.ACK, text), cut);
    }

    Wire datagram(boolean fromClient, int clientPort, String text) {
        return frame(udp(fromClient, clientPort, text), 0);
    }

    Wire frame(byte[] frame, int cut) {
        number++;
        byte[] captured = Arrays.copyOf(frame, frame.length - cut);
        eye.frame(ByteView.of(captured), LinkType.RAW, number * 1_000_000_000L, captured.length, frame.length, number);
        return this;
    }

    static byte[] tcp(boolean fromClient, int clientPort, int sequence, int acknowledgment, int flags, String text) {
        int from = fromClient ? clientPort : SERVER_PORT;
        int to = fromClient ? SERVER_PORT : clientPort;
        byte[] segment = FrameBytes.tcp(from, to, sequence, acknowledgment, flags, FrameBytes.text(text));
        return FrameBytes.ipv4(6, fromClient ? CLIENT : SERVER, fromClient ? SERVER : CLIENT, segment);
    }

    static byte[] udp(boolean fromClient, int clientPort, String text) {
        int from = fromClient ? clientPort : SERVER_PORT;
        int to = fromClient ? SERVER_PORT : clientPort;
        byte[] datagram = FrameBytes.udp(from, to, FrameBytes.text(text));
        return FrameBytes.ipv4(17, fromClient ? CLIENT : SERVER, fromClient ? SERVER : CLIENT, datagram);
    }

    /** What was stated of lines, as {@code protocol C:text}. */
    List<String> lines() {
        return seen.stream()
                .filter(one -> one.fact().is(FakeProtocol.LINE))
                .map(one -> one.service().protocol() + " "
                        + one.fact().text("from").orElse("")
                        + one.fact().text("text").orElse(""))
                .toList();
    }

    /** The services stated to be recognised, as {@code endpoint protocol layers confidence}. */
    List<String> recognised() {
        return seen.stream()
                .filter(one -> one.fact().type().equals("service.recognised"))
                .map(one -> one.service().endpoint() + " " + one.service().protocol() + " "
                        + one.service().layers() + " " + word(one.service().confidence()))
                .toList();
    }

    private static String word(Confidence confidence) {
        return confidence.name().toLowerCase(java.util.Locale.ROOT);
    }

    FlowCoverage end() {
        return eye.end();
    }
}
