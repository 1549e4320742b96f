// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.recog;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A pattern as Recog writes it, for Ruby and Java, in the words of RE2, which is linear in the text. What RE2 has not
 * (looking ahead or behind, references back, atomic groups, possessive repetition) cannot be converted.
 */
final class RecogPattern {
    /** Longer patterns are a mistake, or an attack on the reader. */
    private static final int LONGEST = 4096;

    private RecogPattern() {}

    /** @param flags the names of REG_ICASE and the like, with a bar or a comma between */
    static Optional<Pattern> of(String pattern, String flags) {
        if (pattern.isEmpty() || pattern.length() > LONGEST) {
            return Optional.empty();
        }
        // In Ruby the anchors are those of lines; in both, REG_MULTILINE and REG_DOT_NEWLINE let a dot be a line's end.
        int options = Pattern.MULTILINE;
        options |= flags.contains("REG_ICASE") || flags.contains("IGNORECASE") ? Pattern.CASE_INSENSITIVE : 0;
        options |= flags.contains("REG_DOT_NEWLINE") || flags.contains("REG_MULTILINE") ? Pattern.DOTALL : 0;
        try {
            return Optional.of(Pattern.compile(converted(pattern), options));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** The escapes that mean the same by another name; all else is left for RE2 to take or to refuse. */
    static String converted(String pattern) {
        StringBuilder converted = new StringBuilder(pattern.length() + 16);
        boolean inClass = false;
        for (int at = 0; at < pattern.length(); at++) {
            char character = pattern.charAt(at);
            if (character == '\\' && at + 1 < pattern.length()) {
                converted.append(escape(pattern.charAt(++at), inClass));
            } else if (!inClass && pattern.startsWith("{,", at)) {
                converted.append("{0");
            } else {
                inClass = character == '[' || (inClass && character != ']');
                converted.append(character);
            }
        }
        return converted.toString();
    }

    private static String escape(char escaped, boolean inClass) {
        return switch (escaped) {
            case 'h' -> inClass ? "0-9A-Fa-f" : "[0-9A-Fa-f]";
            case 'H' -> "[^0-9A-Fa-f]";
            case 'Z' -> "\\n?\\z";
            case 'e' -> "\\x1b";
            case '_' -> "_";
            default -> "\\" + escaped;
        };
    }
}
