// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * Cuts DER into its elements without looking into them, so that one that is broken does not spoil the others, and hands
 * single elements to BouncyCastle once they are known to nest no deeper than a certificate does: its reader recurses.
 */
final class Der {
    private static final int MOST_NESTED = 32;
    /** More elements than anything in a certificate of use has; the rest is not kept. */
    private static final int MOST_ELEMENTS = 1_000;

    private static final int OBJECT_IDENTIFIER = 6;
    private static final int CONSTRUCTED = 0x20;
    private static final int LONG_FORM = 0x80;
    private static final int LONG_TAG = 0x1F;

    private Der() {}

    /** The elements within a constructed one, each with its tag and length; none where it is not whole. */
    static List<byte[]> elements(byte[] constructed) {
        List<byte[]> elements = new ArrayList<>();
        ByteView view = ByteView.of(constructed);
        ByteCursor cursor = ByteCursor.of(view);
        boolean holdsElements = (tag(cursor) & CONSTRUCTED) != 0;
        ByteCursor inner = cursor.sub(length(cursor));
        int begin = cursor.position() - inner.remaining();
        while (holdsElements && inner.remaining() > 0 && elements.size() < MOST_ELEMENTS) {
            int from = begin + inner.position();
            tag(inner);
            inner.skip(length(inner));
            if (inner.intact()) {
                elements.add(view.bytes(from, begin + inner.position() - from));
            }
        }
        return elements;
    }

    /** A constructed element of others, its length as short as it can be. */
    static byte[] wrapped(int tag, List<byte[]> elements) {
        byte[] content = TlsWriter.written(writer -> elements.forEach(writer::bytes));
        return TlsWriter.written(writer -> {
            writer.u8(tag);
            if (content.length < LONG_FORM) {
                writer.u8(content.length);
            } else if (content.length <= 0xFF) {
                writer.u8(LONG_FORM + 1).u8(content.length);
            } else if (content.length <= 0xFFFF) {
                writer.u8(LONG_FORM + 2).u16(content.length);
            } else {
                writer.u8(LONG_FORM + 3).u24(content.length);
            }
            writer.bytes(content);
        });
    }

    /** What BouncyCastle makes of one element. */
    static Optional<ASN1Primitive> read(byte[] element) {
        return isModest(element) ? Lenient.read(() -> ASN1Primitive.fromByteArray(element)) : Optional.empty();
    }

    /** What an element holds, behind its tag and length; empty where it is not whole. */
    static byte[] content(byte[] element) {
        ByteCursor cursor = ByteCursor.of(ByteView.of(element));
        tag(cursor);
        return cursor.bytes(length(cursor));
    }

    /** An object identifier with dots (X.690 §8.19); empty where the element is none, or one with a number beyond reason. */
    static String identifier(byte[] element) {
        byte[] content = firstByte(element) == OBJECT_IDENTIFIER ? content(element) : new byte[0];
        StringBuilder text = new StringBuilder();
        long number = 0;
        for (byte one : content) {
            number = number << 7 | (one & 0x7F);
            if (number > Integer.MAX_VALUE) {
                return "";
            }
            if (one >= 0) {
                long first = Math.min(number / 40, 2);
                text.append(text.length() == 0 ? first + "." + (number - 40 * first) : "." + number);
                number = 0;
            }
        }
        return text.toString();
    }

    /** The first byte of an element's tag; 0 where there is none. */
    static int firstByte(byte[] element) {
        return element.length == 0 ? 0 : element[0] & 0xFF;
    }

    /** Whether it nests little, in definite lengths only. */
    static boolean isModest(byte[] der) {
        ByteCursor cursor = ByteCursor.of(ByteView.of(der));
        Deque<Integer> ends = new ArrayDeque<>();
        while (cursor.remaining() > 0) {
            while (!ends.isEmpty() && cursor.position() >= ends.peek()) {
                ends.pop();
            }
            boolean constructed = (tag(cursor) & CONSTRUCTED) != 0;
            long length = length(cursor);
            if (length < 0 || length > cursor.remaining() || ends.size() >= MOST_NESTED) {
                return false;
            }
            if (constructed) {
                ends.push(cursor.position() + (int) length);
            } else {
                cursor.skip(length);
            }
        }
        return cursor.intact();
    }

    /** The first byte of a tag; the number of a long one is passed over, as it tells nothing here. */
    private static int tag(ByteCursor cursor) {
        int first = cursor.u8();
        int next = (first & LONG_TAG) == LONG_TAG ? cursor.u8() : 0;
        while ((next & LONG_FORM) != 0 && cursor.remaining() > 0) {
            next = cursor.u8();
        }
        return first;
    }

    /** The length, -1 where it is indefinite or longer than four bytes. */
    private static long length(ByteCursor cursor) {
        int first = cursor.u8();
        if (first < LONG_FORM) {
            return first;
        }
        int bytes = first - LONG_FORM;
        long length = bytes == 0 || bytes > 4 ? -1 : 0;
        for (int i = 0; i < bytes && length >= 0; i++) {
            length = length << 8 | cursor.u8();
        }
        return length;
    }
}
