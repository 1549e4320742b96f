// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.telnet;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a server writes: the line that its cursor stands in, where a prompt is, and its banner before that. Bounded. */
final class TelnetScreen {
    private static final int LONGEST_LINE = 256;
    private static final int LONGEST_BANNER = 1024;
    private static final int ESCAPE = 0x1B;
    /** How the prompts of consoles and shells end. */
    private static final String COMMAND_MARKS = ">#$%";

    private final StringBuilder line = new StringBuilder();
    private final StringBuilder banner = new StringBuilder();
    private boolean escaped;
    private @Nullable Prompt prompt;

    /** What the cursor waits for. */
    enum Prompt {
        NONE,
        PASSWORD,
        USER
    }

    void write(int value) {
        prompt = null;
        if (escaped) {
            // An ANSI sequence ends with its first letter.
            escaped = !((value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z'));
        } else if (value == ESCAPE) {
            escaped = true;
        } else if (value == '\r' || value == '\n') {
            line.setLength(0);
            keep(banner, '\n', LONGEST_BANNER);
        } else if (value >= ' ') {
            keep(line, (char) value, LONGEST_LINE);
            keep(banner, (char) value, LONGEST_BANNER);
        }
    }

    Prompt prompt() {
        if (prompt == null) {
            prompt = read();
        }
        return prompt;
    }

    private Prompt read() {
        String text = line.toString().strip().toLowerCase(Locale.ROOT);
        if (text.endsWith("password:") || text.endsWith("passwd:") || text.endsWith("passcode:")) {
            return Prompt.PASSWORD;
        }
        boolean user = text.endsWith("login:")
                || text.endsWith("username:")
                || text.endsWith("user name:")
                || text.endsWith("user:");
        // "Last login: Mon Jan 1" comes after a login, and in pieces.
        return user && !text.startsWith("last login") ? Prompt.USER : Prompt.NONE;
    }

    /** Whether the cursor stands behind one word that ends as the prompt of a console or of a shell does. */
    boolean waitsForCommand() {
        String text = line.toString().strip();
        return !text.isEmpty()
                && COMMAND_MARKS.indexOf(text.charAt(text.length() - 1)) >= 0
                && text.indexOf(' ') < 0
                && text.indexOf('<') < 0;
    }

    /** What was written so far, the first of it. */
    String banner() {
        return banner.toString();
    }

    private static void keep(StringBuilder text, char character, int limit) {
        if (text.length() < limit) {
            text.append(character);
        }
    }
}
