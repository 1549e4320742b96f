// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A listener of Oracle Net. Oracle publishes no description of TNS: the packets are laid out as in Wireshark's dissector
 * (epan/dissectors/packet-tns.c), the texts are those that public transcripts of tnsping and tnscmd10g show.
 */
public final class OracleListener implements StreamStandIn.Service {
    private static final int CONNECT = 1;
    private static final int ACCEPT = 2;
    private static final int REFUSE = 4;
    private static final int REDIRECT = 5;
    private static final int RESEND = 11;
    private static final int HEADER = 8;

    private final int kind;
    private final String text;

    private OracleListener(int kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    /**
     * Answers a ping by a refusal without an error.
     *
     * @param release as VSNNUM; 0 as of releases that hide theirs
     */
    public static OracleListener pinged(long release) {
        return new OracleListener(REFUSE, "(DESCRIPTION=(TMP=)(VSNNUM=" + release + ")(ERR=0)(ALIAS=LISTENER))");
    }

    /** Answers by the place of a dispatcher. */
    public static OracleListener redirecting() {
        return new OracleListener(REDIRECT, "(ADDRESS=(PROTOCOL=tcp)(HOST=192.0.2.9)(PORT=1526))");
    }

    /** Takes commands, as those up to 9i do. */
    public static OracleListener accepting() {
        return new OracleListener(ACCEPT, "(DESCRIPTION=(TMP=)(VSNNUM=153092352)(ERR=0)(ALIAS=LISTENER))");
    }

    /** Wants the CONNECT once more, and answers then. */
    public static OracleListener resending() {
        return new OracleListener(RESEND, pinged(318767104).text);
    }

    @Override
    public void serve(DataInputStream in, DataOutputStream out) throws IOException {
        connect(in);
        if (kind == RESEND) {
            packet(out, RESEND, new byte[0]);
            connect(in);
        }
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        switch (kind) {
            case ACCEPT -> packet(out, ACCEPT, accept(octets));
            case REDIRECT -> packet(out, REDIRECT, counted(octets, 0));
            default -> packet(out, REFUSE, counted(octets, 2));
        }
    }

    /** Reads a CONNECT and holds it to its own lengths. */
    private static void connect(DataInputStream in) throws IOException {
        int length = in.readUnsignedShort();
        int checksum = in.readUnsignedShort();
        int type = in.readUnsignedByte();
        in.skipBytes(3);
        if (length < HEADER + 26 || checksum != 0 || type != CONNECT) {
            throw new IOException("no CONNECT: type " + type + " of " + length + " octets");
        }
        ByteBuffer body = ByteBuffer.wrap(in.readNBytes(length - HEADER));
        int dataLength = body.getShort(24 - HEADER);
        int dataAt = body.getShort(26 - HEADER) - HEADER;
        if (dataAt < 26 || dataAt + dataLength != body.limit() || body.getShort(22 - HEADER) != 1) {
            throw new IOException("data of " + dataLength + " octets at " + dataAt);
        }
        String data = new String(body.array(), dataAt, dataLength, StandardCharsets.US_ASCII);
        if (!data.equals("(CONNECT_DATA=(COMMAND=ping))")) {
            throw new IOException("TNS-12514: " + data);
        }
    }

    /** Version 314, no options, units, the machine's one, the data's length and place, flags. */
    private static byte[] accept(byte[] data) {
        return ByteBuffer.allocate(16 + data.length)
                .putShort((short) 314)
                .putShort((short) 0)
                .putShort((short) 2048)
                .putShort((short) 32_767)
                .putShort((short) 0x0100)
                .putShort((short) data.length)
                .putShort((short) 24)
                .put((byte) 13)
                .put((byte) 1)
                .put(data)
                .array();
    }

    private static byte[] counted(byte[] data, int before) {
        ByteBuffer body = ByteBuffer.allocate(before + 2 + data.length);
        if (before > 0) {
            body.put((byte) 0x22).put((byte) 0);
        }
        return body.putShort((short) data.length).put(data).array();
    }

    private static void packet(DataOutputStream out, int type, byte[] body) throws IOException {
        out.writeShort(HEADER + body.length);
        out.writeShort(0);
        out.writeByte(type);
        out.writeByte(0);
        out.writeShort(0);
        out.write(body);
        out.flush();
    }
}
