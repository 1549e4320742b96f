// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.endpoint.Transport;
import io.netgrade.packet.IpProtocol;
import io.netgrade.packet.Packet;
import io.netgrade.packet.TcpHeader;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;

/**
 * A TCP segment that asks for a connection (RFC 9293 section 3.5), with the one option that every stack sends, the largest
 * segment. An open port answers SYN and ACK, a closed one RST.
 */
final class SynProbe implements Probe {
    private static final int LENGTH = 24;
    private static final int SYN = 0x6002;
    private static final int RST = 0x5004;
    private static final int WINDOW = 64_240;
    private static final int LARGEST_SEGMENT = 0x0204_05B4;
    /** The sum of all words that are the same in every probe. */
    private static final long SAME = SYN + WINDOW + Checksum.sum(LARGEST_SEGMENT);

    @Override
    public int protocol() {
        return IpProtocol.TCP;
    }

    @Override
    public Transport transport() {
        return Transport.TCP;
    }

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public void write(ByteBuffer bytes, int at, int sourcePort, int port, int number, long sum) {
        long all = sum + SAME + sourcePort + port + (number >>> 16) + (number & 0xFFFF);
        bytes.putInt(at, sourcePort << 16 | port);
        bytes.putInt(at + 4, number);
        bytes.putInt(at + 8, 0);
        bytes.putInt(at + 12, SYN << 16 | WINDOW);
        bytes.putInt(at + 16, (Checksum.of(all) & 0xFFFF) << 16);
        bytes.putInt(at + 20, LARGEST_SEGMENT);
    }

    @Override
    public Finding meaning(Packet answer, Packet.Kind kind, int number) {
        if (kind != Packet.Kind.TCP) {
            return Finding.SILENT;
        }
        TcpHeader tcp = answer.tcp();
        if (!tcp.ack() || tcp.acknowledgment() != number + 1) {
            return Finding.SILENT;
        }
        return tcp.rst() ? Finding.CLOSED : tcp.syn() ? Finding.OPEN : Finding.SILENT;
    }

    @Override
    public boolean quoted(ByteView transport, int number) {
        return transport.length() >= 8 && transport.i32(4) == number;
    }

    /** RST, as the system sends one where no filter of this machine keeps the answer from it. */
    @Override
    public Farewell farewell(Packet answer, Spot target) {
        ByteBuffer reset = ByteBuffer.allocate(20);
        reset.putShort((short) answer.destinationPort()).putShort((short) answer.sourcePort());
        reset.putInt(answer.tcp().acknowledgment()).putInt(0).putInt(RST << 16);
        return new Farewell(target, reset.array(), 16);
    }
}
