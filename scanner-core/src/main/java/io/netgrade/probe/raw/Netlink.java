// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Asks the kernel of its routes, neighbours and interfaces (rtnetlink(7)). A message is a header of 16 bytes (length, type,
 * flags, sequence, port), a fixed part, and attributes of length, type and value, each padded to 4 bytes.
 */
final class Netlink implements AutoCloseable {
    static final int GET_LINK = 18;
    static final int GET_ROUTE = 26;
    static final int GET_NEIGHBOUR = 30;
    static final int GET_RULE = 34;

    private static final int ERROR = 2;
    private static final int DONE = 3;
    private static final int REQUEST = 1;
    private static final int DUMP = 0x300;
    /** On an answer: what is told has changed meanwhile. */
    private static final int INTERRUPTED = 0x10;

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
        begin(type, REQUEST, fixed);
        if (attribute.length > 0) {
            question.putShort((short) (4 + attribute.length)).putShort((short) attributeType);
            question.put(attribute);
        }
        send();
        while (true) {
            int read = receive();
            if (answer.getInt(8) == sequence) {
                int end = Math.min(read, answer.getInt(0));
                return answer.getShort(4) == ERROR
                        ? Optional.empty()
                        : Optional.of(new Reply(answer, HEADER, fixed.length, end));
            }
        }
    }

    /**
     * Hands on all that the kernel has of a kind; false where it does not tell all of it, where that changed meanwhile, or
     * where the taker wants no more. What is left then is never read: nothing else may be asked of this.
     *
     * @param fixed as {@link #ask} takes it
     */
    boolean dump(int type, byte[] fixed, Predicate<Reply> taker) throws RawSocketException {
        begin(type, REQUEST | DUMP, fixed);
        send();
        while (true) {
            int read = receive();
            int place = 0;
            while (read - place >= HEADER) {
                int length = answer.getInt(place);
                int kind = answer.getShort(place + 4);
                boolean changed = (answer.getShort(place + 6) & INTERRUPTED) != 0;
                if (length < HEADER || length > read - place || kind == ERROR || changed) {
                    return false;
                }
                if (kind == DONE) {
                    return true;
                }
                if (!taker.test(new Reply(answer, place + HEADER, fixed.length, place + length))) {
                    return false;
                }
                place += (length + 3) & ~3;
            }
        }
    }

    private void begin(int type, int flags, byte... fixed) {
        question.clear();
        question.putInt(0).putShort((short) type).putShort((short) flags);
        question.putInt(++sequence).putInt(0).put(fixed);
    }

    private void send() throws RawSocketException {
        question.putInt(0, question.position());
        if (Libc.send(socket, out, question.position(), 0) < 0) {
            throw RawSocketException.of("the kernel's routes cannot be asked", Libc.error());
        }
    }

    private int receive() throws RawSocketException {
        long read = Libc.recv(socket, in, ROOM, 0);
        if (read < HEADER) {
            throw RawSocketException.of("the kernel does not answer about its routes", Libc.error());
        }
        return (int) read;
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
