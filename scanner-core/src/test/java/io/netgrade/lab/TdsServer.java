// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;

/**
 * SQL Server's answer to PRELOGIN, after [MS-TDS] 2.2.6.5 (PRELOGIN, the tables of what a server answers to what a client
 * says of encryption) and 2.2.3.1 (the packet's header), and the handshake that follows. A log-in is never taken.
 */
public final class TdsServer implements StreamStandIn.Service {
    private static final int PRELOGIN = 0x12;
    private static final int TABULAR_RESULT = 0x04;
    private static final int END_OF_MESSAGE = 0x01;
    private static final int TERMINATOR = 0xFF;
    private static final int ENCRYPT_OFF = 0;
    private static final int ENCRYPT_ON = 1;
    private static final int ENCRYPT_NOT_SUP = 2;
    private static final int ENCRYPT_REQ = 3;

    /** 16.0.1000 (SQL Server 2022), no sub-build. */
    private static final byte[] VERSION = {16, 0, 0x03, (byte) 0xE8, 0, 0};

    private final int configured;
    private final SSLContext tls = LabTls.context();

    private TdsServer(int configured) {
        this.configured = configured;
    }

    /** It encrypts the log-in, and more where the client wants it. */
    public static TdsServer encryptingLogins() {
        return new TdsServer(ENCRYPT_OFF);
    }

    public static TdsServer withoutEncryption() {
        return new TdsServer(ENCRYPT_NOT_SUP);
    }

    /** "Force encryption". */
    public static TdsServer requiringEncryption() {
        return new TdsServer(ENCRYPT_ON);
    }

    @Override
    public void serve(DataInputStream in, DataOutputStream out) throws IOException {
        int type = in.readUnsignedByte();
        int status = in.readUnsignedByte();
        int length = in.readUnsignedShort();
        in.skipBytes(4);
        if (type != PRELOGIN || status != END_OF_MESSAGE || length < 8) {
            throw new IOException("no PRELOGIN");
        }
        int client = encryption(in.readNBytes(length - 8));
        ByteBuffer body = ByteBuffer.allocate(32);
        body.put((byte) 0).putShort((short) 11).putShort((short) VERSION.length);
        body.put((byte) 1).putShort((short) 17).putShort((short) 1);
        body.put((byte) TERMINATOR).put(VERSION).put((byte) answer(client));
        out.write(new byte[] {TABULAR_RESULT, END_OF_MESSAGE, 0, (byte) (8 + body.position()), 0, 0, 1, 0});
        out.write(body.array(), 0, body.position());
        out.flush();
        if (configured == ENCRYPT_NOT_SUP) {
            // LOGIN7 is due.
            in.read();
        } else {
            new TlsInTdsServer(tls.createSSLEngine(), in, out).shake();
        }
    }

    private int answer(int client) {
        return switch (configured) {
            case ENCRYPT_OFF -> client == ENCRYPT_ON || client == ENCRYPT_REQ ? ENCRYPT_ON : client;
            case ENCRYPT_ON -> client == ENCRYPT_ON ? ENCRYPT_ON : ENCRYPT_REQ;
            default -> ENCRYPT_NOT_SUP;
        };
    }

    /** What the client says of encryption; VERSION must be there, first, and all options within the packet. */
    private static int encryption(byte[] body) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(body);
        int encryption = -1;
        boolean first = true;
        for (int token = bytes.get(0) & 0xFF, at = 0; token != TERMINATOR; token = bytes.get(at) & 0xFF) {
            int place = Short.toUnsignedInt(bytes.getShort(at + 1));
            int length = Short.toUnsignedInt(bytes.getShort(at + 3));
            boolean sound = place + length <= body.length && (!first || (token == 0 && length == 6));
            if (!sound) {
                throw new IOException("option " + token + " at " + place + " of " + length + " octets");
            }
            first = false;
            encryption = token == 1 ? body[place] : encryption;
            at += 5;
        }
        if (encryption < ENCRYPT_OFF || encryption > ENCRYPT_REQ) {
            throw new IOException("ENCRYPTION " + encryption);
        }
        return encryption;
    }
}
