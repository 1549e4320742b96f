// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.locks.LockSupport;

/**
 * Packets that leave in one call of the system (sendmmsg). Everything the call reads is laid out once; for each packet,
 * only its bytes, its length and, where the kernel makes the way, its destination are written.
 */
final class Batch implements AutoCloseable {
    static final int MOST = 64;
    /** Octets of a frame that bears a probe. */
    static final int PROBE_ROOM = 128;
    /** Where a packet of IP begins in its room; a frame begins {@link Datagram#ETHERNET} before. */
    private static final int IP_AT = 16;

    private static final int ADDRESS_ROOM = 32;
    private static final long PAUSE_NANOS = 200_000;

    private final int socket;
    private final boolean framed;
    private final Memory messages = new Memory((long) MOST * Libc.MESSAGE_LENGTH);
    private final Memory vectors = new Memory((long) MOST * Libc.VECTOR_LENGTH);
    private final Memory addresses = new Memory((long) MOST * ADDRESS_ROOM);
    private final int room;
    private final Memory rooms;
    private final ByteBuffer bytes;
    private int count;
    private long pushedBack;

    /**
     * @param socket closed with this batch
     * @param framed whether packets leave as Ethernet frames; else the kernel finds their way
     * @param room octets of the longest frame, with two to spare
     */
    Batch(int socket, boolean framed, int room) {
        this.room = room;
        this.rooms = new Memory((long) MOST * room);
        this.bytes = rooms.getByteBuffer(0, rooms.size()).order(ByteOrder.BIG_ENDIAN);
        this.socket = socket;
        this.framed = framed;
        messages.clear();
        addresses.clear();
        for (int i = 0; i < MOST; i++) {
            vectors.setPointer((long) i * Libc.VECTOR_LENGTH, rooms.share((long) i * room + ipAt()));
            messages.setPointer((long) i * Libc.MESSAGE_LENGTH + 16, vectors.share((long) i * Libc.VECTOR_LENGTH));
            messages.setLong((long) i * Libc.MESSAGE_LENGTH + 24, 1);
        }
    }

    private int ipAt() {
        return framed ? IP_AT - Datagram.ETHERNET : IP_AT;
    }

    boolean framed() {
        return framed;
    }

    boolean full() {
        return count == MOST;
    }

    ByteBuffer bytes() {
        return bytes;
    }

    /** Where IP of the next packet begins. */
    int next() {
        return count * room + IP_AT;
    }

    /** Takes the packet that was written at {@link #next}, as long as said from IP on. */
    void add(Spot to, int length) {
        vectors.setLong((long) count * Libc.VECTOR_LENGTH + 8, framed ? length + Datagram.ETHERNET : length);
        if (!framed) {
            address(to);
        }
        count++;
    }

    /** sockaddr_in: family, port, address; sockaddr_in6: family, port, flow, address, scope. */
    private void address(Spot to) {
        long at = (long) count * ADDRESS_ROOM;
        ByteBuffer written = addresses.getByteBuffer(at, ADDRESS_ROOM).order(ByteOrder.BIG_ENDIAN);
        addresses.setShort(at, (short) (to.ipv6 ? Libc.AF_INET6 : Libc.AF_INET));
        if (to.ipv6) {
            written.putLong(8, to.high).putLong(16, to.low);
        } else {
            written.putInt(4, (int) to.low);
        }
        messages.setPointer((long) count * Libc.MESSAGE_LENGTH, addresses.share(at));
        messages.setInt((long) count * Libc.MESSAGE_LENGTH + 8, to.ipv6 ? 28 : 16);
    }

    /** Sends what was added. A packet that the system cannot send is left out; it counts as sent and lost. */
    void flush() throws RawSocketException {
        int sent = 0;
        while (sent < count) {
            int more = Libc.sendmmsg(socket, messages.share((long) sent * Libc.MESSAGE_LENGTH), count - sent, 0);
            if (more > 0) {
                sent += more;
                continue;
            }
            int error = Libc.error();
            switch (error) {
                case Libc.ENOBUFS, Libc.EAGAIN -> {
                    pushedBack++;
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
                case Libc.EPERM, Libc.EACCES, Libc.EHOSTUNREACH, Libc.ENETUNREACH, Libc.EMSGSIZE -> sent++;
                default -> throw RawSocketException.of("packets cannot be sent", error);
            }
        }
        count = 0;
    }

    /** How often the system had no room for packets. */
    long pushedBack() {
        return pushedBack;
    }

    @Override
    public void close() {
        Libc.close(socket);
    }
}
