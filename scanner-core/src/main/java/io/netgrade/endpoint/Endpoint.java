// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place that answers: an address, a port (0 to 65535; the IP protocol number for {@link Transport#IP}, or the EtherType,
 * or the link type of signalling) and the transport between.
 *
 * <p>Written {@code 192.0.2.1:22/tcp} or {@code [2001:db8::1]:22/tcp}. Ordered by address (IPv4 first), port, transport.
 */
public record Endpoint(InetAddress address, int port, Transport transport) implements Comparable<Endpoint> {
    public Endpoint {
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("port " + port + " is not within 0 to 65535");
        }
    }

    @Override
    public int compareTo(Endpoint other) {
        int order = compareAddresses(address, other.address);
        order = order != 0 ? order : Integer.compare(port, other.port);
        return order != 0 ? order : transport.compareTo(other.transport);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Endpoint endpoint
                        && port == endpoint.port
                        && transport == endpoint.transport
                        && address.equals(endpoint.address));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * address.hashCode() + port) + transport.hashCode();
    }

    /** IPv4 before IPv6, then byte by byte as unsigned numbers. */
    public static int compareAddresses(InetAddress left, InetAddress right) {
        byte[] a = left.getAddress();
        byte[] b = right.getAddress();
        return a.length == b.length ? Arrays.compareUnsigned(a, b) : Integer.compare(a.length, b.length);
    }

    /** Many of them in their order, for which each address is taken apart once. */
    public static List<Endpoint> sorted(Collection<Endpoint> endpoints) {
        record Key(boolean ipv6, long high, long low, Endpoint endpoint) {
            static Key of(Endpoint endpoint) {
                byte[] bytes = endpoint.address.getAddress();
                ByteBuffer view = ByteBuffer.wrap(bytes);
                return bytes.length == 4
                        ? new Key(false, 0, view.getInt() & 0xFFFF_FFFFL, endpoint)
                        : new Key(true, view.getLong(), view.getLong(), endpoint);
            }

            static int compare(Key left, Key right) {
                int order = Boolean.compare(left.ipv6, right.ipv6);
                order = order != 0 ? order : Long.compareUnsigned(left.high, right.high);
                order = order != 0 ? order : Long.compareUnsigned(left.low, right.low);
                order = order != 0 ? order : Integer.compare(left.endpoint.port, right.endpoint.port);
                return order != 0 ? order : left.endpoint.transport.compareTo(right.endpoint.transport);
            }
        }
        List<Key> keys = new ArrayList<>(endpoints.size());
        endpoints.forEach(endpoint -> keys.add(Key.of(endpoint)));
        keys.sort(Key::compare);
        List<Endpoint> sorted = new ArrayList<>(keys.size());
        keys.forEach(key -> sorted.add(key.endpoint));
        return sorted;
    }

    /** The address in its usual text form, IPv6 shortened (RFC 5952) and without a zone. */
    public static String text(InetAddress address) {
        return address instanceof Inet6Address ? shortened(address.getAddress()) : address.getHostAddress();
    }

    @Override
    public String toString() {
        return authority() + "/" + transport.id();
    }

    /** Address and port as a URI has them (RFC 3986 3.2). */
    public String authority() {
        String host = address instanceof Inet6Address ? "[" + text(address) + "]" : text(address);
        return host + ":" + port;
    }

    private static String shortened(byte[] bytes) {
        int[] groups = new int[8];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = (bytes[2 * i] & 0xFF) << 8 | (bytes[2 * i + 1] & 0xFF);
        }
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < groups.length; i++) {
            int run = 0;
            while (i + run < groups.length && groups[i + run] == 0) {
                run++;
            }
            if (run > bestLength) {
                bestStart = i;
                bestLength = run;
            }
            i += run > 0 ? run - 1 : 0;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            if (i == bestStart) {
                text.append("::");
                i += bestLength - 1;
            } else {
                if (i > 0 && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
