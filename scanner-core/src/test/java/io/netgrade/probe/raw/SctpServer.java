// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import com.sun.jna.Memory;
import io.netgrade.endpoint.AddressRange;
import io.netgrade.probe.sctp.SctpPacket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * The side of SCTP that takes associations (RFC 9260), written apart from netgrade's own: it keeps nothing before
 * the cookie comes back (5.1.3), takes one message a chunk, parts long answers into fragments (6.9), and writes down whatever
 * a client does that a client must not. Opened in its namespace.
 */
public final class SctpServer implements AutoCloseable {
    private static final int SCTP = 132;
    private static final int ROOM = 4_096;
    private static final int OUR_TAG = 0x5EED_0001;
    private static final int OUR_FIRST = 0x1000;
    private static final int COOKIE = 0xC00C_1E55;

    /** An answer of a user that is no message: the association is ended (section 9.1). */
    public static final byte[] ABORT = {};

    /** The address that all of IPv6 comes from, as a socket of IPv6 gives no header. */
    private static final byte[] CLIENT = AddressRange.of("fd77::1").first().getAddress();

    /** What lives on a port: the answers to one message, each a user message, or {@link #ABORT}. */
    public interface User {
        List<byte[]> answers(long payloadProtocol, byte[] message);
    }

    private final boolean six;
    private final int socket;
    private final Map<Integer, User> users;
    private final int fragment;
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Map<Long, Peer> peers = new HashMap<>();
    private final Thread thread;
    private volatile boolean stopped;

    /** One association. */
    private static final class Peer {
        private int tag;
        private int expected;
        private int next = OUR_FIRST;
        private int acknowledged = OUR_FIRST - 1;
        private int sequence;
        private boolean open;
    }

    /**
     * Over IPv4.
     *
     * @param fragment octets of a user message in one chunk
     */
    public SctpServer(Map<Integer, User> users, int fragment) {
        this(false, users, fragment);
    }

    /** The same over IPv6, to {@code fd77::1} alone. */
    public static SctpServer overIpv6(Map<Integer, User> users, int fragment) {
        return new SctpServer(true, users, fragment);
    }

    private SctpServer(boolean six, Map<Integer, User> users, int fragment) {
        this.six = six;
        this.socket = Libc.socket(six ? Libc.AF_INET6 : Libc.AF_INET, Libc.SOCK_RAW, SCTP);
        this.users = users;
        this.fragment = fragment;
        thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    /** What clients did wrong. */
    public List<String> faults() {
        return faults;
    }

    /** The types of the chunks that came, in their order, each with the port. */
    public List<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Libc.close(socket);
    }

    private void serve() {
        Memory in = new Memory(ROOM);
        while (!stopped) {
            long length = Libc.recv(socket, in, ROOM, 0x40);
            if (length <= 0) {
                LockSupport.parkNanos(500_000);
            } else {
                datagram(ByteBuffer.wrap(in.getByteArray(0, (int) length)));
            }
        }
    }

    private static byte[] behind(int at, ByteBuffer whole) {
        byte[] rest = new byte[whole.limit() - at];
        whole.get(at, rest);
        return rest;
    }

    private void datagram(ByteBuffer ip) {
        int at = six ? 0 : (ip.get(0) & 0xF) * 4;
        byte[] packet = behind(at, ip);
        ByteBuffer bytes = ByteBuffer.wrap(packet);
        if (bytes.getInt(8) != SctpPacket.checksum(packet)) {
            faults.add("a wrong checksum");
            return;
        }
        int from = six ? 0 : ip.getInt(12);
        int theirs = bytes.getShort(0) & 0xFFFF;
        int ours = bytes.getShort(2) & 0xFFFF;
        List<byte[]> out = new ArrayList<>();
        Peer peer = peers.computeIfAbsent((long) from << 32 | theirs << 16 | ours, any -> new Peer());
        int chunkAt = 12;
        while (packet.length - chunkAt >= 4) {
            int length = bytes.getShort(chunkAt + 2) & 0xFFFF;
            if (length < 4 || length > packet.length - chunkAt) {
                faults.add("a chunk of length " + length);
                return;
            }
            ByteBuffer chunk = ByteBuffer.wrap(Arrays.copyOfRange(packet, chunkAt, chunkAt + length));
            chunk(peer, ours, bytes.getInt(4), chunk, out);
            chunkAt += length + 3 & ~3;
        }
        if (chunkAt != packet.length) {
            faults.add("padding that is missing, or too much");
        }
        for (byte[] chunks : out) {
            send(ours, theirs, peer.tag, chunks, from);
        }
    }

