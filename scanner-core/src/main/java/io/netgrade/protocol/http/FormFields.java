// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.wire.ByteView;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Watches the first 64 KiB of a request's body for a field that is named like a password and has a value, in a form
 * ({@code application/x-www-form-urlencoded}) or in JSON. Names are kept for a moment, values never.
 */
final class FormFields {
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_NAME = 64;

    private final StringBuilder name = new StringBuilder();
    private final boolean json;
    private State state;
    private int seen;
    private boolean password;

    private FormFields(boolean json) {
        this.json = json;
        this.state = json ? State.OUTSIDE : State.NAME;
    }

    private enum State {
        AFTER_STRING,
        BEFORE_VALUE,
        ESCAPE,
        NAME,
        OUTSIDE,
        TEXT_VALUE,
        VALUE
    }

    /** A watcher of the body that a request's head announces; null where its kind holds no fields. */
    static @Nullable FormFields of(HttpHead head) {
        String type = head.value("content-type");
        if (type == null) {
            return null;
        }
        String lower = type.toLowerCase(Locale.ROOT);
        if (lower.startsWith("application/x-www-form-urlencoded")) {
            return urlEncoded();
        }
        return lower.startsWith("application/json") ? json() : null;
    }

    static FormFields urlEncoded() {
        return new FormFields(false);
    }

    static FormFields json() {
        return new FormFields(true);
    }

    void read(ByteView bytes, int from, int count) {
        int end = from + Math.min(count, LARGEST - seen);
        for (int at = from; at < end; at++) {
            read((char) bytes.u8(at));
        }
        seen += Math.max(0, end - from);
    }

    void read(String text) {
        int end = Math.min(text.length(), LARGEST);
        for (int at = 0; at < end; at++) {
            read(text.charAt(at));
        }
    }

    /** Whether such a field was there. */
    boolean password() {
        return password;
    }

    private void read(char character) {
        if (json) {
            inJson(character);
        } else {
            inForm(character);
        }
    }

    private void inForm(char character) {
        if (character == '&') {
            begin(State.NAME);
        } else if (state == State.TEXT_VALUE) {
            password = true;
        } else if (state == State.NAME && character == '=') {
            state = likePassword() ? State.TEXT_VALUE : State.VALUE;
        } else if (state == State.NAME) {
            keep(character);
        }
    }

    private void inJson(char character) {
        boolean quote = character == '"';
        switch (state) {
            case NAME -> {
                state = quote ? State.AFTER_STRING : character == '\\' ? State.ESCAPE : State.NAME;
                keep(character);
            }
            case ESCAPE -> state = State.NAME;
            case AFTER_STRING -> afterString(character);
            case BEFORE_VALUE -> beforeValue(character);
            case TEXT_VALUE -> {
                password |= !quote;
                begin(quote ? State.OUTSIDE : State.NAME);
            }
            default -> begin(quote ? State.NAME : State.OUTSIDE);
        }
    }

    private void afterString(char character) {
        if (character == ':') {
            state = likePassword() ? State.BEFORE_VALUE : State.OUTSIDE;
        } else if (character > ' ') {
            begin(State.OUTSIDE);
        }
    }

    private void beforeValue(char character) {
        boolean digit = character >= '0' && character <= '9';
        password |= digit;
        if (character > ' ') {
            begin(character == '"' ? State.TEXT_VALUE : State.OUTSIDE);
        }
    }

    private void begin(State next) {
        name.setLength(0);
        state = next;
    }

    private void keep(char character) {
        if (name.length() < LONGEST_NAME && character != '"') {
            name.append(character);
        }
    }

    /** {@code bypass} and {@code passenger} are no passwords. */
    private boolean likePassword() {
        String lower = name.toString().toLowerCase(Locale.ROOT);
        return lower.contains("passw")
                || lower.contains("passphrase")
                || lower.contains("pwd")
                || lower.equals("pass")
                || lower.equals("psw")
                || lower.endsWith("_pass")
                || lower.endsWith("-pass")
                || lower.endsWith("userpass")
                || lower.endsWith("loginpass");
    }
}
