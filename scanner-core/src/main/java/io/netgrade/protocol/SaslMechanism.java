// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

/**
 * The name of a SASL mechanism (RFC 4422 §3.1): 1 to 20 capitals, digits, hyphens and underscores. What a client writes in
 * its place may be anything, a password that it puts in the wrong field too, and is not shown.
 */
public final class SaslMechanism {
    private static final int LONGEST = 20;
    private static final String OTHER = "other";

    private SaslMechanism() {}

    /** The text where it is such a name, {@code other} else; nothing stays nothing. */
    public static String shown(String text) {
        return text.isEmpty() || isName(text) ? text : OTHER;
    }

    private static boolean isName(String text) {
        return text.length() <= LONGEST && text.chars().allMatch(SaslMechanism::isOfNames);
    }

    private static boolean isOfNames(int mark) {
        return (mark >= 'A' && mark <= 'Z') || (mark >= '0' && mark <= '9') || mark == '-' || mark == '_';
    }
}
