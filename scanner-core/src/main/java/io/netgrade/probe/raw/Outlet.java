// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The only way out for packets of our own making, with the {@link Gate} in front of it. Frames go straight to an Ethernet
 * interface where the kernel knows the next station; else the kernel makes the way (raw(7)): on the loopback interface, on
 * links that are not Ethernet, and for the first packets to a station that it must look for (ARP, RFC 4861).
 */
final class Outlet implements AutoCloseable {
    private final Gate gate;
    private final int room;
    private final Routes routes = new Routes();
    private final Map<Integer, Batch> links = new HashMap<>();
    private final Map<Integer, Batch> families = new HashMap<>();
    private final List<Integer> owned = new ArrayList<>();
    private long packets;

    Outlet(Gate gate) throws RawSocketException {
        this(gate, Batch.PROBE_ROOM);
    }

    /** @param room octets of the longest frame, with two to spare */
    Outlet(Gate gate, int room) throws RawSocketException {
        this.gate = gate;
        this.room = room;
    }

    /** Fails where the right to raw sockets is missing. */
    static void assertAllowed() throws RawSocketException {
        if (com.sun.jna.Native.POINTER_SIZE != 8) {
            throw new RawSocketException("raw sockets are spoken to on 64-bit Linux only; use --discovery connect");
        }
        Libc.close(socket(Libc.AF_PACKET, 0));
    }

    /**
     * Tells the kernel that an IP protocol is spoken here, so that it does not answer its packets with ICMP protocol
     * unreachable where it does not speak it itself.
     */
    void own(int protocol) throws RawSocketException {
        owned.add(socket(Libc.AF_INET, protocol));
        owned.add(socket(Libc.AF_INET6, protocol));
    }

    /** The way to an address; {@link Hop#NONE} where there is none. */
    Hop way(Spot target) throws RawSocketException {
        return routes.to(target);
    }

    /** Adds a probe to what leaves next; false where the gate refuses it, and nothing is sent. */
    boolean add(Spot target, Hop hop, Probe probe, int sourcePort, int number) throws RawSocketException {
        if (!gate.permits(target)) {
            return false;
        }
        Batch batch = begin(target, hop, probe.protocol(), probe.length());
        int at = batch.next() + Datagram.length(target.ipv6);
        long sum = Datagram.pseudoHeader(target, hop, probe.protocol(), probe.length());
        probe.write(batch.bytes(), at, sourcePort, target.port, number, sum);
        end(batch, target, probe.length());
        return true;
    }

    /** Adds a farewell; the gate stands in front of it too. */
    void add(Farewell farewell, Hop hop, int protocol) throws RawSocketException {
        Spot target = farewell.target();
        if (hop == Hop.NONE || !gate.permits(target)) {
            return;
        }
        Batch batch = begin(target, hop, protocol, farewell.length());
        int at = batch.next() + Datagram.length(target.ipv6);
        farewell.write(batch.bytes(), at, Datagram.pseudoHeader(target, hop, protocol, farewell.length()));
        end(batch, target, farewell.length());
    }

    /**
     * Sends a packet of a transport whose checksum covers no pseudo-header; false where the gate refuses it, and nothing is
     * sent.
     */
    boolean send(Spot target, Hop hop, int protocol, byte[] transport) throws RawSocketException {
        if (!gate.permits(target)) {
            return false;
        }
        Batch batch = begin(target, hop, protocol, transport.length);
        int at = batch.next() + Datagram.length(target.ipv6);
        for (int i = 0; i < transport.length; i++) {
            batch.bytes().put(at + i, transport[i]);
        }
        end(batch, target, transport.length);
        batch.flush();
        return true;
    }

    private Batch begin(Spot target, Hop hop, int protocol, int length) throws RawSocketException {
        Batch batch = batch(target.ipv6, hop);
        ByteBuffer bytes = batch.bytes();
        byte[] station = hop.station();
        if (batch.framed() && station != null) {
            Datagram.writeEthernet(
                    bytes, batch.next() - Datagram.ETHERNET, station, hop.out().station(), target.ipv6);
        }
        Datagram.writeIp(bytes, batch.next(), target, hop, protocol, length);
        return batch;
    }

    private void end(Batch batch, Spot target, int length) throws RawSocketException {
        batch.add(target, Datagram.length(target.ipv6) + length);
        packets++;
        if (batch.full()) {
            batch.flush();
        }
    }

    /** Sends what was added. */
    void flush() throws RawSocketException {
        for (Batch batch : links.values()) {
            batch.flush();
        }
        for (Batch batch : families.values()) {
            batch.flush();
        }
    }

    /** Packets that were sent so far. */
    long packets() {
        return packets;
    }

    /** How often the system had no room for packets. */
    long pushedBack() {
        return links.values().stream().mapToLong(Batch::pushedBack).sum()
                + families.values().stream().mapToLong(Batch::pushedBack).sum();
    }

    @Override
    public void close() {
        routes.close();
        links.values().forEach(Batch::close);
        families.values().forEach(Batch::close);
        owned.forEach(Libc::close);
    }

    private Batch batch(boolean ipv6, Hop hop) throws RawSocketException {
        boolean framed = hop.station() != null;
        Map<Integer, Batch> batches = framed ? links : families;
        int key = framed ? hop.out().index() : ipv6 ? Libc.AF_INET6 : Libc.AF_INET;
        Batch known = batches.get(key);
        if (known == null) {
            known = new Batch(framed ? link(key) : socket(key, Libc.IPPROTO_RAW), framed, room);
            batches.put(key, known);
        }
        return known;
    }

    /** A socket for frames, bound to an interface (struct sockaddr_ll); receives none (protocol 0). */
    private static int link(int index) throws RawSocketException {
        int socket = socket(Libc.AF_PACKET, 0);
        Memory address = new Memory(20);
        address.clear();
        address.setShort(0, (short) Libc.AF_PACKET);
        address.setInt(4, index);
        if (Libc.bind(socket, address, 20) < 0) {
            int error = Libc.error();
            Libc.close(socket);
            throw RawSocketException.of("frames cannot be sent out of interface " + index, error);
        }
        return socket;
    }

    private static int socket(int family, int protocol) throws RawSocketException {
        int socket = Libc.socket(family, Libc.SOCK_RAW, protocol);
        if (socket < 0) {
            throw RawSocketException.of("no raw socket", Libc.error());
        }
        return socket;
    }
}
