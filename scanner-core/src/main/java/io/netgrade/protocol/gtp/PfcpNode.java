// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.fact.Fact;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The node id of a message: the address or name of the node itself, never of a subscriber (TS 29.244 8.2.38). */
final class PfcpNode {
    private static final int IPV4 = 0;
    private static final int IPV6 = 1;
    private static final int NAME = 2;
    private static final int LONGEST_NAME = 255;

    private PfcpNode() {}

    /** @param content of the element, its length in the two octets before it; negative where there is none */
    static Optional<Fact> told(ByteView bytes, int content) {
        if (content < 0) {
            return Optional.empty();
        }
        int octets = bytes.u16(content - 2) - 1;
        int from = content + 1;
        return switch (bytes.u8(content) & 0x0F) {
            case IPV4 -> octets == 4 ? Optional.of(fact("ipv4", dotted(bytes, from))) : Optional.empty();
            case IPV6 -> octets == 16 ? Optional.of(fact("ipv6", grouped(bytes, from))) : Optional.empty();
            case NAME -> name(bytes, from, octets).map(name -> fact("fqdn", name));
            default -> Optional.empty();
        };
    }

    private static Fact fact(String type, String id) {
        return PfcpFacts.NODE.partial(type, id);
    }

    private static String dotted(ByteView bytes, int from) {
        return bytes.u8(from) + "." + bytes.u8(from + 1) + "." + bytes.u8(from + 2) + "." + bytes.u8(from + 3);
    }

    private static String grouped(ByteView bytes, int from) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i += 2) {
            text.append(i == 0 ? "" : ":").append(Integer.toHexString(bytes.u16(from + i)));
        }
        return text.toString();
    }

    /** Labels with their lengths, as in the DNS (RFC 1035 3.1); empty where they are no name. */
    private static Optional<String> name(ByteView bytes, int from, int octets) {
        if (octets > LONGEST_NAME) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder();
        int end = from + octets;
        int at = from;
        while (at < end && bytes.u8(at) > 0 && bytes.u8(at) < end - at) {
            int label = bytes.u8(at);
            name.append(name.isEmpty() ? "" : ".").append(bytes.text(at + 1, label, StandardCharsets.US_ASCII));
            at += 1 + label;
        }
        boolean whole = at == end || (at == end - 1 && bytes.u8(at) == 0);
        boolean printable = name.chars().allMatch(character -> character > ' ' && character < 0x7F);
        return whole && printable && !name.isEmpty() ? Optional.of(name.toString()) : Optional.empty();
    }
}
