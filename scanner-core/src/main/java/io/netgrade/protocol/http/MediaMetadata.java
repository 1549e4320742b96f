// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.wire.ByteView;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The metadata of a media file, without its pictures and sounds, out of the beginning of the file: PNG (W3C PNG 11.3.3),
 * JPEG (ITU-T T.81 B.2.4), WAVE (RIFF chunks), MP4 (ISO/IEC 14496-12 boxes). Every length is checked.
 *
 * @param container png, jpeg, wav or mp4; empty where it is none of them
 * @param text of all of it, an octet a character
 * @param whole whether all metadata that the file has was read
 */
record MediaMetadata(String container, String text, boolean whole) {
    private static final int MOST_TEXT = 128 * 1024;

    static MediaMetadata of(byte[] file) {
        ByteView bytes = ByteView.of(file);
        if (holds(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return png(bytes);
        }
        if (bytes.length() > 2 && bytes.u8(0) == 0xFF && bytes.u8(1) == 0xD8) {
            return jpeg(bytes);
        }
        if (holds(bytes, 0, "RIFF") && holds(bytes, 8, "WAVE")) {
            return wav(bytes);
        }
        return holds(bytes, 4, "ftyp") ? mp4(bytes) : new MediaMetadata("", "", false);
    }

    private static MediaMetadata png(ByteView bytes) {
        Kept kept = new Kept();
        int at = 8;
        while (at + 8 <= bytes.length()) {
            long end = at + 12L + bytes.u32(at);
            if (holds(bytes, at + 4, "IEND")) {
                return kept.as("png", true);
            }
            if (end > bytes.length()) {
                break;
            }
            if (holds(bytes, at + 4, "tEXt") || holds(bytes, at + 4, "iTXt")) {
                kept.add(bytes, at + 8, (int) end - 4);
            }
            at = (int) end;
        }
        return kept.as("png", false);
    }

    /** Segments of an application and comments stand in front of the scan. */
    private static MediaMetadata jpeg(ByteView bytes) {
        Kept kept = new Kept();
        int at = 2;
        while (at + 4 <= bytes.length() && bytes.u8(at) == 0xFF) {
            int marker = bytes.u8(at + 1);
            if (marker == 0xDA || marker == 0xD9) {
                return kept.as("jpeg", true);
            }
            int end = at + 2 + bytes.u16(at + 2);
            if (end > bytes.length() || end < at + 4) {
                break;
            }
            if ((marker >= 0xE1 && marker <= 0xEF) || marker == 0xFE) {
                kept.add(bytes, at + 4, end);
            }
            at = end;
        }
        return kept.as("jpeg", false);
    }

    private static MediaMetadata wav(ByteView bytes) {
        Kept kept = new Kept();
        long at = 12;
        while (at + 8 <= bytes.length()) {
            long length = Integer.reverseBytes(bytes.i32((int) at + 4)) & 0xFFFF_FFFFL;
            long end = at + 8 + length;
            boolean sound = holds(bytes, (int) at, "data") || holds(bytes, (int) at, "fmt ");
            if (end > bytes.length()) {
                return kept.as("wav", false);
            }
            if (!sound) {
                kept.add(bytes, (int) at + 8, (int) end);
            }
            at = end + (length & 1);
        }
        return kept.as("wav", at >= bytes.length());
    }

    /** All of {@code moov} but its tables is small; what is in it is looked at as one text. */
    private static MediaMetadata mp4(ByteView bytes) {
        Kept kept = new Kept();
        long at = 0;
        while (at + 8 <= bytes.length()) {
            long length = bytes.u32((int) at);
            long end = length < 8 ? Long.MAX_VALUE : at + length;
            if (end > bytes.length()) {
                return kept.as("mp4", false);
            }
            boolean metadata = holds(bytes, (int) at + 4, "moov")
                    || holds(bytes, (int) at + 4, "meta")
                    || holds(bytes, (int) at + 4, "udta")
                    || holds(bytes, (int) at + 4, "uuid");
            if (metadata) {
                kept.add(bytes, (int) at + 8, (int) end);
            }
            at = end;
        }
        return kept.as("mp4", at == bytes.length());
    }

    private static boolean holds(ByteView bytes, int at, String mark) {
        if (bytes.length() - at < mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if (bytes.u8(at + i) != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static final class Kept {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private boolean all = true;

        void add(ByteView bytes, int from, int to) {
            int length = Math.min(to - from, MOST_TEXT - kept.size());
            all &= length == to - from;
            if (length > 0) {
                kept.writeBytes(bytes.bytes(from, length));
            }
        }

        MediaMetadata as(String container, boolean whole) {
            return new MediaMetadata(container, kept.toString(StandardCharsets.ISO_8859_1), whole && all);
        }
    }
}
