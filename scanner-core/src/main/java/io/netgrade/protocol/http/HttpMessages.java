// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits one direction of a connection into messages (RFC 9112): heads are read line by line in place, bodies are handed
 * on in pieces and never kept. Where bytes are missing it finds the next message again, at the beginning of a later piece.
 */
final class HttpMessages {
    private static final int LONGEST_LINE = 16 * 1024;
    /** Hexadecimal digits that always fit a long. */
    private static final int MOST_CHUNK_DIGITS = 15;

    private final Reader reader;
    private State state;
    private @Nullable HttpHead head;
    private long left;
    /** Bytes of the unfinished line that are known to hold no end. */
    private int scanned;

    private boolean passing;

    /** @param fromTheStart whether the next byte is surely the first of a message */
    HttpMessages(Reader reader, boolean fromTheStart) {
        this.reader = reader;
        this.state = fromTheStart ? State.START : State.LOST;
    }

    /** Takes what the messages of one direction hold. */
    interface Reader {
        /** Whether bytes are the beginning of a message; asked only where that is not sure. */
        HttpRecognition.Start begins(ByteView bytes);

        /** @return how its body ends; empty where the head breaks the grammar */
        Optional<HttpBody> head(HttpHead head);

        /** The rest of a head is missing: the message ends here for good. */
        default void cut(HttpHead head) {}

        default void body(ByteView bytes, int from, int count) {}

        /** Bytes of the body are missing. */
        default void gap() {}

        /** The message is over. */
        default void ended() {}
    }

    private enum State {
        ASIDE,
        BROKEN,
        CHUNK,
        CHUNK_END,
        CHUNK_SIZE,
        COUNTED,
        FIELDS,
        LOST,
        START,
        STOPPED,
        TRAILER,
        UNTIL_CLOSE
    }

    /** @return how many bytes were taken; what is left is wanted again, with more behind it */
    int take(ByteView bytes) {
        int at = 0;
        int taken = find(bytes) ? 1 : 0;
        while (taken > 0 && at < bytes.length() && reading()) {
            taken = step(bytes, at);
            at += taken;
        }
        return at;
    }

    private boolean reading() {
        return state != State.BROKEN && state != State.STOPPED && state != State.ASIDE;
    }

    /** Whether the bytes broke the grammar: nothing more is read. */
    boolean broken() {
        return state == State.BROKEN;
    }

    /** Ends the reading with the byte taken last. */
    void stop() {
        state = State.STOPPED;
    }

    /** Reads no more messages until {@link #resume}, and leaves what comes: it may be of another protocol. */
    void stepAside() {
        state = State.ASIDE;
    }

    void resume() {
        if (state == State.ASIDE) {
            state = State.START;
        }
    }

    void missed(long count) {
        boolean inside = state == State.COUNTED || state == State.CHUNK;
        if (inside && count <= left) {
            reader.gap();
            skipped(count);
        } else if (state == State.UNTIL_CLOSE) {
            reader.gap();
        } else if (reading()) {
            reader.gap();
            cut();
            head = null;
            scanned = 0;
            passing = false;
            state = State.LOST;
        }
    }

    private void cut() {
        HttpHead current = head;
        if (current != null) {
            reader.cut(current);
        }
    }

    private boolean find(ByteView bytes) {
        if (state != State.LOST) {
            return true;
        }
        HttpRecognition.Start start = reader.begins(bytes);
        if (start == HttpRecognition.Start.BEGINS) {
            state = State.START;
        }
        return start != HttpRecognition.Start.NEED_MORE;
    }

    private int step(ByteView bytes, int at) {
        return switch (state) {
            case START, FIELDS, CHUNK_SIZE, CHUNK_END, TRAILER -> line(bytes, at);
            case COUNTED, CHUNK -> counted(bytes, at);
            case UNTIL_CLOSE -> {
                reader.body(bytes, at, bytes.length() - at);
                yield bytes.length() - at;
            }
            case LOST -> bytes.length() - at;
            case ASIDE, BROKEN, STOPPED -> 0;
        };
    }

    private int line(ByteView bytes, int at) {
        int end = bytes.indexOf('\n', at + scanned, bytes.length());
        if (end < 0) {
            return unfinished(bytes.length() - at);
        }
        scanned = 0;
        if (passing) {
            passing = false;
        } else {
            int length = end > at && bytes.u8(end - 1) == '\r' ? end - 1 - at : end - at;
            readLine(bytes, at, length);
        }
        return end + 1 - at;
    }

    /** Of a field that is too long the rest is passed over; any other line may not be. */
    private int unfinished(int length) {
        scanned = length;
        if (length <= LONGEST_LINE && !passing) {
            return 0;
        }
        scanned = 0;
        passing = state == State.FIELDS || state == State.TRAILER;
        state = passing ? state : State.BROKEN;
        return length;
    }

    private void readLine(ByteView bytes, int at, int length) {
        switch (state) {
            case START -> start(bytes, at, length);
            case FIELDS -> field(bytes, at, length);
            case CHUNK_SIZE -> chunkSize(bytes, at, length);
            case CHUNK_END -> state = length == 0 ? State.CHUNK_SIZE : State.BROKEN;
            default -> trailer(length);
        }
    }

    /** Empty lines before a message are passed over (RFC 9112 section 2.2). */
    private void start(ByteView bytes, int at, int length) {
        if (length > LONGEST_LINE) {
            state = State.BROKEN;
        } else if (length > 0) {
            head = new HttpHead(bytes.text(at, length, StandardCharsets.ISO_8859_1));
            state = State.FIELDS;
        }
    }

    private void field(ByteView bytes, int at, int length) {
        HttpHead current = head;
        if (current == null || (length > 0 && !current.add(bytes, at, length))) {
            state = State.BROKEN;
        } else if (length == 0) {
            head = null;
            state = State.START;
            reader.head(current).ifPresentOrElse(this::frame, () -> state = State.BROKEN);
        }
    }

    /** The reader may have stopped this, or stepped aside, when it saw the head. */
    private void frame(HttpBody body) {
        if (state != State.START) {
            return;
        }
        left = body.length();
        state = switch (body.kind()) {
            case CHUNKED -> State.CHUNK_SIZE;
            case COUNTED -> State.COUNTED;
            case UNTIL_CLOSE -> State.UNTIL_CLOSE;
        };
        if (state == State.COUNTED && left == 0) {
            end();
        }
    }

    private int counted(ByteView bytes, int at) {
        int here = (int) Math.min(left, bytes.length() - at);
        reader.body(bytes, at, here);
        skipped(here);
        return here;
    }

    private void skipped(long count) {
        left -= count;
        if (left == 0 && state == State.CHUNK) {
            state = State.CHUNK_END;
        } else if (left == 0) {
            end();
        }
    }

    private void chunkSize(ByteView bytes, int at, int length) {
        int digits = 0;
        long size = 0;
        while (digits < length && Character.digit(bytes.u8(at + digits), 16) >= 0) {
            size = digits < MOST_CHUNK_DIGITS ? size << 4 | Character.digit(bytes.u8(at + digits), 16) : size;
            digits++;
        }
        left = size;
        if (digits == 0 || digits > MOST_CHUNK_DIGITS) {
            state = State.BROKEN;
        } else {
            state = size == 0 ? State.TRAILER : State.CHUNK;
        }
    }

    private void trailer(int length) {
        if (length == 0) {
            end();
        }
    }

    private void end() {
        state = State.START;
        reader.ended();
    }
}
