// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.radius;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.Arrays;

/**
 * Which attributes a packet has, and the classes and lengths of the identities in it; their values are not read out. One
 * object, filled again for every packet.
 */
final class RadiusAttributes {
    private static final String[] IDENTITIES = {
        "user-name", "imsi", "msisdn", "imei", "mac-address", "ip-address", "location"
    };
    private static final int USER_NAME = 0;
    private static final int IMSI = 1;
    private static final int MSISDN = 2;
    private static final int IMEI = 3;
    private static final int MAC_ADDRESS = 4;
    private static final int IP_ADDRESS = 5;
    private static final int LOCATION = 6;
    private static final int SHORTEST_NUMBER = 7;
    private static final int MICROSOFT = 311;
    private static final int VENDOR_3GPP = 10415;
    private static final long IDENTITY = 1L << 62;

    private final int[] lengths = new int[IDENTITIES.length];
    private String authentication = "none";
    private boolean authenticated;
    private boolean proxied;

    /** @return whether every attribute is sound */
    boolean read(ByteView packet) {
        Arrays.fill(lengths, 0);
        authentication = "none";
        authenticated = false;
        proxied = false;
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
            case 1 -> lengths[imsiLike(packet, from, length) ? IMSI : USER_NAME] = length;
            case RadiusPacket.USER_PASSWORD -> authentication = "pap";
            case 3 -> authentication = "chap";
            case 8 -> lengths[IP_ADDRESS] = length;
            case RadiusPacket.VENDOR_SPECIFIC -> takeVendor(packet, from, length);
            case 31 -> lengths[telephone(packet, from, length) ? MSISDN : MAC_ADDRESS] = length;
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
        } else if (vendor == VENDOR_3GPP && type == 1) {
            lengths[IMSI] = size;
        } else if (vendor == VENDOR_3GPP && type == 20) {
            lengths[IMEI] = size;
        } else if (vendor == VENDOR_3GPP && type == 22) {
            lengths[LOCATION] = size;
        }
    }

    /** Fifteen digits alone, or with the leading digit and the realm of TS 23.003 §19.3. */
    private static boolean imsiLike(ByteView packet, int from, int length) {
        int digits = digits(packet, from, length);
        boolean alone = digits == length && length == 15;
        return alone || ((digits == 15 || digits == 16) && length > digits && packet.u8(from + digits) == '@');
    }

    private static boolean telephone(ByteView packet, int from, int length) {
        int skipped = packet.u8(from) == '+' ? 1 : 0;
        boolean number = digits(packet, from + skipped, length - skipped) == length - skipped;
        return number && length >= SHORTEST_NUMBER;
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

    void stateIdentities(Said said, ObservationSink sink) {
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] > 0 && said.isNew(IDENTITY | (long) i << 16 | lengths[i])) {
                sink.saw(RadiusFacts.SUBSCRIBER_IDENTITY.partial(IDENTITIES[i], lengths[i]));
            }
        }
    }
}
