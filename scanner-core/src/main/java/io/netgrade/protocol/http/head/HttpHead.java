// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.head;

import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A start line and the header fields below it (RFC 9112 section 2.1), of which only those of {@link HttpFieldNames} are
 * kept. Bounded both ways.
 */
public final class HttpHead {
    public static final int LARGEST = 64 * 1024;
    public static final int MOST_LINES = 256;

    private static final int FIRST_ROOM = 8;

    private final String startLine;
    private String[] names = new String[FIRST_ROOM];
    private String[] values = new String[FIRST_ROOM];
    private int count;
    private boolean lastIsOurs;
    private int size;
    private int lines;

    public HttpHead(String startLine) {
        this.startLine = startLine;
        this.size = startLine.length();
    }

    /** As it was written; empty for HTTP/2, which has fields in its place. */
    public String startLine() {
        return startLine;
    }

    /**
     * Reads one line below the start line, without its end.
     *
     * @return whether the head is still within its bounds
     */
    public boolean add(ByteView bytes, int at, int length) {
        size += length + 2;
        if (size > LARGEST || ++lines > MOST_LINES) {
            return false;
        }
        if (bytes.u8(at) == ' ' || bytes.u8(at) == '\t') {
            unfold(text(bytes, at, length));
            return true;
        }
        int colon = bytes.indexOf(':', at, at + length);
        // A line without a colon says nothing; servers that write one are read all the same.
        if (colon > at) {
            int end = colon;
            while (end > at && bytes.u8(end - 1) <= ' ') {
                end--;
            }
            String name = HttpFieldNames.at(bytes, at, end - at);
            lastIsOurs = name != null;
            if (name != null) {
                keep(name, text(bytes, colon + 1, at + length - colon - 1));
            }
        }
        return true;
    }

    /**
     * Adds one field of HTTP/2.
     *
     * @param name in lower case
     * @return whether the head is still within its bounds
     */
    public boolean add(String name, String value) {
        size += name.length() + value.length() + 2;
        String ours = HttpFieldNames.of(name);
        if (ours != null) {
            keep(ours, value);
        }
        return size <= LARGEST && ++lines <= MOST_LINES;
    }

    private void keep(String name, String value) {
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        names[count] = name;
        values[count] = value;
        count++;
    }

    private static String text(ByteView bytes, int at, int length) {
        return bytes.text(at, length, StandardCharsets.ISO_8859_1).strip();
    }

    /** The first field of a name in lower case; null where there is none. */
    public @Nullable String value(String name) {
        for (int i = 0; i < count; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    public Optional<String> first(String name) {
        return Optional.ofNullable(value(name));
    }

    /** How many fields were kept. */
    public int fields() {
        return count;
    }

    /** The name of one of the kept fields, from 0. */
    public String name(int index) {
        return names[Objects.checkIndex(index, count)];
    }

    public List<String> all(String name) {
        List<String> all = List.of();
        for (int i = 0; i < count; i++) {
            if (names[i].equals(name)) {
                all = all.isEmpty() ? new ArrayList<>() : all;
                all.add(values[i]);
            }
        }
        return all;
    }

    /** The elements of a field that is a list with commas, in lower case (RFC 9110 section 5.6.1). */
    public List<String> elements(String name) {
        List<String> all = all(name);
        if (all.isEmpty()) {
            return all;
        }
        List<String> elements = new ArrayList<>();
        for (String value : all) {
            for (String element : value.split(",")) {
                if (!element.isBlank()) {
                    elements.add(element.strip().toLowerCase(Locale.ROOT));
                }
            }
        }
        return elements;
    }

    /** Whether the content is HTML that can be read as it stands. One of no stated type may be: browsers guess too. */
    public boolean html() {
        String type = value("content-type");
        boolean html = type == null || begins(type, "text/html") || begins(type, "application/xhtml+xml");
        return html && !coded();
    }

    /** Whether the content is compressed or otherwise coded, so that nothing is known of it (RFC 9110 section 8.4). */
    public boolean coded() {
        return value("content-encoding") != null
                && elements("content-encoding").stream().anyMatch(coding -> !coding.equals("identity"));
    }

    private static boolean begins(String text, String begin) {
        return text.regionMatches(true, 0, begin, 0, begin.length());
    }

    /** Obsolete line folding goes on with the value of the field before (RFC 9112 section 5.2). */
    private void unfold(String more) {
        if (lastIsOurs && count > 0 && !more.isEmpty()) {
            values[count - 1] = (values[count - 1] + " " + more).strip();
        }
    }
}
