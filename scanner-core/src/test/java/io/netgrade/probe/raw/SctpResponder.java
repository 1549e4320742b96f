// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An SCTP end over IPv4 that follows RFC 9260 as far as an INIT and what comes right after it: a packet whose checksum is
 * wrong is dropped (section 6.8); an INIT to an open port is answered INIT ACK with a state cookie (5.1), to a closed one
 * ABORT with the INIT's own tag (8.4, 5.1); an ABORT with the right tag is noted. Opened in its namespace.
 */
final class SctpResponder implements AutoCloseable {
    private static final int SCTP = 132;
    private static final int ROOM = 2_048;
    private static final int OUR_TAG = 0x5EED_0001;

    private final int socket = Libc.socket(Libc.AF_INET, Libc.SOCK_RAW, SCTP);
    private final Set<Integer> open;
    private final Set<Integer> silent;
    private final List<Integer> aborted = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    SctpResponder(Set<Integer> open, Set<Integer> silent) {
        this.open = open;
        this.silent = silent;
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    /** The ports on which what an INIT ACK began was ended by an ABORT. */
    List<Integer> aborted() {
        return aborted;
    }

    @Override
    public void close() {
        stopped = true;
        Libc.close(socket);
    }

    private void serve() {
        Memory in = new Memory(ROOM);
        while (!stopped) {
            long length = Libc.recv(socket, in, ROOM, 0x40);
            if (length <= 0) {
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            } else {
                datagram(ByteBuffer.wrap(in.getByteArray(0, (int) length)));
            }
        }
    }

    /** IPv4 with its header, as a raw socket gives it. */
    private void datagram(ByteBuffer ip) {
        int at = (ip.get(0) & 0xF) * 4;
        int length = ip.limit() - at;
        int sum = ip.getInt(at + 8);
        ip.putInt(at + 8, 0);
        if (sum != InitProbe.checksum(ip, at, length)) {
            return;
        }
        int port = ip.getShort(at + 2) & 0xFFFF;
        int type = ip.get(at + 12);
        if (type == 6 && ip.getInt(at + 4) == OUR_TAG) {
            aborted.add(port);
        } else if (type == 1 && ip.getInt(at + 4) == 0 && !silent.contains(port)) {
            answer(ip, at, port, ip.getInt(at + 16));
        }
    }

    private void answer(ByteBuffer ip, int at, int port, int theirTag) {
        boolean accepts = open.contains(port);
        ByteBuffer packet = ByteBuffer.allocate(accepts ? 40 : 16);
        packet.putShort((short) port).putShort(ip.getShort(at)).putInt(theirTag).putInt(0);
        if (accepts) {
            packet.putInt(0x0200_001C)
                    .putInt(OUR_TAG)
                    .putInt(65_536)
                    .putInt(0x0010_0010)
                    .putInt(1);
            packet.putInt(0x0007_0008).putInt(0xC0FFEE);
        } else {
            packet.putInt(0x0600_0004);
        }
        packet.putInt(8, InitProbe.checksum(packet, 0, packet.limit()));
        send(packet.array(), ip.getInt(12));
    }

    /** The source address is the route's: the first of the interface. */
    private void send(byte[] packet, int to) {
        Memory address = new Memory(16);
        address.clear();
        address.setShort(0, (short) Libc.AF_INET);
        address.getByteBuffer(4, 4).order(ByteOrder.BIG_ENDIAN).putInt(to);
        Memory bytes = new Memory(packet.length);
        bytes.write(0, packet, 0, packet.length);
        Memory vector = new Memory(16);
        vector.setPointer(0, bytes);
        vector.setLong(8, packet.length);
        Memory message = new Memory(64);
        message.clear();
        message.setPointer(0, address);
        message.setInt(8, 16);
        message.setPointer(16, vector);
        message.setLong(24, 1);
        Libc.sendmmsg(socket, message, 1, 0);
    }
}
