// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ike;

import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** States what each message of a flow shows. */
final class IkeReader implements Datagrams.Reader {
    private static final int MOST_PAYLOADS = 32;
    private static final int LONGEST_VENDOR = 20;

    @Override
    public boolean read(Inbox datagram, Said said) {
        return read(datagram.unread(), said);
    }

    /** Reads one packet as it is in UDP, marker and all. */
    boolean read(ByteView bytes, Said said) {
        int at = IkeMessage.at(bytes);
        if (at == IkeMessage.NONE) {
            return isKeepAlive(bytes);
        }
        boolean second = IkeMessage.isSecond(bytes, at);
        int exchange = IkeMessage.exchange(bytes, at);
        String by = by(IkeMessage.speaker(bytes, at));
        if (said.isNew((by == null ? 0 : by.length()) * 256L + exchange)) {
            said.state(IkeFacts.EXCHANGE.partial(second ? "2" : "1", mode(second, exchange), by));
        }
        association(bytes, at, said);
        if (IkeMessage.isResponse(bytes, at)) {
            vendors(bytes, at, said);
            notifications(bytes, at, said);
        }
        return true;
    }

    /** One octet that keeps a translation open (RFC 3948 §2.3). */
    private static boolean isKeepAlive(ByteView bytes) {
        return bytes.length() == 1 && bytes.u8(0) == 0xFF;
    }

    private static @Nullable String by(Speaker speaker) {
        return switch (speaker) {
            case CLIENT -> "initiator";
            case SERVER -> "responder";
            default -> null;
        };
    }

    private static String mode(boolean second, int exchange) {
        return IkeNames.of(second ? "mode-2" : "mode-1", exchange);
    }

    private static void association(ByteView bytes, int at, Said said) {
        boolean second = IkeMessage.isSecond(bytes, at);
        int payload = IkeMessage.payload(bytes, at, second ? 33 : 1, IkeMessage.NONE);
        if (payload == IkeMessage.NONE || !said.isNew(Said.hash(1, bytes, payload, bytes.u16(payload + 2)))) {
            return;
        }
        int begin = payload + IkeMessage.PAYLOAD_HEADER;
        int length = bytes.u16(payload + 2) - IkeMessage.PAYLOAD_HEADER;
        IkeSuite suite = IkeSuite.read(bytes, begin, length, second);
        String version = second ? "2" : "1";
        String mode = mode(second, IkeMessage.exchange(bytes, at));
        if (suite.encryption.isEmpty()) {
            return;
        }
        if (!IkeMessage.isResponse(bytes, at)) {
            said.state(IkeFacts.OFFERED.partial(
                    version,
                    mode,
                    IkeSuite.all(suite.encryption),
                    IkeSuite.all(suite.integrity),
                    IkeSuite.all(suite.prf),
                    IkeSuite.all(suite.groups),
                    IkeSuite.all(suite.authentication)));
        } else if (suite.isChoice()) {
            said.state(IkeFacts.CHOSEN.partial(
                    version,
                    mode,
                    IkeSuite.only(suite.encryption),
                    IkeSuite.only(suite.integrity),
                    IkeSuite.only(suite.prf),
                    IkeSuite.only(suite.groups),
                    suite.groupNumber < 0 ? null : suite.groupNumber,
                    IkeSuite.only(suite.authentication)));
        }
    }

    private static void vendors(ByteView bytes, int at, Said said) {
        int kind = IkeMessage.isSecond(bytes, at) ? 43 : 13;
        int payload = IkeMessage.payload(bytes, at, kind, IkeMessage.NONE);
        if (payload == IkeMessage.NONE || !said.isNew(Said.hash(2, bytes, payload, bytes.length() - payload))) {
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        for (int left = MOST_PAYLOADS; left > 0 && payload != IkeMessage.NONE; left--) {
            int begin = payload + IkeMessage.PAYLOAD_HEADER;
            int length = bytes.u16(payload + 2) - IkeMessage.PAYLOAD_HEADER;
            String octets = HexFormat.of().formatHex(bytes.bytes(begin, Math.min(length, LONGEST_VENDOR)));
            Optional<IkeNames.Vendor> known = IkeNames.vendor(octets);
            names.add(known.map(IkeNames.Vendor::name).orElse(octets));
            known.filter(vendor -> !vendor.product().isEmpty())
                    .ifPresent(vendor -> said.state(CommonFacts.SOFTWARE.partial(vendor.product(), null, null)));
            payload = IkeMessage.payload(bytes, at, kind, payload);
        }
        said.state(IkeFacts.VENDORS.partial(List.copyOf(names)));
    }

    /** Notify payloads: version 1 DOI(4) before, then protocol(1) SPI's size(1) type(2). */
    static void notifications(ByteView bytes, int at, Said said) {
        boolean second = IkeMessage.isSecond(bytes, at);
        int kind = second ? 41 : 11;
        int payload = IkeMessage.payload(bytes, at, kind, IkeMessage.NONE);
        for (int left = MOST_PAYLOADS; left > 0 && payload != IkeMessage.NONE; left--) {
            int place = payload + IkeMessage.PAYLOAD_HEADER + (second ? 2 : 6);
            boolean whole = bytes.u16(payload + 2) >= place + 2 - payload;
            int type = whole ? bytes.u16(place) : 0;
            if (whole && said.isNew(1L << 32 | type)) {
                String name = IkeNames.of(second ? "notification-2" : "notification-1", type);
                said.state(IkeFacts.NOTIFICATION.partial(name));
            }
            payload = IkeMessage.payload(bytes, at, kind, payload);
        }
    }
}
