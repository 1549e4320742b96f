// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A wire between two network namespaces that loses, delays, reorders and doubles packets as it is told, for kernels without
 * netem: it has a TUN device in each and carries what one sends to the other. What it does to a packet is drawn from a seed,
 * the port at the far end and how many packets of that port and direction went before: it is the same in every run, whatever
 * comes in between. Needs Linux and root.
 *
 * <p>It is one file that needs nothing but JNA, so that a bench can start it out of its source ({@link #main}).
 */
public final class BadWire implements AutoCloseable {
    /** Packets under way at a time; more are lost, as on any line. */
    private static final int ROOM = 50_000;

    private static final int IPV6_HEADER = 40;
    private static final int LONGEST_PACKET = 65_536;
    private static final int NETWORK_NAMESPACE = 0x4000_0000;
    private static final int READ_WRITE_AT_ONCE = 0x802;
    /** TUNSETIFF, and the flags of a device of bare IP packets (linux/if_tun.h). */
    private static final int SET_INTERFACE = 0x4004_54CA;

    private static final short BARE_PACKETS = 0x1001;
    private static final int NAME_LENGTH = 16;
    private static final int INTERFACE_REQUEST = 40;
    private static final short READABLE = 1;
    private static final int POLLED = 8;
    private static final int LONGEST_REST = 50;

    private Conditions conditions;
    private final Map<Integer, Integer> before = new HashMap<>();
    private final PriorityQueue<Packet> underWay = new PriorityQueue<>();
    private final CompletableFuture<Void> up = new CompletableFuture<>();
    private final Thread thread;
    private final byte[] buffer = new byte[LONGEST_PACKET];
    private long taken;
    private volatile long carried;
    private volatile long lost;
    private volatile boolean over;

    /**
     * What happens to packets.
     *
     * @param loss the share that is lost, of each direction
     * @param delayMillis how long each takes, one way
     * @param jitterMillis up to so much longer, each packet for itself: later ones overtake earlier ones
     * @param doubled the share that comes twice
     */
    public record Conditions(double loss, int delayMillis, int jitterMillis, double doubled, long seed) {
        /** A wire that does nothing to packets. */
        public static final Conditions CLEAN = new Conditions(0, 0, 0, 0, 1);

        public Conditions losing(double share) {
            return new Conditions(share, delayMillis, jitterMillis, doubled, seed);
        }

        public Conditions delaying(int millis, int jitter) {
            return new Conditions(loss, millis, jitter, doubled, seed);
        }

        public Conditions doubling(double share) {
            return new Conditions(loss, delayMillis, jitterMillis, share, seed);
        }
    }

    /** One end: a device of a namespace, which is a file such as {@code /proc/PID/ns/net}. */
    public record End(String namespace, String device) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared by its octets
    private record Packet(long due, long number, int to, byte[] bytes) implements Comparable<Packet> {
        @Override
        public int compareTo(Packet other) {
            int byTime = Long.compare(due, other.due);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    /** What of the C library it needs. */
    private static final class Kernel {
        static {
            Native.register(Kernel.class, "c");
        }

        private static native int open(String path, int flags);

        private static native int setns(int descriptor, int kind);

        private static native int ioctl(int descriptor, long request, Pointer argument);

        private static native int poll(Pointer descriptors, long count, int millis);

        private static native long read(int descriptor, byte[] into, long length);

        private static native long write(int descriptor, byte[] from, long length);

        private static native int close(int descriptor);
    }

    private BadWire(Conditions conditions, End near, End far) {
        this.conditions = conditions;
        this.thread = new Thread(() -> carry(near, far), "wire");
        thread.setDaemon(true);
    }

    /** Makes both devices, which whoever asks for it gives addresses and brings up. */
    public static BadWire between(End near, End far, Conditions conditions) throws IOException {
        BadWire wire = new BadWire(conditions, near, far);
        wire.thread.start();
        try {
            wire.up.join();
        } catch (CompletionException e) {
            throw new IOException("no wire", e.getCause());
        }
        return wire;
    }

    /** Treats packets otherwise from the next on. */
    public synchronized void become(Conditions wanted) {
        before.clear();
        conditions = wanted;
    }

    /** Packets that came in, the lost ones among them. */
    public long carried() {
        return carried;
    }

    public long lost() {
        return lost;
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(End near, End far) {
        int[] devices = {-1, -1};
        try (Memory polled = new Memory(2 * POLLED)) {
            devices[0] = device(near);
            devices[1] = device(far);
            for (int side = 0; side < 2; side++) {
                polled.setInt((long) side * POLLED, devices[side]);
                polled.setShort((long) side * POLLED + 4, READABLE);
            }
            up.complete(null);
            while (!over) {
                Kernel.poll(polled, 2, rest());
                take(devices, 0);
                take(devices, 1);
                give(devices);
            }
        } catch (IOException | RuntimeException | Error e) {
            up.completeExceptionally(e);
        } finally {
            Kernel.close(devices[0]);
            Kernel.close(devices[1]);
        }
    }

    /** The thread stays in the namespace, which matters to nothing but the device. */
    private static int device(End end) throws IOException {
        int namespace = Kernel.open(end.namespace(), 0);
        if (namespace < 0 || Kernel.setns(namespace, NETWORK_NAMESPACE) < 0) {
            throw new IOException("cannot enter " + end.namespace());
        }
        Kernel.close(namespace);
        int device = Kernel.open("/dev/net/tun", READ_WRITE_AT_ONCE);
        try (Memory request = new Memory(INTERFACE_REQUEST)) {
            request.clear();
            byte[] name = end.device().getBytes(StandardCharsets.US_ASCII);
            request.write(0, name, 0, Math.min(name.length, NAME_LENGTH - 1));
            request.setShort(NAME_LENGTH, BARE_PACKETS);
            if (device < 0 || Kernel.ioctl(device, SET_INTERFACE, request) < 0) {
                throw new IOException("cannot make the TUN device " + end.device());
            }
        }
        return device;
    }

    /** Milliseconds until the next is due. */
    private int rest() {
        Packet next = underWay.peek();
        if (next == null) {
            return LONGEST_REST;
        }
        long nanos = next.due() - System.nanoTime();
        return (int) Math.max(0, Math.min(LONGEST_REST, (nanos + 999_999) / 1_000_000));
    }

    private synchronized void take(int[] devices, int from) {
        long length = Kernel.read(devices[from], buffer, buffer.length);
        while (length > 0) {
            byte[] packet = Arrays.copyOf(buffer, (int) length);
            carried++;
            SplittableRandom fate = fate(packet, 1 - from);
            send(packet, 1 - from, fate);
            if (fate.nextDouble() < conditions.doubled()) {
                send(packet, 1 - from, fate);
            }
            length = Kernel.read(devices[from], buffer, buffer.length);
        }
    }

    /** Of what has ports where TCP, UDP and SCTP have them; else what stands there. */
    private static int farPort(byte[] packet, int to) {
        int header = packet[0] >> 4 == 4 ? (packet[0] & 0xF) * 4 : IPV6_HEADER;
        int at = to == 1 ? header + 2 : header;
        return at + 2 <= packet.length ? ((packet[at] & 0xFF) << 8) | (packet[at + 1] & 0xFF) : 0;
    }

    private SplittableRandom fate(byte[] packet, int to) {
        int stream = 2 * farPort(packet, to) + to;
        int number = before.merge(stream, 1, Integer::sum);
        return new SplittableRandom(conditions.seed() + ((long) stream << 32) + number);
    }

    private synchronized void send(byte[] packet, int to, SplittableRandom fate) {
        int late = conditions.jitterMillis() == 0 ? 0 : fate.nextInt(conditions.jitterMillis() * 1_000);
        if (fate.nextDouble() < conditions.loss() || underWay.size() >= ROOM) {
            lost++;
            return;
        }
        long due = System.nanoTime() + conditions.delayMillis() * 1_000_000L + late * 1_000L;
        underWay.add(new Packet(due, taken++, to, packet));
    }

    private void give(int[] devices) {
        long now = System.nanoTime();
        while (!underWay.isEmpty() && underWay.peek().due() <= now) {
            Packet packet = underWay.poll();
            // A device that is down takes nothing: the packet is lost.
            Kernel.write(devices[packet.to()], packet.bytes(), packet.bytes().length);
        }
    }

    /**
     * Keeps a wire until it is killed.
     *
     * @param arguments milliseconds of delay one way, namespace and device of both ends, the share that is lost
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Conditions conditions =
                Conditions.CLEAN.delaying(Integer.parseInt(arguments[0]), 0).losing(Double.parseDouble(arguments[5]));
        End near = new End(arguments[1], arguments[2]);
        End far = new End(arguments[3], arguments[4]);
        try (BadWire wire = between(near, far, conditions)) {
            wire.thread.join();
        }
    }
}
