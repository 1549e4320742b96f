// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.net.Inet6Address;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an operator names to be probed: addresses or a host, each with a port or without. Written as a host name, an
 * address, a network, a range, {@code host:port} or {@code [2001:db8::1]:port}, and a port perhaps with its transport,
 * {@code :161/udp}.
 */
public sealed interface Target {
    /** The one port named; empty where the ports are chosen elsewhere. */
    OptionalInt port();

    /** TCP or UDP, where it was said of the port. */
    Optional<Transport> transport();

    /** Addresses written as numbers. */
    record Addresses(AddressRange range, OptionalInt port, Optional<Transport> transport) implements Target {
        @Override
        public String toString() {
            boolean ipv6 = range.first() instanceof Inet6Address;
            return suffixed(ipv6 && port.isPresent() ? "[" + range + "]" : range.toString(), this);
        }
    }

    /** A host by its DNS name, in lower case and ASCII (RFC 5890 A-labels), not looked up yet. */
    record Host(String name, OptionalInt port, Optional<Transport> transport) implements Target {
        @Override
        public String toString() {
            return suffixed(name, this);
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
            return place(trimmed, trimmed, WrittenPort.ANY);
        }
        return place(trimmed, trimmed.substring(0, colon), port(trimmed, trimmed.substring(colon + 1)));
    }

    private static Target bracketed(String text) {
        int close = text.indexOf(']');
        String after = close < 0 ? "" : text.substring(close + 1);
        if (close < 0 || !(after.isEmpty() || after.charAt(0) == ':')) {
            throw mistake(text, "the bracket is not closed before the port");
        }
        AddressRange range = AddressRange.of(text.substring(1, close));
        WrittenPort port = after.isEmpty() ? WrittenPort.ANY : port(text, after.substring(1));
        return new Addresses(range, port.number(), port.transport());
    }

    private static Target place(String text, String place, WrittenPort port) {
        boolean numbers = place.indexOf('/') >= 0
                || place.indexOf(':') >= 0
                || place.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        return numbers
                ? new Addresses(AddressRange.of(place), port.number(), port.transport())
                : new Host(hostName(text, place), port.number(), port.transport());
    }

    private static String hostName(String text, String given) {
        Optional<DomainName> name = DomainName.find(given);
        if (name.isEmpty() || name.get().endsInDigits()) {
            throw mistake(text, "'" + given + "' is neither an address nor a host name");
        }
        return name.get().text();
    }

    private static WrittenPort port(String text, String written) {
        try {
            return WrittenPort.of(written);
        } catch (IllegalArgumentException e) {
            throw mistake(text, String.valueOf(e.getMessage()));
        }
    }

    private static String suffixed(String place, Target target) {
        String port = target.port().isPresent() ? ":" + target.port().getAsInt() : "";
        return place + port + target.transport().map(said -> "/" + said.id()).orElse("");
    }

    private static IllegalArgumentException mistake(String text, String what) {
        return new IllegalArgumentException("target '" + text + "': " + what
                + "; write a host name, an address, a network (192.0.2.0/24), a range (192.0.2.1-9), host:port or"
                + " [2001:db8::1]:port, the port perhaps with /tcp or /udp");
    }
}
