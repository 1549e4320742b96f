// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Reads addresses written as numbers, and nothing else: no name is ever looked up.
 *
 * <p>IPv4 is four decimal numbers without leading zeros (which some systems read as octal); IPv6 is any form of RFC 4291
 * section 2.2, without a zone. An IPv4-mapped IPv6 address is taken as the IPv4 address it maps, so that one host has one
 * address.
 */
public final class LiteralAddress {
    private LiteralAddress() {}

    /** The address; empty where the text is not one. */
    public static Optional<InetAddress> read(String text) {
        byte[] bytes = text.indexOf(':') >= 0 ? ipv6(text) : ipv4(text);
        return bytes.length == 0 ? Optional.empty() : Optional.of(address(bytes));
    }

    static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length, e);
        }
    }

    private static byte[] ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[parts.length == 4 ? 4 : 0];
        for (int i = 0; i < bytes.length; i++) {
            int value = number(parts[i], 10, 3);
            if (value < 0 || value > 0xFF || (parts[i].length() > 1 && parts[i].charAt(0) == '0')) {
                return new byte[0];
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    private static byte[] ipv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] whole = groups(text);
            return whole.length == 16 ? whole : new byte[0];
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        byte[] head = groups(before);
        byte[] tail = groups(after);
        boolean read = (before.isEmpty() || head.length > 0)
                && (after.isEmpty() || tail.length > 0)
                && before.indexOf('.') < 0
                && head.length + tail.length <= 14;
        if (!read) {
            return new byte[0];
        }
        byte[] bytes = new byte[16];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(tail, 0, bytes, 16 - tail.length, tail.length);
        return bytes;
    }

    /** The bytes of groups between single colons, the last of which may be an IPv4 address; nothing where they are none. */
    private static byte[] groups(String text) {
        String[] parts = text.split(":", -1);
        boolean dotted = parts[parts.length - 1].indexOf('.') >= 0;
        byte[] last = dotted ? ipv4(parts[parts.length - 1]) : new byte[0];
        if (parts.length > 8 || (dotted && last.length == 0)) {
            return new byte[0];
        }
        int words = dotted ? parts.length - 1 : parts.length;
        byte[] bytes = new byte[2 * words + last.length];
        for (int i = 0; i < words; i++) {
            int value = number(parts[i], 16, 4);
            if (value < 0) {
                return new byte[0];
            }
            bytes[2 * i] = (byte) (value >> 8);
            bytes[2 * i + 1] = (byte) value;
        }
        System.arraycopy(last, 0, bytes, 2 * words, last.length);
        return bytes;
    }

    /** A number of ASCII digits; -1 where the text is not one of at most so many digits. */
    static int number(String text, int radix, int maxDigits) {
        if (text.isEmpty() || text.length() > maxDigits) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            int worth = digit < 0x80 ? Character.digit(digit, radix) : -1;
            if (worth < 0) {
                return -1;
            }
            value = value * radix + worth;
        }
        return value;
    }
}
