// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/** The server's side of a handshake by the JDK's engine, its records in packets of PRELOGIN ([MS-TDS] 2.2.6.5, 3.3.5.4). */
final class TlsInTdsServer {
    private static final int PRELOGIN = 0x12;
    private static final int HEADER = 8;
    private static final int MOST = 4096 - HEADER;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final SSLEngine engine;
    private final ByteBuffer heard = ByteBuffer.allocate(64 * 1024).limit(0);

    TlsInTdsServer(SSLEngine engine, DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
        this.engine = engine;
        engine.setUseClientMode(false);
    }

    /** Ends with the handshake; throws where the client leaves or says what is no TLS. */
    void shake() throws IOException {
        engine.beginHandshake();
        HandshakeStatus next = engine.getHandshakeStatus();
        while (next != HandshakeStatus.NOT_HANDSHAKING && next != HandshakeStatus.FINISHED) {
            next = switch (next) {
                case NEED_TASK -> task();
                case NEED_WRAP -> said();
                default -> heard();
            };
        }
    }

    private HandshakeStatus task() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
        return engine.getHandshakeStatus();
    }

    private HandshakeStatus said() throws IOException {
        ByteBuffer records = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), records);
        records.flip();
        while (records.hasRemaining()) {
            byte[] here = new byte[Math.min(MOST, records.remaining())];
            records.get(here);
            out.write(new byte[] {
                PRELOGIN,
                (byte) (records.hasRemaining() ? 0 : 1),
                (byte) ((HEADER + here.length) >> 8),
                (byte) (HEADER + here.length),
                0,
                0,
                1,
                0
            });
            out.write(here);
        }
        out.flush();
        return engine.getHandshakeStatus();
    }

    private HandshakeStatus heard() throws IOException {
        ByteBuffer nothing = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        int before = heard.remaining();
        engine.unwrap(heard, nothing);
        if (heard.remaining() == before && engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
            packet();
        }
        return engine.getHandshakeStatus();
    }

    private void packet() throws IOException {
        int type = in.readUnsignedByte();
        in.readByte();
        int length = in.readUnsignedShort();
        in.readInt();
        if (type != PRELOGIN || length <= HEADER) {
            throw new IOException("no TLS in a packet of type " + type);
        }
        heard.compact();
        heard.put(in.readNBytes(length - HEADER)).flip();
    }
}
