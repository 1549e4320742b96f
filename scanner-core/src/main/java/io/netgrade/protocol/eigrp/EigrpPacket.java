// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.eigrp;

import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/**
 * One packet: version(1) opcode(1) checksum(2) flags(4) sequence(4) acknowledged(4) router(2) autonomous system(2), then
 * TLVs of type(2) and length(2), which counts both (RFC 7868 §6.6).
 */
final class EigrpPacket implements Datagrams.Reader {
    private static final int HEADER = 20;
    private static final int VERSION = 2;
    private static final int LAST_OPCODE = 11;
    private static final int AUTHENTICATION = 0x0002;
    private static final int SOFTWARE = 0x0004;

    static boolean isSound(ByteView bytes) {
        if (bytes.length() < HEADER
                || bytes.u8(0) != VERSION
                || bytes.u8(1) == 0
                || bytes.u8(1) > LAST_OPCODE
                || bytes.u32(4) > 0xFF) {
            return false;
        }
        int at = HEADER;
        while (bytes.length() - at >= 4 && bytes.u16(at + 2) >= 4) {
            at += bytes.u16(at + 2);
        }
        return at == bytes.length();
    }

    @Override
    public boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isSound(bytes)) {
            return false;
        }
        int kind = 0;
        for (int at = HEADER; bytes.length() - at >= 4; at += bytes.u16(at + 2)) {
            int length = bytes.u16(at + 2);
            kind = bytes.u16(at) == AUTHENTICATION && length >= 8 ? bytes.u16(at + 4) : kind;
            if (bytes.u16(at) == SOFTWARE && length >= 8) {
                software(bytes, at + 4, said);
            }
        }
        // A bare acknowledgement has nothing that could be signed.
        if (bytes.length() > HEADER && said.isNew((long) kind << 16 | bytes.u16(18))) {
            String type = kind == 0 ? "none" : kind == 2 ? "md5" : kind == 3 ? "hmac-sha256" : "other";
            said.state(EigrpFacts.AUTHENTICATION.partial(type, bytes.u16(18)));
        }
        return true;
    }

    /** Release of the system and of EIGRP, two octets each (RFC 7868 §6.8.4). */
    private static void software(ByteView bytes, int at, Said said) {
        int major = bytes.u8(at);
        // Only IOS has been seen with these; others write zero or numbers that are no release of theirs.
        if (major >= 10 && major <= 17 && said.isNew(1L << 40 | bytes.u16(at))) {
            String version = major + "." + bytes.u8(at + 1);
            said.state(CommonFacts.SOFTWARE.partial(
                    "Cisco IOS", version, "cpe:2.3:o:cisco:ios:" + version + ":*:*:*:*:*:*:*"));
        }
    }
}
