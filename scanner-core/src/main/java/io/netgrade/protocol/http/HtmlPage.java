// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.wire.ByteView;
import java.util.Locale;

/**
 * Scans the first 64 KiB of an HTML page for what a grader must know of it, byte after byte and without building a
 * document: a password input, the title of a directory listing, and whatever may lead to or make another page.
 */
final class HtmlPage {
    static final int LARGEST = 64 * 1024;

    private static final int LONGEST_TAG = 2 * 1024;
    private static final int LONGEST_TITLE = 64;
    private static final String COMMENT = "!--";

    private final StringBuilder tag = new StringBuilder();
    private final StringBuilder title = new StringBuilder();
    private State state = State.TEXT;
    private int quote;
    private int dashes;
    private int seen;
    private boolean passwordInput;
    private boolean leadsElsewhere;
    private boolean titleSeen;
    private boolean closed;

    private enum State {
        COMMENT,
        TAG,
        TEXT,
        TITLE
    }

    void read(ByteView bytes, int from, int count) {
        int end = from + Math.min(count, LARGEST - seen);
        int at = from;
        while (at < end) {
            // Between tags nothing matters but where the next one begins.
            int next = state == State.TEXT ? bytes.indexOf('<', at, end) : at;
            if (next < 0) {
                break;
            }
            read((char) bytes.u8(next));
            at = next + 1;
        }
        seen += Math.max(0, end - from);
    }

    /** Whether there is an {@code <input type=password>}. */
    boolean passwordInput() {
        return passwordInput;
    }

    /** Whether a script, a frame or a refresh may show something else than what stands here. */
    boolean leadsElsewhere() {
        return leadsElsewhere;
    }

    /** Whether the title is that of a generated listing of a directory. */
    boolean directoryListing() {
        String begin = title.toString().strip().toLowerCase(Locale.ROOT);
        return begin.startsWith("index of /")
                || begin.startsWith("directory listing for /")
                || begin.startsWith("directory listing for [/")
                || begin.startsWith("directory: /");
    }

    /** The title, or the beginning of a long one. */
    String title() {
        return title.toString().strip();
    }

    boolean titleSeen() {
        return titleSeen;
    }

    /** Whether {@code </html>} was there. */
    boolean closed() {
        return closed;
    }

    /** Whether the limit is reached: what follows is not looked at. */
    boolean full() {
        return seen >= LARGEST;
    }

    private void read(char character) {
        switch (state) {
            case COMMENT -> comment(character);
            case TAG -> inTag(character);
            case TEXT, TITLE -> text(character);
        }
    }

    private void text(char character) {
        if (character == '<') {
            titleSeen |= state == State.TITLE;
            begin();
        } else if (state == State.TITLE && title.length() < LONGEST_TITLE) {
            title.append(character);
        }
    }

    private void begin() {
        tag.setLength(0);
        quote = 0;
        state = State.TAG;
    }

    private void inTag(char character) {
        if ((tag.length() == 0 && !opens(character)) || tag.length() == LONGEST_TAG) {
            state = State.TEXT;
        } else if (quote != 0) {
            quote = character == quote ? 0 : quote;
            tag.append(character);
        } else if (character == '>') {
            state = State.TEXT;
            if (mayMatter(tag.charAt(0))) {
                tag(new HtmlTag(tag.toString()));
            }
        } else if (character == '<') {
            begin();
        } else {
            // A quote counts only where a value begins: scripts are full of lone ones.
            boolean value = tag.length() > 0 && tag.charAt(tag.length() - 1) == '=';
            quote = value && (character == '"' || character == '\'') ? character : 0;
            tag.append(character);
            commentBegins();
        }
    }

    /** Whether a tag that begins so may be one of those that {@link #tag} knows. */
    private static boolean mayMatter(char first) {
        return first == '/' || "fimst".indexOf(Character.toLowerCase(first)) >= 0;
    }

    private static boolean opens(char character) {
        return character == '/'
                || character == '!'
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z');
    }

    private void commentBegins() {
        if (tag.length() == COMMENT.length() && tag.indexOf(COMMENT) == 0) {
            state = State.COMMENT;
            dashes = 0;
        }
    }

    private void comment(char character) {
        if (character == '>' && dashes >= 2) {
            state = State.TEXT;
        }
        dashes = character == '-' ? dashes + 1 : 0;
    }

    private void tag(HtmlTag read) {
        switch (read.name()) {
            case "input" -> passwordInput |= has(read, "type", "password");
            case "meta" -> leadsElsewhere |= has(read, "http-equiv", "refresh");
            case "script", "frame", "iframe" -> leadsElsewhere = true;
            case "title" -> state = titleSeen ? State.TEXT : State.TITLE;
            case "/html" -> closed = true;
            default -> {}
        }
    }

    private static boolean has(HtmlTag tag, String attribute, String value) {
        return tag.attribute(attribute)
                .filter(found -> found.strip().equalsIgnoreCase(value))
                .isPresent();
    }
}
