// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.endpoint.Transport;
import io.netgrade.packet.Packet;
import io.netgrade.protocol.Carriage;
import io.netgrade.protocol.Enclosed;
import io.netgrade.wire.ByteView;

/** What lies below the protocol that is being read: the headers of the newest packet. And what the protocol encloses. */
final class Below implements Carriage {
    static final int NOTHING = -1;

    private final FlowTable table;
    private final ByteView enclosed = new ByteView();
    private int entry;
    private int timeToLive;
    private boolean multicast;
    private long payloadProtocol;
    private long missing;
    private int enclosedLinkType = NOTHING;
    private long enclosedOnWire;

    Below(FlowTable table) {
        this.table = table;
    }

    void packet(Packet packet, int ofEntry) {
        entry = ofEntry;
        timeToLive = packet.timeToLive();
        multicast = packet.multicast();
        payloadProtocol = -1;
        missing = 0;
    }

    void payloadProtocol(long identifier) {
        payloadProtocol = identifier;
    }

    /** So many bytes of the datagram were not captured. */
    void missing(long bytes) {
        missing = bytes;
    }

    @Override
    public int timeToLive() {
        return timeToLive;
    }

    @Override
    public boolean tcpMd5() {
        return table.transport(entry) == Transport.TCP && FlowState.everySeenSide(table.state(entry), FlowState.md5(0));
    }

    @Override
    public boolean tcpAo() {
        return table.transport(entry) == Transport.TCP && FlowState.everySeenSide(table.state(entry), FlowState.ao(0));
    }

    @Override
    public long payloadProtocol() {
        return payloadProtocol;
    }

    @Override
    public boolean multicast() {
        return multicast;
    }

    @Override
    public long originatingPoint() {
        return point(table.side());
    }

    @Override
    public long destinationPoint() {
        return point(1 - table.side());
    }

    private long point(int side) {
        return table.addressHigh(entry, side) == Packet.POINT_CODES ? table.addressLow(entry, side) : -1;
    }

    /** A reader has found a packet. */
    void encloses(Enclosed kind, ByteView bytes, int from, int length) {
        enclosed.wrap(bytes, from, length);
        enclosedLinkType = kind.linkType();
        enclosedOnWire = length + (from + length == bytes.length() ? missing : 0);
    }

    /** The link type of the packet found last, which is then taken; {@link #NOTHING} where none was. */
    int takeEnclosed() {
        int linkType = enclosedLinkType;
        enclosedLinkType = NOTHING;
        return linkType;
    }

    ByteView enclosed() {
        return enclosed;
    }

    /** Bytes that the enclosed packet had on the wire. */
    long enclosedOnWire() {
        return enclosedOnWire;
    }
}
