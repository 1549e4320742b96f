// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** Reads SS7 messages, whatever carries them: routing label, SCCP, and what TCAP holds. */
final class Ss7Reader {
    /** One association, or link, carries many point codes and operations. */
    static final int MOST_REMEMBERED = 256;

    static final CodeTable SERVICES = CodeTable.read(Ss7Reader.class, "services.tsv");
    private static final String[] NETWORKS = {
        "international", "international-spare", "national", "national-spare", "unknown"
    };
    private static final int UNKNOWN_NETWORK = 4;
    private static final int SCCP = 3;
    private static final int TRANSFER_HEADER = 12;
    private static final int ITU_LABEL = 4;
    private static final int JAPAN_LABEL = 5;
    private static final int WIDE_LABEL = 7;
    private static final long POINT_CODE = 0xFFFF_FFFFL;

    /** Octets of an address of SUA in front of digits. */
    private static final int SUA_ADDRESS_HEAD = 16;

    private final Ss7Facts facts;
    private final Said said;
    private final Sccp sccp = new Sccp();
    private final Operations operations;
    private final RadioCiphering ciphering;
    private String from = "";

    Ss7Reader(Ss7Facts facts, Said said) {
        this.facts = facts;
        this.said = said;
        this.ciphering = new RadioCiphering(facts.ciphering(), said);
        this.operations = new Operations(facts, said);
    }

    /** Who speaks from now on. */
    void from(String side) {
        from = side;
    }

    /** The Protocol Data parameter of M3UA (RFC 4666 3.3.1). */
    void transfer(ByteView bytes, int data) {
        int end = data == LayerMessage.NONE ? 0 : LayerMessage.valueEnd(bytes, data);
        if (end - data < TRANSFER_HEADER || data == LayerMessage.NONE) {
            return;
        }
        int network = network(bytes.u8(data + 9));
        traffic(bytes.u32(data), bytes.u32(data + 4), network, bytes.u8(data + 8));
        if (bytes.u8(data + 8) == SCCP) {
            message(bytes, data + TRANSFER_HEADER, end, network);
        }
    }

    /**
     * A message signal unit from its service information octet on (ITU-T Q.704 2): with the label behind which a message
     * of SCCP stands, the ITU's, ANSI's and China's (T1.111.4), or Japan's (JT-Q704).
     */
    void link(ByteView bytes, int data, int end) {
        if (end - data <= ITU_LABEL + 1) {
            return;
        }
        int service = bytes.u8(data) & 0x0F;
        int network = bytes.u8(data) >> 6;
        if (service != SCCP) {
            return;
        }
        int label = data + 1;
        if (sccp.read(bytes, label + ITU_LABEL, end)) {
            long fields = little(bytes, label, ITU_LABEL);
            traffic(fields >> 14 & 0x3FFF, fields & 0x3FFF, network, service);
            connectionless(bytes, network);
        } else if (sccp.read(bytes, label + WIDE_LABEL, end)) {
            traffic(little(bytes, label + 3, 3), little(bytes, label, 3), network, service);
            connectionless(bytes, network);
        } else if (sccp.read(bytes, label + JAPAN_LABEL, end)) {
            traffic(little(bytes, label + 2, 2), little(bytes, label, 2), network, service);
            connectionless(bytes, network);
        } else {
            ciphering.read(bytes, label + ITU_LABEL, end);
        }
    }

    /**
     * Who sent the message that is read next, as a link's label told.
     *
     * @param originating the point code, with the network indicator in the bits from 32 on; -1 where none is known
     */
    void label(long originating, long destination, int service) {
        if (originating >= 0) {
            traffic(originating & POINT_CODE, destination & POINT_CODE, (int) (originating >> 32) & 3, service);
        }
    }

    /** The same of a message of SCCP, which is then read. */
    void labelled(ByteView bytes, long originating, long destination) {
        label(originating, destination, SCCP);
        int network = originating < 0 ? UNKNOWN_NETWORK : (int) (originating >> 32) & 3;
        message(bytes, 0, bytes.length(), network);
    }

    /** A message of SCCP. */
    private void message(ByteView bytes, int start, int end, int network) {
        if (sccp.read(bytes, start, end)) {
            connectionless(bytes, network);
        } else {
            ciphering.read(bytes, start, end);
        }
    }

    /**
     * What SUA has in place of SCCP (RFC 3868 3.10): two addresses and the data, each where its value begins.
     *
     * @param called NONE where the message has none, as {@code calling} and {@code data}
     */
    void unitData(ByteView bytes, int called, int calling, int data) {
        int subsystem = suaParty("called", bytes, called);
        int other = suaParty("calling", bytes, calling);
        if (data != LayerMessage.NONE) {
            int end = LayerMessage.valueEnd(bytes, data);
            operations.read(bytes, data, end, SccpAddress.user(subsystem, other), NETWORKS[UNKNOWN_NETWORK], from);
        }
    }

    private int suaParty(String party, ByteView bytes, int address) {
        if (!SuaAddress.sound(bytes, address)) {
            return -1;
        }
        int length = LayerMessage.valueEnd(bytes, address) - address;
        if (said.isNew(Said.hash(party.hashCode(), bytes, address, Math.min(length, SUA_ADDRESS_HEAD)))) {
            said.state(SuaAddress.fact(facts.address(), party, bytes, address));
        }
        return SuaAddress.subsystem(bytes, address);
    }

    /** The connectionless message that was read last. */
    private void connectionless(ByteView bytes, int network) {
        party("called", bytes, sccp.called());
        party("calling", bytes, sccp.calling());
        if (sccp.dataEnd() > sccp.data()) {
            String user = SccpAddress.user(bytes, sccp.called(), sccp.calling());
            operations.read(bytes, sccp.data(), sccp.dataEnd(), user, NETWORKS[network], from);
        }
    }

    private void party(String party, ByteView bytes, int address) {
        if (address != Sccp.NONE
                && said.isNew(SccpAddress.key(bytes, address) << 1 | (party.equals("called") ? 0 : 1))) {
            said.state(SccpAddress.fact(facts.address(), party, bytes, address));
        }
    }

    private void traffic(long originating, long destination, int network, int service) {
        long key = originating << 36 ^ destination << 8 ^ (long) network << 4 ^ service ^ 1L << 63;
        if (said.isNew(key)) {
            String user = SERVICES.name(service);
            said.state(facts.traffic().partial(originating, destination, NETWORKS[network], user));
        }
    }

    private static int network(int indicator) {
        return indicator < UNKNOWN_NETWORK ? indicator : UNKNOWN_NETWORK;
    }

    private static long little(ByteView bytes, int at, int octets) {
        long value = 0;
        for (int i = octets - 1; i >= 0; i--) {
            value = value << 8 | bytes.u8(at + i);
        }
        return value;
    }
}
