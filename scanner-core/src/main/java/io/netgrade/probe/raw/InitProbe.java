// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import io.netgrade.endpoint.Transport;
import io.netgrade.packet.IpProtocol;
import io.netgrade.packet.Packet;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * An SCTP packet with one INIT chunk (RFC 9260 section 3.3.2). An open port answers INIT ACK, and keeps nothing of it
 * (section 5.1.3); it is told ABORT at once all the same. A closed port answers ABORT.
 *
 * <pre>
 *   0 source port   2 destination port   4 verification tag   8 CRC32c, lowest byte first
 *  12 chunk type, flags, length   16 initiate tag   20 window   24 streams out, in   28 first TSN
 * </pre>
 */
final class InitProbe implements Probe {
    private static final int LENGTH = 32;
    private static final int INIT = 0x0100_0014;
    private static final int ABORT = 0x0600_0004;
    private static final int INIT_ACK_TYPE = 2;
    private static final int ABORT_TYPE = 6;
    /** The bit of an ABORT that says that its tag is the sender's, not the receiver's. */
    private static final int REFLECTED = 1;

    private static final int WINDOW = 0x1_0000;
    private static final int STREAMS = 0x0010_0010;
    private static final int TAG_AT = 16;
    /** The chunk's header and the fixed part of an INIT ACK (section 3.3.3). */
    private static final int INIT_ACK_LENGTH = 20;

    @Override
    public int protocol() {
        return IpProtocol.SCTP;
    }

    @Override
    public Transport transport() {
        return Transport.SCTP;
    }

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public void write(ByteBuffer bytes, int at, int sourcePort, int port, int number, long sum) {
        bytes.putInt(at, sourcePort << 16 | port);
        bytes.putInt(at + 4, 0);
        bytes.putInt(at + 8, 0);
        bytes.putInt(at + 12, INIT);
        bytes.putInt(at + TAG_AT, number);
        bytes.putInt(at + 20, WINDOW);
        bytes.putInt(at + 24, STREAMS);
        bytes.putInt(at + 28, number);
        bytes.putInt(at + 8, checksum(bytes, at, LENGTH));
    }

    @Override
    public Finding meaning(Packet answer, Packet.Kind kind, int number) {
        ByteView chunk = answer.payload();
        if (kind != Packet.Kind.SCTP || chunk.length() < 4 || answer.sctp().verificationTag() != number) {
            return Finding.SILENT;
        }
        return switch (chunk.u8(0)) {
            case INIT_ACK_TYPE -> chunk.length() >= INIT_ACK_LENGTH ? Finding.OPEN : Finding.SILENT;
            case ABORT_TYPE -> (chunk.u8(1) & REFLECTED) == 0 ? Finding.CLOSED : Finding.SILENT;
            default -> Finding.SILENT;
        };
    }

    @Override
    public boolean quoted(ByteView transport, int number) {
        return transport.length() >= TAG_AT + 4 && transport.i32(TAG_AT) == number;
    }

    /** ABORT, with the tag that the INIT ACK gave. */
    @Override
    public Farewell farewell(Packet answer, Spot target) {
        ByteBuffer abort = ByteBuffer.allocate(TAG_AT);
        abort.putShort((short) answer.destinationPort()).putShort((short) answer.sourcePort());
        abort.putInt(answer.payload().i32(4)).putInt(0).putInt(ABORT);
        abort.putInt(8, checksum(abort, 0, TAG_AT));
        return new Farewell(target, abort.array(), -1);
    }

    /** As it stands in the header, where the checksum itself is 0 meanwhile (RFC 9260 appendix A). */
    static int checksum(ByteBuffer bytes, int at, int length) {
        CRC32C sum = new CRC32C();
        for (int i = 0; i < length; i++) {
            sum.update(bytes.get(at + i));
        }
        return Integer.reverseBytes((int) sum.getValue());
    }
}
