// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.testing;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Carriage;
import io.netgrade.protocol.Protocol;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What two sides say to each other, as one array that a fuzzer can change anywhere and that still is a flow:
 *
 * <pre>
 *  protocol(1)  which of its group
 *  manner(1)    bits 0-1 transport, 2 begun late, 3 on no usual port, 4 the initiator has the port, 5-7 message that is lost
 *  port(1)      which of the usual ones
 *  piece(1)     octets of a stream that come at a time when it is read in pieces
 *  then each message: FB FE direction(1) carriage(1) and its octets
 * </pre>
 *
 * <p>A direction is {@code >} from the initiator, anything else from the responder; the carriage is the payload protocol
 * of SCTP, or the time to live.
 */
public record SpokenFlow(int protocol, int manner, int port, int piece, List<Message> messages) {
    private static final int HEADER = 4;
    private static final int MESSAGE_HEADER = 4;
    private static final int MARK_1 = 0xFB;
    private static final int MARK_2 = 0xFE;
    private static final int OTHER_PORT = 50_123;
    /** In {@link #manner}: the capture began behind the connection's opening. */
    public static final int LATE = 4;

    private static final int ELSEWHERE = 8;
    private static final int TURNED = 16;
    private static final int LOST = 5;

    /** One datagram, or one piece of a stream. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Message(boolean byInitiator, int carriage, byte[] bytes) {}

    public SpokenFlow {
        messages = List.copyOf(messages);
    }

    public static SpokenFlow read(byte[] input) {
        byte[] bytes = Arrays.copyOf(input, Math.max(input.length, HEADER));
        List<Message> messages = new ArrayList<>();
        int from = mark(bytes, HEADER);
        while (from + MESSAGE_HEADER <= bytes.length) {
            int to = mark(bytes, from + MESSAGE_HEADER);
            byte[] said = Arrays.copyOfRange(bytes, from + MESSAGE_HEADER, to);
            messages.add(new Message(bytes[from + 2] == '>', bytes[from + 3] & 0xFF, said));
            from = to;
        }
        return new SpokenFlow(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF, bytes[3] & 0xFF, messages);
    }

    /** Where the next message begins, or the end. */
    private static int mark(byte[] bytes, int from) {
        for (int at = from; at + 1 < bytes.length; at++) {
            if ((bytes[at] & 0xFF) == MARK_1 && (bytes[at + 1] & 0xFF) == MARK_2) {
                return at;
            }
        }
        return bytes.length;
    }

    /** As {@link #read} takes it. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) protocol, (byte) manner, (byte) port, (byte) piece});
        for (Message one : messages) {
            bytes.writeBytes(new byte[] {
                (byte) MARK_1, (byte) MARK_2, (byte) (one.byInitiator() ? '>' : '<'), (byte) one.carriage()
            });
            bytes.writeBytes(one.bytes());
        }
        return bytes.toByteArray();
    }

    /** The manner and the port of a flow as it was seen. */
    public static SpokenFlow of(int index, Protocol protocol, Opened opened, List<Message> messages) {
        List<Integer> ports = ports(protocol, opened.transport());
        boolean turned = ports.contains(opened.initiatorPort()) && !ports.contains(opened.responderPort());
        int port = ports.indexOf(turned ? opened.initiatorPort() : opened.responderPort());
        int manner = transports(protocol).indexOf(opened.transport())
                | (opened.initiatorKnown() ? 0 : LATE)
                | (port < 0 ? ELSEWHERE : 0)
                | (turned ? TURNED : 0);
        return new SpokenFlow(index, manner, Math.max(0, port), 1, messages);
    }

    /** How a flow was opened. */
    public record Opened(Transport transport, boolean initiatorKnown, int initiatorPort, int responderPort) {}

    /** How it is opened when a protocol reads it. */
    public Opened opened(Protocol by) {
        List<Transport> transports = transports(by);
        Transport transport = transports.isEmpty() ? Transport.UDP : transports.get((manner & 3) % transports.size());
        List<Integer> ports = ports(by, transport);
        boolean elsewhere = ports.isEmpty() || ((manner & ELSEWHERE) != 0 && transport != Transport.IP);
        int own = elsewhere ? OTHER_PORT : ports.get(port % ports.size());
        boolean turned = (manner & TURNED) != 0;
        int other = transport == Transport.IP ? own : 40_000;
        return new Opened(transport, (manner & LATE) == 0, turned ? own : other, turned ? other : own);
    }

    private static List<Transport> transports(Protocol protocol) {
        return Arrays.stream(Transport.values()).filter(protocol::runsOver).toList();
    }

    private static List<Integer> ports(Protocol protocol, Transport transport) {
        return protocol.usualPorts(transport).stream().sorted().toList();
    }

    /** Which message is lost, where one is; -1 where none is. */
    public int lost() {
        return (manner >>> LOST) - 1;
    }

    /** What carries a message. */
    public static Carriage carriage(Transport transport, Message message) {
        return new Carriage() {
            @Override
            public long payloadProtocol() {
                return transport == Transport.SCTP ? message.carriage() : -1;
            }

            @Override
            public int timeToLive() {
                return message.carriage();
            }
        };
    }

    public int length() {
        return messages.stream().mapToInt(one -> one.bytes().length).sum();
    }
}
