// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether DER nests no deeper than a certificate does. Asked before BouncyCastle reads hostile bytes, since its reader
 * recurses for each level.
 */
final class DerDepth {
    private static final int MOST = 32;
    private static final int CONSTRUCTED = 0x20;
    private static final int INDEFINITE = 0x80;

    private DerDepth() {}

    static boolean isModest(byte[] der) {
        ByteCursor cursor = ByteCursor.of(ByteView.of(der));
        Deque<Integer> ends = new ArrayDeque<>();
        while (cursor.remaining() > 0) {
            while (!ends.isEmpty() && cursor.position() >= ends.peek()) {
                ends.pop();
            }
            boolean constructed = (tag(cursor) & CONSTRUCTED) != 0;
            long length = length(cursor);
            if (length < 0 || length > cursor.remaining() || ends.size() >= MOST) {
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

    /** The first byte of a tag; a long tag is passed over. */
    private static int tag(ByteCursor cursor) {
        int first = cursor.u8();
        if ((first & 0x1F) == 0x1F) {
            while ((cursor.u8() & 0x80) != 0 && cursor.remaining() > 0) {
                // The number of a long tag tells nothing of the depth.
            }
        }
        return first;
    }

    /** The length, -1 where it is indefinite or longer than four bytes. */
    private static long length(ByteCursor cursor) {
        int first = cursor.u8();
        if (first < INDEFINITE) {
            return first;
        }
        int bytes = first & 0x7F;
        long length = bytes == 0 || bytes > 4 ? -1 : 0;
        for (int i = 0; i < bytes && length >= 0; i++) {
            length = length << 8 | cursor.u8();
        }
        return length;
    }
}
