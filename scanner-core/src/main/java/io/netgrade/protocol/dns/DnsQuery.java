// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.endpoint.DomainName;
import io.netgrade.endpoint.Transport;
import java.nio.ByteBuffer;

/** One question, as it is sent. */
final class DnsQuery {
    /** What a path carries unfragmented; the answer to the root's NS with signatures fits in most cases. */
    private static final int UDP_SIZE = 1232;

    private static final int OPT_LENGTH = 11;
    private static final int DNSSEC_OK = 0x8000;

    private final byte[] name;
    private final int type;
    private final int recordClass;
    private final boolean recursive;

    /**
     * @param name in wire form
     * @param recursive whether RD is set
     */
    private DnsQuery(byte[] name, int type, int recordClass, boolean recursive) {
        this.name = name;
        this.type = type;
        this.recordClass = recordClass;
        this.recursive = recursive;
    }

    static DnsQuery rootServers() {
        return new DnsQuery(new byte[1], DnsMessage.NS, DnsMessage.INTERNET, true);
    }

    static DnsQuery version() {
        return new DnsQuery(ServerVersion.NAME, DnsMessage.TXT, DnsMessage.CHAOS, false);
    }

    /** All of a zone (RFC 5936 section 2.1). */
    static DnsQuery transfer(DomainName zone) {
        return new DnsQuery(zone.wire(), DnsMessage.AXFR, DnsMessage.INTERNET, false);
    }

    boolean asked(DnsMessage message) {
        return message.asks(name, type, recordClass);
    }

    /** @param extended whether an OPT record with DO goes along (RFC 6891 §6.1) */
    byte[] message(int id, Transport transport, boolean extended) {
        int length = DnsMessage.HEADER + name.length + 4 + (extended ? OPT_LENGTH : 0);
        boolean framed = transport == Transport.TCP;
        ByteBuffer message = ByteBuffer.allocate(length + (framed ? 2 : 0));
        if (framed) {
            message.putShort((short) length);
        }
        message.putShort((short) id).putShort((short) (recursive ? 0x0100 : 0));
        message.putShort((short) 1).putInt(0).putShort((short) (extended ? 1 : 0));
        message.put(name).putShort((short) type).putShort((short) recordClass);
        if (extended) {
            message.put((byte) 0).putShort((short) DnsMessage.OPT).putShort((short) UDP_SIZE);
            message.putShort((short) 0).putShort((short) DNSSEC_OK).putShort((short) 0);
        }
        return message.array();
    }
}
