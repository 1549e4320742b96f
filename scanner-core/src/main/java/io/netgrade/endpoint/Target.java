// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.net.IDN;
import java.net.Inet6Address;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What an operator names to be probed: addresses or a host, each with a port or without. Written as a host name, an
 * address, a network, a range, {@code host:port} or {@code [2001:db8::1]:port}.
 */
public sealed interface Target {
    /** The one port named; empty where the ports are chosen elsewhere. */
    OptionalInt port();

    /** Addresses written as numbers. */
    record Addresses(AddressRange range, OptionalInt port) implements Target {
        @Override
        public String toString() {
            boolean ipv6 = range.first() instanceof Inet6Address;
            return suffixed(ipv6 && port.isPresent() ? "[" + range + "]" : range.toString(), port);
        }
    }

    /** A host by its DNS name, in lower case and ASCII (RFC 5890 A-labels), not looked up yet. */
    record Host(String name, OptionalInt port) implements Target {
        @Override
        public String toString() {
            return suffixed(name, port);
        }
    }

    /**
     * Reads a target from text; never looks a name up.
     *
     * @throws IllegalArgumentException naming the text, what is wrong and the forms allowed
     */
    static Target of(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.contains("://")) {
            throw mistake(text, trimmed.isEmpty() ? "nothing is named" : "a URL is not a target");
        }
        if (trimmed.charAt(0) == '[') {
            return bracketed(trimmed);
        }
        int colon = trimmed.indexOf(':');
        if (colon < 0 || trimmed.indexOf(':', colon + 1) >= 0) {
            return place(trimmed, trimmed, OptionalInt.empty());
        }
        return place(trimmed, trimmed.substring(0, colon), OptionalInt.of(port(trimmed, trimmed.substring(colon + 1))));
    }

    private static Target bracketed(String text) {
        int close = text.indexOf(']');
        String after = close < 0 ? "" : text.substring(close + 1);
        if (close < 0 || !(after.isEmpty() || after.charAt(0) == ':')) {
            throw mistake(text, "the bracket is not closed before the port");
        }
        AddressRange range = AddressRange.of(text.substring(1, close));
        return new Addresses(
                range, after.isEmpty() ? OptionalInt.empty() : OptionalInt.of(port(text, after.substring(1))));
    }

    private static Target place(String text, String place, OptionalInt port) {
        boolean numbers = place.indexOf('/') >= 0
                || place.indexOf(':') >= 0
                || place.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        return numbers ? new Addresses(AddressRange.of(place), port) : new Host(hostName(text, place), port);
    }

    private static String hostName(String text, String given) {
        String name;
        try {
            name = IDN.toASCII(given.endsWith(".") ? given.substring(0, given.length() - 1) : given)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw mistake(text, "'" + given + "' is not a host name");
        }
        String[] labels = name.split("\\.", -1);
        boolean named = name.length() <= 253;
        for (String label : labels) {
            named &= isLabel(label);
        }
        named &= !labels[labels.length - 1].chars().allMatch(c -> c >= '0' && c <= '9');
        if (!named) {
            throw mistake(text, "'" + given + "' is neither an address nor a host name");
        }
        return name;
    }

    /** Letters, digits, hyphens within (RFC 1123 section 2.1), and the underscore that some networks use. */
    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= 63
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_');
    }

    private static int port(String text, String written) {
        int port = LiteralAddress.number(written, 10, 5);
        if (port < 1 || port > 0xFFFF) {
            throw mistake(text, "'" + written + "' is not a port from 1 to 65535");
        }
        return port;
    }

    private static String suffixed(String place, OptionalInt port) {
        return port.isPresent() ? place + ":" + port.getAsInt() : place;
    }

    private static IllegalArgumentException mistake(String text, String what) {
        return new IllegalArgumentException("target '" + text + "': " + what
                + "; write a host name, an address, a network (192.0.2.0/24), a range (192.0.2.1-9), host:port or"
                + " [2001:db8::1]:port");
    }
}
