// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.stun;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.InternalAddresses;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.SoftwareNames.Product;
import io.netgrade.protocol.SoftwarePatterns;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the attributes of one message say (RFC 8489 §14, RFC 8656 §18, RFC 8445 §16.1, RFC 5780 §7). */
final class StunAttributes {
    private static final SoftwarePatterns SOFTWARE = SoftwarePatterns.read(StunAttributes.class, "software.tsv");
    private static final int LONGEST_SOFTWARE = 128;
    /** Attributes that must be understood and are of no RFC lie between these (RFC 8489 §18.3). */
    private static final int LAST_STANDARD = 0x3FFF;

    private static final int FIRST_OPTIONAL = 0x8000;

    private final List<Fact> facts = new ArrayList<>();
    private String integrity = "none";
    private boolean ice;
    private boolean relays;
    private boolean foreign;
    private int error;

    static StunAttributes of(ByteView message, boolean cookie) {
        StunAttributes attributes = new StunAttributes();
        int end = Math.min(message.length(), StunMessage.HEADER + message.u16(2));
        int at = StunMessage.HEADER;
        while (end - at >= 4) {
            int length = message.u16(at + 2);
            if (length > end - at - 4) {
                break;
            }
            attributes.take(message, message.u16(at), at + 4, length);
            at += 4 + (cookie ? (length + 3) & ~3 : length);
        }
        return attributes;
    }

    /** What of a message matters to its facts: its type, its attributes, and the values of those that name the server. */
    static long key(ByteView message) {
        boolean cookie = StunMessage.cookie(message, 0);
        long key = message.u16(0);
        int end = Math.min(message.length(), StunMessage.HEADER + message.u16(2));
        int at = StunMessage.HEADER;
        while (end - at >= 4) {
            int type = message.u16(at);
            int length = message.u16(at + 2);
            boolean names = type == 0x0009 || type == 0x8022 || type == 0x802B || type == 0x802C || type < 0x0006;
            int hashed = 4 + (names && type != 0x0001 ? Math.min(length, end - at - 4) : 0);
            key = Said.hash(key, message, at, hashed);
            at += 4 + (cookie ? (length + 3) & ~3 : length);
        }
        return key;
    }

    private void take(ByteView message, int type, int from, int length) {
        switch (type) {
            case 0x0001 -> facts.add(StunFacts.MAPPED_ADDRESS.partial("plain"));
            case 0x0004 -> takeAddress(message, "source-address", from, length, 0);
            case 0x0005 -> takeAddress(message, "changed-address", from, length, 0);
            case 0x0008 -> integrity = "hmac-sha1";
            case 0x0009 -> error = length >= 4 ? 100 * (message.u8(from + 2) & 7) + message.u8(from + 3) : 0;
            case 0x0016 -> takeAddress(message, "relayed-address", from, length, StunMessage.COOKIE);
            case 0x001C -> integrity = "hmac-sha256";
            case 0x0020 -> facts.add(StunFacts.MAPPED_ADDRESS.partial("xor"));
            case 0x0019 -> relays = true;
            case 0x0024, 0x0025, 0x8029, 0x802A -> ice = true;
            case 0x8022 -> takeSoftware(message, from, length);
            case 0x802B -> takeAddress(message, "response-origin", from, length, 0);
            case 0x802C -> takeAddress(message, "other-address", from, length, 0);
            default -> foreign |= type > LAST_STANDARD && type < FIRST_OPTIONAL;
        }
    }

    private void takeAddress(ByteView message, String attribute, int from, int length, int mask) {
        if (length == 8
                && message.u8(from + 1) == 1
                && !InternalAddresses.kind(message.i32(from + 4) ^ mask).isEmpty()) {
            facts.add(StunFacts.INTERNAL_ADDRESS.partial(attribute));
        }
    }

    private void takeSoftware(ByteView message, int from, int length) {
        String text = message.text(from, Math.min(length, LONGEST_SOFTWARE), StandardCharsets.UTF_8)
                .replace('\0', ' ')
                .strip();
        if (text.isEmpty() || text.equals("None") || text.chars().anyMatch(Character::isISOControl)) {
            return;
        }
        facts.add(SOFTWARE.find(text, false)
                .orElseGet(() -> Product.unlisted(text).disclosed("", false)));
    }

    boolean authenticated() {
        return !integrity.equals("none");
    }

    /** Whether a request for a relay is all that RFC 8656 knows: others log in by attributes of their own. */
    boolean standardRelay() {
        return relays && !foreign;
    }

    boolean ice() {
        return ice;
    }

    /** The code of ERROR-CODE; 0 where there is none. */
    int error() {
        return error;
    }

    /** States what an answer of the server says of it. */
    void state(ObservationSink sink) {
        facts.forEach(sink::saw);
        sink.saw(StunFacts.INTEGRITY.partial(integrity));
    }
}
