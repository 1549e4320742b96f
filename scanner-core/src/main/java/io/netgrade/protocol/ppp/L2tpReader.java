// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ppp;

import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import org.jspecify.annotations.Nullable;

/** States what each packet shows, and hands on what data messages carry. */
final class L2tpReader implements Datagrams.Reader {
    private static final int SHORTEST = 8;
    private static final int VENDOR_NAME = 8;
    private static final int CHALLENGE = 11;
    private static final int DIGEST = 59;
    private static final int PROXY_AUTHENTICATION = 29;
    private static final int LONGEST_NAME = 64;
    private static final int AVP_HEADER = 6;

    private final boolean overIp;

    L2tpReader(boolean overIp) {
        this.overIp = overIp;
    }

    @Override
    public boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (bytes.length() < SHORTEST) {
            return false;
        }
        // Over IP a session of zero stands before control messages (RFC 3931 §4.1.1).
        int at = overIp ? 4 : 0;
        boolean control = (!overIp || bytes.i32(0) == 0) && L2tpPacket.isControl(bytes, at);
        if (control) {
            tunnel(L2tpPacket.version(bytes, at), "control", said);
            endpoint(bytes, at, said);
            proxied(bytes, at, said);
            return true;
        }
        int data = overIp ? 0 : L2tpPacket.dataAt(bytes);
        if (data > 0) {
            tunnel(2, "data", said);
            PppAuthentication.read(bytes, data, L2tpFacts.AUTHENTICATION, said);
            datagram.encloses(Enclosed.PPP, data, bytes.length() - data);
            return true;
        }
        boolean third = overIp ? bytes.i32(0) != 0 : bytes.i32(0) == 3;
        if (third) {
            tunnel(3, "data", said);
        }
        return third;
    }

    private static void tunnel(int version, String kind, Said said) {
        if (said.isNew(version * 2L + (kind.equals("data") ? 1 : 0))) {
            said.state(L2tpFacts.TUNNEL.partial(version == 2 ? "2" : "3", kind));
        }
    }

    private static void endpoint(ByteView bytes, int at, Said said) {
        int message = L2tpPacket.message(bytes, at);
        boolean starts = message == L2tpPacket.START_REQUEST || message == L2tpPacket.START_REPLY;
        if (!starts || !said.isNew(100L + message)) {
            return;
        }
        int name = L2tpPacket.avp(bytes, at, VENDOR_NAME);
        String vendor = name == L2tpPacket.NONE ? null : text(bytes, name);
        boolean digest = L2tpPacket.avp(bytes, at, DIGEST) != L2tpPacket.NONE;
        boolean challenge = L2tpPacket.avp(bytes, at, CHALLENGE) != L2tpPacket.NONE;
        boolean replies = message == L2tpPacket.START_REPLY;
        said.state(L2tpFacts.ENDPOINT.partial(
                replies ? "responder" : "initiator", vendor, digest ? "digest" : challenge ? "challenge" : "none"));
        if (replies && vendor != null && !vendor.isEmpty()) {
            said.state(CommonFacts.SOFTWARE.partial(vendor, null, null));
        }
    }

    /** How a subscriber authenticated to the access concentrator, which tells the server (RFC 2661 §4.4.5). */
    private static void proxied(ByteView bytes, int at, Said said) {
        int avp = L2tpPacket.avp(bytes, at, PROXY_AUTHENTICATION);
        boolean whole = avp != L2tpPacket.NONE && L2tpPacket.avpLength(bytes, avp) == AVP_HEADER + 2;
        int type = whole ? bytes.u16(avp + AVP_HEADER) : 0;
        String method = switch (type) {
            case 1 -> "text";
            case 2 -> "chap";
            case 3 -> "pap";
            case 4 -> "none";
            case 5 -> "ms-chap";
            default -> null;
        };
        if (method != null && said.isNew(200L + type)) {
            said.state(L2tpFacts.AUTHENTICATION.partial(method, "proxied"));
        }
    }

    private static @Nullable String text(ByteView bytes, int avp) {
        int length = Math.min(L2tpPacket.avpLength(bytes, avp) - AVP_HEADER, LONGEST_NAME);
        boolean printable = length > 0;
        for (int i = 0; i < length; i++) {
            int character = bytes.u8(avp + AVP_HEADER + i);
            printable &= character >= 0x20 && character < 0x7F;
        }
        return printable ? bytes.ascii(avp + AVP_HEADER, length) : null;
    }
}
