// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.dtls;

import io.netgrade.protocol.tls.TlsDatagrams;
import io.netgrade.protocol.tls.TlsMessage;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Writes the records of a client in epoch 0, and reads those of the server (RFC 6347 §4.1 and §4.2.2). */
final class DtlsAssociation implements TlsDatagrams {
    private final DtlsMessages server = new DtlsMessages();
    private int records;
    private int messages;
    private boolean understood;

    @Override
    public byte[] handshake(int version, TlsMessage message) {
        int length = message.body().length;
        ByteBuffer fragment = ByteBuffer.allocate(DtlsFragment.HEADER_LENGTH + length);
        fragment.putInt(message.type() << 24 | length);
        fragment.putShort((short) messages++);
        fragment.put(new byte[3]);
        fragment.put((byte) (length >> 16)).putShort((short) length);
        fragment.put(message.body());
        return record(DtlsRecord.HANDSHAKE, version, fragment.array());
    }

    @Override
    public byte[] alert(int version, byte[] payload) {
        return record(DtlsRecord.ALERT, version, payload);
    }

    @Override
    public boolean understood() {
        return understood;
    }

    @Override
    public List<TlsMessage> read(ByteView datagram) {
        List<TlsMessage> read = new ArrayList<>();
        int at = 0;
        int length = datagram.length() == 0 ? 0 : DtlsRecord.length(datagram, at);
        while (length > 0) {
            understood = true;
            read.addAll(record(datagram, at, length));
            at += length;
            length = at < datagram.length() ? DtlsRecord.length(datagram, at) : 0;
        }
        return read;
    }

    private List<TlsMessage> record(ByteView datagram, int at, int length) {
        int type = DtlsRecord.type(datagram, at);
        int from = at + DtlsRecord.HEADER_LENGTH;
        if (DtlsRecord.epoch(datagram, at) > 0) {
            return List.of(TlsMessage.ciphered());
        }
        if (type != DtlsRecord.HANDSHAKE) {
            return List.of(TlsMessage.record(type, datagram.bytes(from, at + length - from)));
        }
        List<TlsMessage> whole = new ArrayList<>();
        while (from < at + length) {
            DtlsFragment fragment = DtlsFragment.at(datagram, from);
            whole.addAll(server.add(fragment, datagram));
            from = fragment.from() + fragment.count();
        }
        return whole;
    }

    private byte[] record(int type, int version, byte[] payload) {
        ByteBuffer record = ByteBuffer.allocate(DtlsRecord.HEADER_LENGTH + payload.length);
        record.put((byte) type).putShort((short) version);
        record.putLong(records++);
        record.putShort((short) payload.length).put(payload);
        return record.array();
    }
}
