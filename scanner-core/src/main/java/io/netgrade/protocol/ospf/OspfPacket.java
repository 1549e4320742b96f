// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ospf;

import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/**
 * One packet and what signs it.
 *
 * <pre>
 *  version(1) type(1) length(2) router(4) area(4) checksum(2)
 *  version 2: AuType(2) authentication(8); cryptographic: zero(2) key(1) digest length(1) number(4), digest behind the packet
 *  version 3: instance(1) zero(1); behind the packet a trailer: type(2) length(2) zero(2) SA(2) number(8) digest (RFC 7166)
 * </pre>
 */
final class OspfPacket implements Datagrams.Reader {
    private static final int HEADER_2 = 24;
    private static final int HEADER_3 = 16;
    private static final int LAST_TYPE = 5;
    private static final int SIMPLE = 1;
    private static final int CRYPTOGRAPHIC = 2;
    private static final int EXTENDED = 3;
    private static final int TRAILER = 16;

    static boolean isSound(ByteView bytes) {
        if (bytes.length() < HEADER_3 || bytes.u8(1) == 0 || bytes.u8(1) > LAST_TYPE) {
            return false;
        }
        int length = bytes.u16(2);
        if (length > bytes.length() || bytes.i32(4) == 0) {
            return false;
        }
        return switch (bytes.u8(0)) {
            case 2 -> length >= HEADER_2 && isSigned(bytes, length);
            case 3 -> length >= HEADER_3 && bytes.u8(15) == 0;
            default -> false;
        };
    }

    private static boolean isSigned(ByteView bytes, int length) {
        return switch (bytes.u16(14)) {
            case 0, SIMPLE -> true;
            case CRYPTOGRAPHIC, EXTENDED -> bytes.u8(19) > 0 && bytes.length() - length >= bytes.u8(19);
            default -> false;
        };
    }

    @Override
    public boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isSound(bytes)) {
            return false;
        }
        boolean second = bytes.u8(0) == 2;
        if (second) {
            second(bytes, said);
        } else {
            third(bytes, said);
        }
        int timeToLive = datagram.carriage().timeToLive();
        if (said.isNew(Said.hash(timeToLive + 2L, bytes, 4, 8))) {
            said.state(OspfFacts.ROUTER.partial(
                    dotted(bytes, 4), dotted(bytes, 8), second ? "2" : "3", timeToLive < 0 ? null : timeToLive));
        }
        return true;
    }

    private static void second(ByteView bytes, Said said) {
        int auType = bytes.u16(14);
        int digest = auType >= CRYPTOGRAPHIC ? bytes.u8(19) : 0;
        if (said.isNew((long) auType << 8 | digest)) {
            String type = auType == 0 ? "none" : auType == SIMPLE ? "simple-password" : algorithm(digest, "keyed-md5");
            said.state(OspfFacts.AUTHENTICATION.partial("2", type, auType, digest == 0 ? null : digest));
        }
    }

    private static void third(ByteView bytes, Said said) {
        int at = bytes.u16(2);
        int left = bytes.length() - at;
        boolean signed =
                left > TRAILER && bytes.u16(at) == 1 && bytes.u16(at + 2) > TRAILER && bytes.u16(at + 2) <= left;
        int digest = signed ? bytes.u16(at + 2) - TRAILER : 0;
        // Bytes behind the packet that are no trailer may be link-local signalling before one (RFC 5613): unknown.
        if ((signed || left == 0) && said.isNew(3L << 16 | digest)) {
            String type = signed ? algorithm(digest, "cryptographic") : "none";
            said.state(OspfFacts.AUTHENTICATION.partial("3", type, null, signed ? digest : null));
        }
    }

    private static String algorithm(int digest, String ofSixteen) {
        return switch (digest) {
            case 16 -> ofSixteen;
            case 20 -> "hmac-sha1";
            case 32 -> "hmac-sha256";
            case 48 -> "hmac-sha384";
            case 64 -> "hmac-sha512";
            default -> "cryptographic";
        };
    }

    private static String dotted(ByteView bytes, int at) {
        return bytes.u8(at) + "." + bytes.u8(at + 1) + "." + bytes.u8(at + 2) + "." + bytes.u8(at + 3);
    }
}
