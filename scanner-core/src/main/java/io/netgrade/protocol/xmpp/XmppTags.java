// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.xmpp;

/** Finds the tags of a stream of XML, one character at a time, and the text that stands before each. No more than that. */
final class XmppTags {
    private static final int LONGEST_TAG = 1024;
    private static final int LONGEST_TEXT = 64;

    private final StringBuilder tag = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private boolean inside;
    private int quote;

    /** @return whether the character ends a tag; it is then there to be asked for, until the next call */
    boolean ends(char character) {
        if (!inside) {
            if (character == '<') {
                inside = true;
                tag.setLength(0);
            } else {
                keep(text, character, LONGEST_TEXT);
            }
            return false;
        }
        if (quote == 0 && character == '>') {
            inside = false;
            return true;
        }
        boolean mark = character == '"' || character == '\'';
        quote = quote == character ? 0 : quote == 0 && mark ? character : quote;
        keep(tag, character, LONGEST_TAG);
        return false;
    }

    /** The name of the tag, with the slash of an end tag before it. */
    String name() {
        int end = 0;
        while (end < tag.length() && tag.charAt(end) > ' ' && (tag.charAt(end) != '/' || end == 0)) {
            end++;
        }
        return tag.substring(0, end);
    }

    boolean holds(String words) {
        return tag.indexOf(words) >= 0;
    }

    /** The text between the last two tags; asking forgets it. */
    String takeText() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    private static void keep(StringBuilder into, char character, int most) {
        if (into.length() < most) {
            into.append(character);
        }
    }
}
