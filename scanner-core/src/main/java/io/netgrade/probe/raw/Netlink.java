// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Asks the kernel of its routes, neighbours and interfaces (rtnetlink(7)). A message is a header of 16 bytes (length, type,
 * flags, sequence, port), a fixed part, and attributes of length, type and value, each padded to 4 bytes.
 */
final class Netlink implements AutoCloseable {
    static final int GET_LINK = 18;
    static final int GET_ROUTE = 26;
    static final int GET_NEIGHBOUR = 30;

    private static final int ERROR = 2;
    private static final int REQUEST = 1;
    private static final int HEADER = 16;
    private static final int ROOM = 16_384;

    private final int socket;
    private final Memory out = new Memory(256);
    private final Memory in = new Memory(ROOM);
    private final ByteBuffer question = out.getByteBuffer(0, 256).order(ByteOrder.nativeOrder());
    private final ByteBuffer answer = in.getByteBuffer(0, ROOM).order(ByteOrder.nativeOrder());
    private int sequence;

    Netlink() throws RawSocketException {
        socket = Libc.socket(Libc.AF_NETLINK, Libc.SOCK_RAW, 0);
        if (socket < 0) {
            throw RawSocketException.of("the kernel's routes cannot be asked", Libc.error());
        }
    }

    /**
     * The fixed part and the attributes of the answer; empty where the kernel answers with an error.
     *
     * @param fixed the message's own part, in the machine's order
     * @param attribute one attribute of the question; empty for none
     */
    Optional<Reply> ask(int type, byte[] fixed, int attributeType, byte[] attribute) throws RawSocketException {
        int length = HEADER + fixed.length + (attribute.length == 0 ? 0 : 4 + attribute.length);
        question.clear();
        question.putInt(length).putShort((short) type).putShort((short) REQUEST);
        question.putInt(++sequence).putInt(0).put(fixed);
        if (attribute.length > 0) {
            question.putShort((short) (4 + attribute.length)).putShort((short) attributeType);
            question.put(attribute);
        }
        if (Libc.send(socket, out, length, 0) < 0) {
            throw RawSocketException.of("the kernel's routes cannot be asked", Libc.error());
        }
        while (true) {
            long read = Libc.recv(socket, in, ROOM, 0);
            if (read < HEADER) {
                throw RawSocketException.of("the kernel does not answer about its routes", Libc.error());
            }
            if (answer.getInt(8) == sequence) {
                int end = (int) Math.min(read, answer.getInt(0));
                return answer.getShort(4) == ERROR
                        ? Optional.empty()
                        : Optional.of(new Reply(answer, HEADER, fixed.length, end));
            }
        }
    }

    @Override
    public void close() {
        Libc.close(socket);
    }

    /** An answer, valid until the next question. */
    record Reply(ByteBuffer bytes, int at, int fixedLength, int end) {
        int u8(int offset) {
            return bytes.get(at + offset) & 0xFF;
        }

        int u16(int offset) {
            return bytes.getShort(at + offset) & 0xFFFF;
        }

        int i32(int offset) {
            return bytes.getInt(at + offset);
        }

        /** The value of the first attribute of that type; empty where there is none. */
        Optional<byte[]> attribute(int type) {
            int place = at + fixedLength;
            while (end - place >= 4) {
                int length = bytes.getShort(place) & 0xFFFF;
                if (length < 4 || length > end - place) {
                    return Optional.empty();
                }
                if ((bytes.getShort(place + 2) & 0x3FFF) == type) {
                    byte[] value = new byte[length - 4];
                    for (int i = 0; i < value.length; i++) {
                        value[i] = bytes.get(place + 4 + i);
                    }
                    return Optional.of(value);
                }
                place += (length + 3) & ~3;
            }
            return Optional.empty();
        }

        Optional<Integer> number(int type) {
            return attribute(type)
                    .filter(value -> value.length == 4)
                    .map(value -> ByteBuffer.wrap(value)
                            .order(ByteOrder.nativeOrder())
                            .getInt());
        }
    }
}
