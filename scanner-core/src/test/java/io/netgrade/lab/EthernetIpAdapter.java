// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * An adapter of EtherNet/IP that tells its identity, or does not know the command: the encapsulation of the CIP networks
 * library, volume 2, clauses 2-3 (header) and 2-4.3 (ListIdentity), and clause 2-6 (common packet format).
 */
public final class EthernetIpAdapter extends HandmadeServer {
    private static final int LIST_IDENTITY = 0x63;
    private static final int INVALID_COMMAND = 1;
    private static final String PRODUCT = "LAB 1756-EN2T";

    private final boolean known;

    private EthernetIpAdapter(int port, boolean known) throws IOException {
        super(port, true);
        this.known = known;
    }

    public static EthernetIpAdapter telling() throws IOException {
        return new EthernetIpAdapter(44_818, true);
    }

    public static EthernetIpAdapter refusing() throws IOException {
        return new EthernetIpAdapter(44_818, false);
    }

    public static EthernetIpAdapter onUnusualPort() throws IOException {
        return new EthernetIpAdapter(0, true);
    }

    @Override
    protected byte[] message(DataInputStream in) throws IOException {
        byte[] header = new byte[24];
        in.readFully(header, 0, 4);
        int length = (header[2] & 0xFF) + 256 * (header[3] & 0xFF);
        must(length <= 65_511, "more data than a packet has room for");
        must(length == 0, "command " + header[0] + " with data");
        in.readFully(header, 4, 20);
        return header;
    }

    @Override
    protected Reply reply(byte[] header) throws NotAllowed {
        ByteBuffer in = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        must(in.getShort(0) == LIST_IDENTITY, "command " + in.getShort(0));
        must(in.getInt(4) == 0, "a session where there is none");
        must(in.getInt(8) == 0, "a status in a request");
        must(in.getInt(20) == 0, "options");
        byte[] data = known ? identity() : new byte[0];
        ByteBuffer out = ByteBuffer.allocate(24 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) LIST_IDENTITY).putShort((short) data.length).putInt(0);
        out.putInt(known ? 0 : INVALID_COMMAND)
                .putLong(in.getLong(12))
                .putInt(0)
                .put(data);
        return Reply.of(out.array());
    }

    /** One item 0C: version, socket address (big endian), then the attributes 1 to 8 of the identity object. */
    private byte[] identity() {
        byte[] name = PRODUCT.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer item = ByteBuffer.allocate(40 + name.length).order(ByteOrder.LITTLE_ENDIAN);
        item.putShort((short) 1).putShort((short) 0x0C).putShort((short) (34 + name.length));
        item.putShort((short) 1).put(hex("0002 af12")).put(addressOctets()).putLong(0);
        item.putShort((short) 1).putShort((short) 12).putShort((short) 166);
        item.put((byte) 11).put((byte) 2).putShort((short) 0x30).putInt(0x00C0FFEE);
        return item.put((byte) name.length).put(name).put((byte) 3).array();
    }
}
