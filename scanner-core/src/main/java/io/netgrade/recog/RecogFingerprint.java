// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.recog;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One fingerprint: what it fits, and what that says.
 *
 * @param params in the file's order
 */
record RecogFingerprint(Pattern pattern, List<Param> params) {
    private static final int LONGEST_VALUE = 128;

    RecogFingerprint {
        params = List.copyOf(params);
    }

    /**
     * @param position of the group that holds the value; 0 where the file has it
     * @param value in the file, where the position is 0; may name others in braces
     */
    record Param(int position, String name, String value) {}

    boolean fits(String text) {
        return pattern.matcher(text).find();
    }

    /** The software that a text tells by this; empty where it does not fit, or the file names no product. */
    Optional<Fact> software(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Map<String, String> values = values(matcher);
        for (String subject : List.of("service", "hw", "os")) {
            @Nullable String product = values.get(subject + ".product");
            if (product != null) {
                return Optional.of(CommonFacts.SOFTWARE.partial(
                        product,
                        values.get(subject + ".version"),
                        CpeBinding.formatted(values.getOrDefault(subject + ".cpe23", ""))
                                .orElse(null)));
            }
        }
        return Optional.empty();
    }

    private Map<String, String> values(Matcher matcher) {
        Map<String, String> values = new HashMap<>();
        for (Param param : params) {
            @Nullable
            String value = param.position() == 0
                    ? param.value()
                    : param.position() <= matcher.groupCount() ? matcher.group(param.position()) : null;
            if (value != null && !value.isBlank() && value.length() <= LONGEST_VALUE) {
                values.put(param.name(), value.strip());
            }
        }
        values.replaceAll((name, value) -> filled(value, values));
        return values;
    }

    /** Replaces each {@code {name}}; one that has no value becomes a dash, as Recog has it. */
    private static String filled(String value, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < value.length()) {
            int open = value.indexOf('{', at);
            int close = open < 0 ? -1 : value.indexOf('}', open);
            if (close < 0) {
                break;
            }
            filled.append(value, at, open).append(values.getOrDefault(value.substring(open + 1, close), "-"));
            at = close + 1;
        }
        return filled.append(value, at, value.length()).toString();
    }
}
