// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtsp;

import io.netgrade.wire.ByteView;
import io.netgrade.wire.LineBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Splits one direction of a connection into heads; bodies and interleaved frames (RFC 7826 section 14) are skipped. */
final class RtspMessages {
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_FIELDS = 64;
    private static final int FRAME_HEADER = 4;
    private static final int MOST_DIGITS = 9;

    private final LineBuffer line = new LineBuffer(LONGEST_LINE);
    private final Consumer<Head> heads;
    private @Nullable Head head;
    private long skip;
    private int frameBytes;
    private int frameLength;
    private boolean broken;

    RtspMessages(Consumer<Head> heads) {
        this.heads = heads;
    }

    /** @param fields by name in lower case; of several of a name the first */
    record Head(String startLine, Map<String, String> fields) {
        String field(String name) {
            return fields.getOrDefault(name, "");
        }

        /** The word of the start line at an index; empty where there are fewer. */
        String word(int index) {
            String[] words = startLine.split(" ", index + 2);
            return words.length > index ? words[index] : "";
        }
    }

    /** Takes all bytes; false where they break the grammar. */
    boolean take(ByteView bytes) {
        int at = 0;
        while (at < bytes.length() && !broken) {
            at += step(bytes, at);
        }
        return !broken;
    }

    private int step(ByteView bytes, int at) {
        if (skip > 0) {
            int here = (int) Math.min(skip, bytes.length() - at);
            skip -= here;
            return here;
        }
        if (frameBytes > 0 || (head == null && line.empty() && bytes.u8(at) == '$')) {
            return frame(bytes.u8(at));
        }
        int taken = line.take(bytes, at);
        if (line.whole()) {
            broken = line.cut() || !read(line.text());
        }
        return taken;
    }

    /** The header of an interleaved frame, a byte at a time: a dollar, a channel, and the length of what follows. */
    private int frame(int value) {
        frameBytes++;
        if (frameBytes == FRAME_HEADER - 1) {
            frameLength = value << 8;
        } else if (frameBytes == FRAME_HEADER) {
            skip = frameLength | value;
            frameBytes = 0;
        }
        return 1;
    }

    private boolean read(String text) {
        Head current = head;
        if (current == null) {
            head = text.isEmpty() ? null : new Head(text, new HashMap<>());
            return text.isEmpty() || text.startsWith("RTSP/") || text.contains(" RTSP/");
        }
        if (text.isEmpty()) {
            head = null;
            skip = bodyLength(current.field("content-length"));
            heads.accept(current);
            return true;
        }
        int colon = text.indexOf(':');
        if (colon > 0) {
            String name = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            current.fields().putIfAbsent(name, text.substring(colon + 1).strip());
        }
        return current.fields().size() <= MOST_FIELDS;
    }

    private static long bodyLength(String digits) {
        boolean sound = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return sound ? Long.parseLong(digits) : 0;
    }
}
