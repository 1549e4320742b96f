// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Comparator;

/**
 * One place that answers: an address, a port (0 to 65535; the IP protocol number for {@link Transport#IP}, or the EtherType,
 * or the link type of signalling) and the transport between.
 *
 * <p>Written {@code 192.0.2.1:22/tcp} or {@code [2001:db8::1]:22/tcp}. Ordered by address (IPv4 first), port, transport.
 */
public record Endpoint(InetAddress address, int port, Transport transport) implements Comparable<Endpoint> {
    private static final Comparator<Endpoint> ORDER = Comparator.comparing(
                    Endpoint::address, Endpoint::compareAddresses)
            .thenComparingInt(Endpoint::port)
            .thenComparing(Endpoint::transport);

    public Endpoint {
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("port " + port + " is not within 0 to 65535");
        }
    }

    @Override
    public int compareTo(Endpoint other) {
        return ORDER.compare(this, other);
    }

    /** IPv4 before IPv6, then byte by byte as unsigned numbers. */
    public static int compareAddresses(InetAddress left, InetAddress right) {
        byte[] a = left.getAddress();
        byte[] b = right.getAddress();
        return a.length == b.length ? Arrays.compareUnsigned(a, b) : Integer.compare(a.length, b.length);
    }

    /** The address in its usual text form, IPv6 shortened (RFC 5952) and without a zone. */
    public static String text(InetAddress address) {
        return address instanceof Inet6Address ? shortened(address.getAddress()) : address.getHostAddress();
    }

    @Override
    public String toString() {
        String host = address instanceof Inet6Address ? "[" + text(address) + "]" : text(address);
        return host + ":" + port + "/" + transport.id();
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