    private void chunk(Peer peer, int port, int tag, ByteBuffer chunk, List<byte[]> out) {
        int type = chunk.get(0) & 0xFF;
        heard.add(port + " " + type);
        if (tag != (type == 1 ? 0 : OUR_TAG)) {
            faults.add("chunk " + type + " with tag " + Integer.toHexString(tag));
            return;
        }
        switch (type) {
            case 0 -> data(peer, port, chunk, out);
            case 1 -> init(peer, port, chunk, out);
            case 3 -> sack(peer, chunk);
            case 6, 9 -> peer.open = false;
            case 7 -> {
                if (chunk.getInt(4) != peer.next - 1) {
                    faults.add("SHUTDOWN before all was acknowledged");
                }
                out.add(plain(8));
            }
            case 10 -> {
                if (chunk.limit() != 8 || chunk.getInt(4) != COOKIE) {
                    faults.add("another cookie");
                }
                peer.open = true;
                out.add(plain(11));
            }
            case 14 -> peer.open = false;
            default -> faults.add("chunk " + type);
        }
    }

    private void init(Peer peer, int port, ByteBuffer chunk, List<byte[]> out) {
        if (chunk.limit() < 20 || chunk.getInt(4) == 0 || chunk.getShort(12) == 0 || chunk.getInt(8) < 1_500) {
            faults.add("an INIT that is none");
        }
        peer.tag = chunk.getInt(4);
        if (!users.containsKey(port)) {
            out.add(plain(6));
            return;
        }
        peer.expected = chunk.getInt(16);
        peer.next = OUR_FIRST;
        out.add(ByteBuffer.allocate(28)
                .putInt(0x0200_001C)
                .putInt(OUR_TAG)
                .putInt(65_536)
                .putInt(0x0010_0010)
                .putInt(OUR_FIRST)
                .putInt(0x0007_0008)
                .putInt(COOKIE)
                .array());
    }

    private void data(Peer peer, int port, ByteBuffer chunk, List<byte[]> out) {
        if (!peer.open || chunk.limit() <= 16 || chunk.getShort(8) != 0 || (chunk.get(1) & 3) != 3) {
            faults.add("DATA that is not a whole message on stream 0 of an association");
            return;
        }
        out.add(ByteBuffer.allocate(16)
                .putInt(0x0300_0010)
                .putInt(chunk.getInt(4))
                .putInt(65_536)
                .putInt(0)
                .array());
        if (chunk.getInt(4) != peer.expected) {
            return;
        }
        peer.expected++;
        byte[] message = behind(16, chunk);
        long payloadProtocol = chunk.getInt(12) & 0xFFFF_FFFFL;
        for (byte[] answer : users.get(port).answers(payloadProtocol, message)) {
            if (answer == ABORT) {
                out.add(plain(6));
            } else {
                parts(peer, payloadProtocol, answer, out);
            }
        }
    }

    private void parts(Peer peer, long payloadProtocol, byte[] answer, List<byte[]> out) {
        for (int at = 0; at < answer.length; at += fragment) {
            int length = Math.min(fragment, answer.length - at);
            int flags = (at == 0 ? 2 : 0) | (at + length == answer.length ? 1 : 0);
            ByteBuffer chunk = ByteBuffer.allocate(16 + (length + 3 & ~3))
                    .putShort((short) flags)
                    .putShort((short) (16 + length))
                    .putInt(peer.next++)
                    .putShort((short) 0)
                    .putShort((short) peer.sequence)
                    .putInt((int) payloadProtocol)
                    .put(answer, at, length);
            out.add(chunk.array());
        }
        peer.sequence++;
    }

    private void sack(Peer peer, ByteBuffer chunk) {
        int number = chunk.getInt(4);
        if (number - peer.next >= 0 || number - peer.acknowledged < 0) {
            faults.add("SACK of what was not sent");
        }
        peer.acknowledged = number;
    }

    private static byte[] plain(int type) {
        return new byte[] {(byte) type, 0, 0, 4};
    }

    private void send(int ours, int theirs, int tag, byte[] chunks, int to) {
        ByteBuffer packet = ByteBuffer.allocate(12 + chunks.length)
                .putShort((short) ours)
                .putShort((short) theirs)
                .putInt(tag)
                .putInt(0)
                .put(chunks);
        packet.putInt(8, SctpPacket.checksum(packet.array()));
        Memory address = new Memory(28);
        address.clear();
        address.setShort(0, (short) (six ? Libc.AF_INET6 : Libc.AF_INET));
        if (six) {
            address.write(8, CLIENT, 0, CLIENT.length);
        } else {
            address.getByteBuffer(4, 4).order(ByteOrder.BIG_ENDIAN).putInt(to);
        }
        Memory bytes = new Memory(packet.limit());
        bytes.write(0, packet.array(), 0, packet.limit());
        Memory vector = new Memory(16);
        vector.setPointer(0, bytes);
        vector.setLong(8, packet.limit());
        Memory message = new Memory(64);
        message.clear();
        message.setPointer(0, address);
        message.setInt(8, six ? 28 : 16);
        message.setPointer(16, vector);
        message.setLong(24, 1);
        Libc.sendmmsg(socket, message, 1, 0);
    }
}
