// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.diameter;

import io.netgrade.protocol.InternalAddresses;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;

/** Goes through the AVPs of a message, or of one that groups others, one after another (RFC 6733 §4.1). */
final class Avps {
    private static final int VENDOR = 0x80;
    private static final int LONGEST_TEXT = 255;

    private final ByteView bytes;
    private final int end;
    private int next;
    private int header;
    private int size;

    Avps(ByteView bytes, int from, int end) {
        this.bytes = bytes;
        this.next = from;
        this.end = Math.min(end, bytes.length());
    }

    /** Goes to the next AVP that lies whole within the bytes. */
    boolean next() {
        if (end - next < 8) {
            return false;
        }
        int length = bytes.u24(next + 5);
        header = (bytes.u8(next + 4) & VENDOR) == 0 ? 8 : 12;
        if (length < header || length > end - next) {
            return false;
        }
        size = length;
        next += (length + 3) & ~3;
        return true;
    }

    private int start() {
        return next - ((size + 3) & ~3);
    }

    long code() {
        return bytes.u32(start());
    }

    /** IANA private enterprise number; 0 for AVPs of the IETF. */
    long vendor() {
        return header == 12 ? bytes.u32(start() + 8) : 0;
    }

    /** Octets of data. */
    int length() {
        return size - header;
    }

    /** The data as Unsigned32; -1 where it is none. */
    long number() {
        return length() == 4 ? bytes.u32(start() + header) : -1;
    }

    /** The data as text of at most 255 octets, without control characters. */
    String text() {
        String text = bytes.text(start() + header, Math.min(length(), LONGEST_TEXT), StandardCharsets.UTF_8);
        return text.codePoints().anyMatch(Character::isISOControl) ? "" : text;
    }

    /** The class of the address within that the data is (type Address, RFC 6733 §4.3.1); empty where it is none. */
    String internalAddress() {
        int family = length() < 2 ? 0 : bytes.u16(start() + header);
        boolean fits = (family == 1 && length() == 6) || (family == 2 && length() == 18);
        return fits ? InternalAddresses.kind(bytes.bytes(start() + header + 2, length() - 2)) : "";
    }

    /** Decimal digits that the data begins with. */
    int leadingDigits() {
        int count = 0;
        while (count < length() && octet(count) >= '0' && octet(count) <= '9') {
            count++;
        }
        return count;
    }

    /** One octet of the data. */
    int octet(int at) {
        return bytes.u8(start() + header + at);
    }

    /** The AVPs that this one groups. */
    Avps grouped() {
        return new Avps(bytes, start() + header, start() + size);
    }
}
