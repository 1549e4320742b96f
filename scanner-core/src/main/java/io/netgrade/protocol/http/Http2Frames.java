// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.protocol.http.hpack.HpackDecoder;
import io.netgrade.wire.ByteView;
import java.io.ByteArrayOutputStream;

/**
 * Splits one direction of a connection into frames (RFC 9113 section 4.1): header blocks are put together and read, data is
 * handed on in pieces and never kept, the rest is passed over.
 *
 * <pre>
 * length : 24 | type : 8 | flags : 8 | 0 : 1 | stream : 31 | …
 * </pre>
 */
final class Http2Frames {
    static final int HEADER = 9;

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int SETTINGS = 4;
    private static final int PUSH_PROMISE = 5;
    private static final int CONTINUATION = 9;
    private static final int END_STREAM = 0x1;
    private static final int END_HEADERS = 0x4;
    private static final int PADDED = 0x8;
    private static final int PRIORITY = 0x20;
    /** Peers may agree on more than the usual 16384 octets; nobody does for frames that are not data. */
    private static final int LARGEST_KEPT = 64 * 1024;

    private final Reader reader;
    private final HpackDecoder decoder;
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private final ByteView part = new ByteView();
    private boolean blockEndsStream;
    private int blockStream;
    private boolean promised;
    private int stream;
    private int flags;
    private int dataLeft;
    private boolean begun;
    private boolean lost;
    private boolean broken;
    private boolean spoke;

    /** @param late whether the capture began amid the connection */
    Http2Frames(Reader reader, boolean late) {
        this.reader = reader;
        this.decoder = new HpackDecoder(late);
        this.lost = late;
        this.begun = late;
    }

    /** Takes what the frames of one direction hold. */
    interface Reader {
        /** @param whole whether all its fields could be read */
        void head(int stream, HttpHead head, boolean whole);

        void data(int stream, ByteView bytes, int from, int count);

        void ended(int stream);
    }

    boolean broken() {
        return broken;
    }

    /** Whether a frame was read. */
    boolean spoke() {
        return spoke;
    }

    /** @return how many bytes were taken; what is left is wanted again, with more behind it */
    int take(ByteView bytes) {
        if (lost && Http2Recognition.amid(bytes) == Speaker.NOBODY) {
            return bytes.length();
        }
        lost = false;
        int at = 0;
        int taken = 1;
        while (taken > 0 && at < bytes.length() && !broken) {
            taken = dataLeft > 0 ? data(bytes, at) : frame(bytes, at);
            at += taken;
        }
        spoke |= at > 0;
        return at;
    }

    /** @return whether the missing bytes are all data of one frame */
    boolean missed(long count) {
        boolean inside = count <= dataLeft;
        if (inside) {
            dataLeft -= (int) count;
            endOfData();
        }
        return inside;
    }

    private int data(ByteView bytes, int at) {
        int here = Math.min(dataLeft, bytes.length() - at);
        dataLeft -= here;
        reader.data(stream, bytes, at, here);
        endOfData();
        return here;
    }

    private void endOfData() {
        if (dataLeft == 0 && (flags & END_STREAM) != 0) {
            reader.ended(stream);
        }
    }

    private int frame(ByteView bytes, int at) {
        if (bytes.length() - at < HEADER) {
            return 0;
        }
        int length = bytes.u24(at);
        int type = bytes.u8(at + 3);
        int id = bytes.i32(at + 5) & Integer.MAX_VALUE;
        boolean continues = type == CONTINUATION && id == blockStream;
        broken = (!begun && type != SETTINGS) || (block.size() > 0 && !continues) || (type == DATA && id == 0);
        begun = true;
        if (broken) {
            return 0;
        }
        if (type == DATA) {
            stream = id;
            flags = bytes.u8(at + 4);
            dataLeft = length;
            endOfData();
            return HEADER;
        }
        broken = length > LARGEST_KEPT;
        if (broken || bytes.length() - at < HEADER + length) {
            return 0;
        }
        flags = bytes.u8(at + 4);
        whole(part.wrap(bytes, at + HEADER, length), type, id);
        return HEADER + length;
    }

    private void whole(ByteView payload, int type, int id) {
        switch (type) {
            case HEADERS -> begin(payload, id, (flags & PRIORITY) != 0 ? 5 : 0, false);
            case PUSH_PROMISE -> begin(payload, id, 4, true);
            case CONTINUATION -> more(payload, 0, payload.length());
            case RESET -> reader.ended(id);
            default -> {
                // What peers agree on and tell of the connection is no matter.
            }
        }
    }

    private void begin(ByteView payload, int id, int fixed, boolean promise) {
        boolean padded = (flags & PADDED) != 0;
        int pad = padded && payload.length() > 0 ? payload.u8(0) : 0;
        int from = (padded ? 1 : 0) + fixed;
        broken = id == 0 || from + pad > payload.length();
        if (!broken) {
            blockStream = id;
            promised = promise;
            blockEndsStream = !promise && (flags & END_STREAM) != 0;
            more(payload, from, payload.length() - from - pad);
        }
    }

    private void more(ByteView payload, int from, int count) {
        block.writeBytes(payload.bytes(from, count));
        broken = block.size() > LARGEST_KEPT;
        if (!broken && (flags & END_HEADERS) != 0) {
            HttpHead head = new HttpHead("");
            broken = !decoder.read(ByteView.of(block.toByteArray()), head::add);
            block.reset();
            if (!broken && !promised) {
                reader.head(blockStream, head, decoder.whole());
            }
            if (!broken && blockEndsStream) {
                reader.ended(blockStream);
            }
        }
    }
}
