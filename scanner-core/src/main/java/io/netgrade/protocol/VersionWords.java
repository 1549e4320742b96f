// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import com.google.re2j.Pattern;

/**
 * Whether a text may tell a version, though it names no software that netgrade knows: a number with a point, or one behind
 * such a word as "version". Addresses, dates and host names are none.
 */
public final class VersionWords {
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\[\\](){}<>,;:='\"|/]+");
    private static final Pattern POINTED = Pattern.compile("[0-9][.][0-9]");
    private static final Pattern ADDRESS = Pattern.compile("^[0-9]{1,3}(?:[.][0-9]{1,3}){3}[.]?$");
    private static final Pattern DATE = Pattern.compile("^[0-9]{1,2}[.][0-9]{1,2}[.](?:[0-9]{4})?$");
    private static final Pattern HOST = Pattern.compile("[.-][A-Za-z]{2,}[.]?$");
    private static final Pattern NAMED =
            Pattern.compile("(?i)\\b(?:v|ver|version|rel|release|rev|revision|build|fw|firmware)[ .:#=_-]{0,2}[0-9]");

    private VersionWords() {}

    public static boolean within(String text) {
        if (NAMED.matcher(text).find()) {
            return true;
        }
        for (String word : BETWEEN.split(text)) {
            if (POINTED.matcher(word).find() && !isNone(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNone(String word) {
        return ADDRESS.matcher(word).find()
                || DATE.matcher(word).find()
                || HOST.matcher(word).find();
    }
}
