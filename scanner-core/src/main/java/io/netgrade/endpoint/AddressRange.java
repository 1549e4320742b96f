// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Addresses from one to another, both included and of the same family. Written {@code 192.0.2.1}, {@code 192.0.2.0/24},
 * {@code 192.0.2.1-192.0.2.9} or {@code 192.0.2.1-9}, and likewise in IPv6, where the short form replaces the last group.
 */
public record AddressRange(InetAddress first, InetAddress last) implements Iterable<InetAddress> {
    private static final String FORMS =
            "write an address (192.0.2.1), a network (192.0.2.0/24) or a range (192.0.2.1-192.0.2.9 or 192.0.2.1-9)";

    public AddressRange {
        if (first.getAddress().length != last.getAddress().length) {
            throw new IllegalArgumentException(
                    Endpoint.text(first) + "-" + Endpoint.text(last) + ": a range does not mix IPv4 and IPv6");
        }
        if (Endpoint.compareAddresses(first, last) > 0) {
            throw new IllegalArgumentException(Endpoint.text(first) + "-" + Endpoint.text(last)
                    + ": the range ends before it begins; write the lower address first");
        }
    }

    public static AddressRange of(InetAddress only) {
        return new AddressRange(only, only);
    }

    /**
     * Reads a range from text; never looks a name up.
     *
     * @throws IllegalArgumentException naming the text, what is wrong and the forms allowed
     */
    public static AddressRange of(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return network(text, text.substring(0, slash), text.substring(slash + 1));
        }
        int dash = text.indexOf('-');
        if (dash < 0) {
            return of(literal(text, text));
        }
        InetAddress first = literal(text, text.substring(0, dash));
        return new AddressRange(first, end(text, first, text.substring(dash + 1)));
    }

    /** The address below this one; empty below the lowest of its family. */
    public static Optional<InetAddress> before(InetAddress address) {
        return neighbour(number(address).subtract(BigInteger.ONE), address.getAddress().length);
    }

    /** The address above this one; empty above the highest of its family. */
    public static Optional<InetAddress> after(InetAddress address) {
        return neighbour(number(address).add(BigInteger.ONE), address.getAddress().length);
    }

    private static Optional<InetAddress> neighbour(BigInteger number, int length) {
        boolean there = number.signum() >= 0 && number.bitLength() <= 8 * length;
        return there ? Optional.of(address(number, length)) : Optional.empty();
    }

    public boolean contains(InetAddress address) {
        return address.getAddress().length == first.getAddress().length
                && Endpoint.compareAddresses(first, address) <= 0
                && Endpoint.compareAddresses(address, last) <= 0;
    }

    /** How many addresses there are; at least one. */
    public BigInteger size() {
        return number(last).subtract(number(first)).add(BigInteger.ONE);
    }

    /** The address so many places after the first. */
    public InetAddress at(long index) {
        byte[] bytes = first.getAddress();
        if (bytes.length == Integer.BYTES) {
            return at4(bytes, index);
        }
        BigInteger wanted = number(first).add(BigInteger.valueOf(index));
        if (index < 0 || wanted.compareTo(number(last)) > 0) {
            throw new IndexOutOfBoundsException(index + " in " + this);
        }
        return address(wanted, first.getAddress().length);
    }

    private InetAddress at4(byte[] lowest, long index) {
        ByteBuffer bytes = ByteBuffer.wrap(lowest);
        long from = Integer.toUnsignedLong(bytes.getInt(0));
        long to = Integer.toUnsignedLong(ByteBuffer.wrap(last.getAddress()).getInt());
        if (index < 0 || index > to - from) {
            throw new IndexOutOfBoundsException(index + " in " + this);
        }
        bytes.putInt(0, (int) (from + index));
        return LiteralAddress.address(lowest);
    }

    @Override
    public Iterator<InetAddress> iterator() {
        return new Iterator<>() {
            private BigInteger next = number(first);

            @Override
            public boolean hasNext() {
                return next.compareTo(number(last)) <= 0;
            }

            @Override
            public InetAddress next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                InetAddress address = address(next, first.getAddress().length);
                next = next.add(BigInteger.ONE);
                return address;
            }
        };
    }

    /** One address, or first and last with a dash between. */
    @Override
    public String toString() {
        return first.equals(last) ? Endpoint.text(first) : Endpoint.text(first) + "-" + Endpoint.text(last);
    }

    private static AddressRange network(String text, String address, String prefix) {
        byte[] from = literal(text, address).getAddress();
        int bits = LiteralAddress.number(prefix, 10, 3);
        if (bits < 0 || bits > 8 * from.length) {
            throw new IllegalArgumentException(
                    text + ": the prefix length '" + prefix + "' is not a number from 0 to " + 8 * from.length);
        }
        byte[] to = from.clone();
        for (int i = 0; i < from.length; i++) {
            int hostBits = 0xFF >> Math.min(8, Math.max(0, bits - 8 * i));
            from[i] &= (byte) ~hostBits;
            to[i] |= (byte) hostBits;
        }
        return new AddressRange(LiteralAddress.address(from), LiteralAddress.address(to));
    }

    /** The end of a range: a whole address, or a replacement of the first one's last number or group. */
    private static InetAddress end(String text, InetAddress first, String end) {
        boolean ipv6 = first instanceof Inet6Address;
        int value = ipv6 ? LiteralAddress.number(end, 16, 4) : LiteralAddress.number(end, 10, 3);
        if (value < 0 || value > (ipv6 ? 0xFFFF : 0xFF)) {
            return literal(text, end);
        }
        byte[] bytes = first.getAddress();
        bytes[bytes.length - 1] = (byte) value;
        if (ipv6) {
            bytes[bytes.length - 2] = (byte) (value >> 8);
        }
        return LiteralAddress.address(bytes);
    }

    private static InetAddress literal(String text, String part) {
        return LiteralAddress.read(part)
                .orElseThrow(() -> new IllegalArgumentException(
                        text + ": '" + part + "' is not an IP address; " + FORMS + ", or the same in IPv6"));
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    private static InetAddress address(BigInteger number, int length) {
        byte[] digits = number.toByteArray();
        byte[] bytes = new byte[length];
        int copied = Math.min(digits.length, length);
        System.arraycopy(digits, digits.length - copied, bytes, length - copied, copied);
        return LiteralAddress.address(bytes);
    }
}
