// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.dtls;

import io.netgrade.protocol.tls.TlsDatagrams;
import io.netgrade.protocol.tls.TlsMessage;
import io.netgrade.wire.ByteView;
import java.util.List;

/**
 * An association whose datagrams go behind the header by which CAPWAP tells DTLS from what is in clear (RFC 5415 §4.2):
 * version 0, type 1, and 24 zero bits. A controller of access points drops DTLS without it.
 */
final class CapwapAssociation implements TlsDatagrams {
    private static final int HEADER = 0x0100_0000;
    private static final int HEADER_OCTETS = 4;

    private final DtlsAssociation behind = new DtlsAssociation();
    private final ByteView records = new ByteView();

    @Override
    public byte[] handshake(int version, TlsMessage message) {
        return marked(behind.handshake(version, message));
    }

    @Override
    public byte[] alert(int version, byte[] payload) {
        return marked(behind.alert(version, payload));
    }

    @Override
    public boolean understood() {
        return behind.understood();
    }

    @Override
    public List<TlsMessage> read(ByteView datagram) {
        if (datagram.length() < HEADER_OCTETS || datagram.i32(0) != HEADER) {
            return List.of();
        }
        return behind.read(records.wrap(datagram, HEADER_OCTETS, datagram.length() - HEADER_OCTETS));
    }

    private static byte[] marked(byte[] datagram) {
        byte[] marked = new byte[HEADER_OCTETS + datagram.length];
        marked[0] = HEADER >> 24;
        System.arraycopy(datagram, 0, marked, HEADER_OCTETS, datagram.length);
        return marked;
    }
}
