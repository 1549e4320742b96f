// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.endpoint.LiteralAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells addresses that mean something only inside a network, by class, where signalling shows them. */
public final class InternalAddresses {
    private static final int LONGEST_TEXT = 1024;
    private static final int SHORTEST = 3;

    private InternalAddresses() {}

    /**
     * {@code private} (RFC 1918), {@code shared} (RFC 6598), {@code unique-local} (RFC 4193), {@code link-local} or
     * {@code loopback}; empty for any other.
     */
    public static String kind(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isLoopbackAddress()) {
            return "loopback";
        }
        if (address.isLinkLocalAddress()) {
            return "link-local";
        }
        if (address instanceof Inet4Address) {
            return kind((bytes[0] & 0xFF) << 24 | (bytes[1] & 0xFF) << 16);
        }
        return (bytes[0] & 0xFE) == 0xFC ? "unique-local" : "";
    }

    /** The same of an IPv4 address as a number: {@code private}, {@code shared}, or empty. */
    public static String kind(int address) {
        boolean inside = (address >>> 24) == 10 || (address >>> 20) == 0xAC1 || (address >>> 16) == 0xC0A8;
        return inside ? "private" : (address >>> 22) == (100 << 2 | 1) ? "shared" : "";
    }

    /** The same of an address of 4 or 16 octets. */
    public static String kind(byte[] octets) {
        try {
            return kind(InetAddress.getByAddress(octets));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 octets, not " + octets.length, e);
        }
    }

    /** The classes of all addresses that stand as numbers in the first 1024 characters of a text, with or without ports. */
    public static List<String> within(String text) {
        List<String> kinds = new ArrayList<>();
        int end = Math.min(text.length(), LONGEST_TEXT);
        int from = 0;
        for (int at = 0; at <= end; at++) {
            if (at == end || !mayBeAddress(text.charAt(at))) {
                if (at - from >= SHORTEST) {
                    add(text.substring(from, at), kinds);
                }
                from = at + 1;
            }
        }
        return kinds;
    }

    private static boolean mayBeAddress(char mark) {
        return mark == '.' || mark == ':' || (mark < 0x80 && Character.digit(mark, 16) >= 0);
    }

    private static void add(String run, List<String> kinds) {
        boolean several = run.indexOf(':') != run.lastIndexOf(':');
        if (several && addOne(run, kinds)) {
            return;
        }
        for (String part : run.split(":")) {
            if (part.indexOf('.') > 0) {
                addOne(part, kinds);
            }
        }
    }

    private static boolean addOne(String text, List<String> kinds) {
        Optional<InetAddress> address = LiteralAddress.read(text);
        address.map(InternalAddresses::kind)
                .filter(kind -> !kind.isEmpty() && !kinds.contains(kind))
                .ifPresent(kinds::add);
        return address.isPresent();
    }
}
