// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes JSON, member by member, in the order of the calls. All text is ASCII: everything else, control characters among
 * it, is escaped, so that what a hostile service said is harmless in a terminal and in a log.
 *
 * <p>A stream that fails ends the writing with an {@link UncheckedIOException}.
 */
public final class JsonWriter implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int FRAGMENT = 1 << 9;

    private final OutputStream out;
    private final boolean indented;
    private final JsonText text;
    /** Bytes after which they are handed on. */
    private final int enough;

    private int depth;
    /** Whether the object or array being written holds something already. */
    private boolean begun;
    /** Whether a member's name was written and its value was not. */
    private boolean named;

    private JsonWriter(OutputStream out, boolean indented) {
        this.out = out;
        this.indented = indented;
        this.text = new JsonText(BUFFER + BUFFER / 4);
        this.enough = BUFFER;
    }

    /** Writes nowhere, at the depth of another. */
    private JsonWriter(JsonWriter other) {
        this.out = OutputStream.nullOutputStream();
        this.indented = other.indented;
        this.text = new JsonText(FRAGMENT);
        this.enough = Integer.MAX_VALUE;
        this.depth = other.depth;
    }

    /** Documents of one line each, for NDJSON. */
    public static JsonWriter lines(OutputStream out) {
        return new JsonWriter(out, false);
    }

    /** One document over many lines, for people and files. */
    public static JsonWriter indented(OutputStream out) {
        return new JsonWriter(out, true);
    }

    /** As {@link #indented(OutputStream)}, for a report among others on one page. */
    public static JsonWriter indented(Writer out) {
        return indented(new AsciiStream(out));
    }

    /** Members or values as they were written once, to be written again in objects or arrays of the same depth. */
    static final class Fragment {
        private final byte[] ascii;

        private Fragment(byte[] ascii) {
            this.ascii = ascii;
        }

        int size() {
            return ascii.length;
        }
    }

    /** What is written by that here, without writing it. */
    Fragment fragment(Consumer<JsonWriter> content) {
        JsonWriter aside = new JsonWriter(this);
        content.accept(aside);
        return new Fragment(aside.text.bytes());
    }

    JsonWriter add(Fragment fragment) {
        if (begun) {
            text.put(',');
        }
        begun = true;
        text.put(fragment.ascii);
        return this;
    }

    public JsonWriter object() {
        return open('{');
    }

    public JsonWriter object(String name) {
        return name(name).object();
    }

    public JsonWriter endObject() {
        return close('}');
    }

    public JsonWriter array() {
        return open('[');
    }

    public JsonWriter array(String name) {
        return name(name).array();
    }

    public JsonWriter endArray() {
        return close(']');
    }

    public JsonWriter field(String name, String value) {
        return name(name).value(value);
    }

    public JsonWriter field(String name, long value) {
        name(name).entry();
        text.number(value);
        return this;
    }

    /** Without an exponent. */
    public JsonWriter field(String name, BigDecimal value) {
        name(name).entry();
        text.raw(value.toPlainString());
        return this;
    }

    public JsonWriter field(String name, boolean value) {
        name(name).entry();
        text.raw(value ? "true" : "false");
        return this;
    }

    public JsonWriter field(String name, Instant value) {
        name(name).entry();
        text.moment(value);
        return this;
    }

    /** Leaves the member out where there is no value. */
    public JsonWriter field(String name, Optional<String> value) {
        return value.isPresent() ? field(name, value.get()) : this;
    }

    public JsonWriter field(String name, Collection<String> values) {
        array(name);
        values.forEach(this::value);
        return endArray();
    }

    public JsonWriter field(String name, Map<String, Object> values) {
        object(name);
        values.forEach(this::any);
        return endObject();
    }

    public JsonWriter value(String value) {
        entry();
        text.quoted(value);
        return this;
    }

    /** Ends a document with a line feed. */
    public JsonWriter endLine() {
        text.put('\n');
        begun = false;
        return this;
    }

    /** Hands what was written so far to the stream, which stays unflushed. */
    public void drain() {
        try {
            text.drainTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands all of it to the stream, which stays open. */
    @Override
    public void close() {
        drain();
    }

    private void any(String name, Object value) {
        if (value instanceof Boolean flag) {
            field(name, flag.booleanValue());
        } else if (value instanceof Long number) {
            field(name, number.longValue());
        } else if (value instanceof Collection<?> texts) {
            array(name);
            texts.forEach(held -> value(String.valueOf(held)));
            endArray();
        } else {
            field(name, value.toString());
        }
    }

    private JsonWriter name(String name) {
        entry();
        text.quoted(name);
        text.raw(indented ? " : " : ":");
        named = true;
        return this;
    }

    private JsonWriter open(char bracket) {
        entry();
        text.put(bracket);
        depth++;
        begun = false;
        return this;
    }

    private JsonWriter close(char bracket) {
        depth--;
        if (begun) {
            newLine();
        } else if (indented) {
            text.put(' ');
        }
        text.put(bracket);
        begun = true;
        return this;
    }

    /** Before each member, and each value that is none's. */
    private void entry() {
        if (named) {
            named = false;
            return;
        }
        if (text.size() >= enough) {
            drain();
        }
        if (begun) {
            text.put(',');
        }
        if (depth > 0) {
            newLine();
        }
        begun = true;
    }

    private void newLine() {
        if (indented) {
            text.put('\n');
            text.spaces(2 * depth);
        }
    }
}
