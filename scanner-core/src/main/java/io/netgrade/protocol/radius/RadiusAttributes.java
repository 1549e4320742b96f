// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.radius;

import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteView;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which attributes one packet has, and the classes and lengths of the identities in it; their values are not read out. */
final class RadiusAttributes {
    private static final int MICROSOFT = 311;
    private static final int VENDOR_3GPP = 10415;

    private final Map<String, Integer> identities = new LinkedHashMap<>();
    private String authentication = "none";
    private boolean authenticated;
    private boolean proxied;

    /** @return whether every attribute is sound */
    boolean read(ByteView packet) {
        int end = Math.min(packet.u16(2), packet.length());
        int at = RadiusPacket.HEADER;
        while (end - at >= 2) {
            if (!RadiusPacket.sound(packet, at, end - at)) {
                return false;
            }
            take(packet, packet.u8(at), at + 2, packet.u8(at + 1) - 2);
            at += packet.u8(at + 1);
        }
        return at == end;
    }

    private void take(ByteView packet, int type, int from, int length) {
        switch (type) {
            case 1 -> identities.put(imsiLike(packet, from, length) ? "imsi" : "user-name", length);
            case 2 -> authentication = "pap";
            case 3 -> authentication = "chap";
            case 8 -> identities.put("ip-address", length);
            case RadiusPacket.VENDOR_SPECIFIC -> takeVendor(packet, from, length);
            case 31 -> identities.put(stationClass(packet, from, length), length);
            case 33 -> proxied = true;
            case 79 -> authentication = "eap";
            case RadiusPacket.MESSAGE_AUTHENTICATOR -> authenticated = true;
            case 103 -> authentication = "digest";
            default -> {
                // Nothing that a fact speaks of.
            }
        }
    }

    /** Vendor 311: RFC 2548; vendor 10415: 3GPP TS 29.061 §16.4.7. */
    private void takeVendor(ByteView packet, int from, int length) {
        if (length < 6) {
            return;
        }
        long vendor = packet.u32(from);
        int type = packet.u8(from + 4);
        int size = Math.max(0, Math.min(packet.u8(from + 5), length - 4) - 2);
        if (vendor == MICROSOFT && type == 25) {
            authentication = "mschapv2";
        } else if (vendor == MICROSOFT && type == 1) {
            authentication = "mschap";
        } else if (vendor == VENDOR_3GPP) {
            switch (type) {
                case 1 -> identities.put("imsi", size);
                case 20 -> identities.put("imei", size);
                case 22 -> identities.put("location", size);
                default -> {
                    // Nothing that names or places a subscriber.
                }
            }
        }
    }

    /** Fifteen digits alone, or with the leading digit and the realm of TS 23.003 §19.3. */
    private static boolean imsiLike(ByteView packet, int from, int length) {
        int digits = digits(packet, from, length);
        boolean alone = digits == length && length == 15;
        return alone || ((digits == 15 || digits == 16) && length > digits && packet.u8(from + digits) == '@');
    }

    private static String stationClass(ByteView packet, int from, int length) {
        int skipped = length > 0 && packet.u8(from) == '+' ? 1 : 0;
        boolean number = digits(packet, from + skipped, length - skipped) == length - skipped;
        return number && length >= 7 ? "msisdn" : "mac-address";
    }

    private static int digits(ByteView packet, int from, int length) {
        int count = 0;
        while (count < length && packet.u8(from + count) >= '0' && packet.u8(from + count) <= '9') {
            count++;
        }
        return count;
    }

    String authentication() {
        return authentication;
    }

    /** Whether it bears a Message-Authenticator. */
    boolean authenticated() {
        return authenticated;
    }

    /** Whether it bears a Proxy-State. */
    boolean proxied() {
        return proxied;
    }

    void stateIdentities(ObservationSink sink) {
        identities.forEach(
                (kind, length) -> sink.saw(RadiusFacts.SUBSCRIBER_IDENTITY.partial(kind, length.longValue())));
    }
}
