// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.isis;

import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.HexFormat;

/** States what each PDU shows. */
final class IsisReader implements Datagrams.Reader {
    private static final int AUTHENTICATION_TLV = 10;
    private static final int HOSTNAME_TLV = 137;
    private static final int LONGEST_NAME = 64;
    private static final int NO_TLV = -1;
    private static final int SYSTEM_ID = 6;
    private static final int KEY_ID = 2;

    @Override
    public boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!IsisPdu.isSound(bytes)) {
            return false;
        }
        int type = IsisPdu.type(bytes);
        int system = IsisPdu.systemAt(bytes);
        authentication(bytes, type, said);
        // An LSP is flooded on behalf of another system; who sends it is not who made it.
        boolean own = type != IsisPdu.LSP_1 && type != IsisPdu.LSP_2;
        if (own && said.isNew(Said.hash(type, bytes, system, SYSTEM_ID))) {
            said.state(IsisFacts.SYSTEM.partial(dotted(bytes, system), level(type)));
        }
        int name = find(bytes, HOSTNAME_TLV);
        if (own && name != NO_TLV && said.isNew(Said.hash(HOSTNAME_TLV, bytes, name + 2, bytes.u8(name + 1)))) {
            said.state(IsisFacts.HOSTNAME.partial(bytes.ascii(name + 2, Math.min(LONGEST_NAME, bytes.u8(name + 1)))));
        }
        return true;
    }

    private static void authentication(ByteView bytes, int type, Said said) {
        int tlv = find(bytes, AUTHENTICATION_TLV);
        int length = tlv == NO_TLV ? 0 : bytes.u8(tlv + 1);
        int kind = length == 0 ? 0 : bytes.u8(tlv + 2);
        if (said.isNew((long) type << 16 | kind << 8 | (kind == 3 ? length : 0))) {
            said.state(IsisFacts.AUTHENTICATION.partial(pdu(type), level(type), algorithm(kind, length - 1 - KEY_ID)));
        }
    }

    private static String algorithm(int kind, int digest) {
        return switch (kind) {
            case 0 -> "none";
            case 1 -> "cleartext";
            case 3 -> generic(digest);
            case 54 -> "hmac-md5";
            default -> "other";
        };
    }

    private static String generic(int digest) {
        return switch (digest) {
            case 20 -> "hmac-sha1";
            case 28 -> "hmac-sha224";
            case 32 -> "hmac-sha256";
            case 48 -> "hmac-sha384";
            case 64 -> "hmac-sha512";
            default -> "other";
        };
    }

    private static int find(ByteView bytes, int wanted) {
        int end = IsisPdu.length(bytes);
        for (int at = bytes.u8(1); end - at >= 2; at += 2 + bytes.u8(at + 1)) {
            if (bytes.u8(at) == wanted) {
                return at;
            }
        }
        return NO_TLV;
    }

    private static String pdu(int type) {
        return switch (type) {
            case IsisPdu.LSP_1, IsisPdu.LSP_2 -> "lsp";
            case IsisPdu.CSNP_1, IsisPdu.CSNP_2 -> "csnp";
            case IsisPdu.PSNP_1, IsisPdu.PSNP_2 -> "psnp";
            default -> "hello";
        };
    }

    private static String level(int type) {
        return switch (type) {
            case IsisPdu.HELLO_POINT_TO_POINT -> "point-to-point";
            case IsisPdu.HELLO_1, IsisPdu.LSP_1, IsisPdu.CSNP_1, IsisPdu.PSNP_1 -> "1";
            default -> "2";
        };
    }

    private static String dotted(ByteView bytes, int at) {
        String digits = HexFormat.of().formatHex(bytes.bytes(at, SYSTEM_ID));
        return digits.substring(0, 4) + "." + digits.substring(4, 8) + "." + digits.substring(8);
    }
}
