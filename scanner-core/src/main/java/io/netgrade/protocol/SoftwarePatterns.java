// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.netgrade.fact.Fact;
import java.util.List;
import java.util.Optional;

/**
 * Finds product and version in a disclosed text of free form, by RE2 patterns (linear in the text). The patterns stand in
 * a {@link SoftwareNames} table in the place of the marks; the first one that fits is taken. A pattern's first group is
 * the version as disclosed, its second one, where it has two, the version as CPE writes it.
 */
public final class SoftwarePatterns {
    private static final int LONGEST_TEXT = 512;

    private final List<Row> rows;

    private SoftwarePatterns(List<Row> rows) {
        this.rows = rows;
    }

    /** @param owner a class of the folder in which the resource lies */
    public static SoftwarePatterns read(Class<?> owner, String resource) {
        return new SoftwarePatterns(SoftwareNames.read(owner, resource).products().stream()
                .map(product -> new Row(Pattern.compile(product.mark()), product))
                .toList());
    }

    /**
     * The fact that a text discloses; empty where no row fits. Only its first 512 characters are looked at.
     *
     * @param complete whether the text was asked for, and not only overheard
     */
    public Optional<Fact> find(String text, boolean complete) {
        String looked = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return rows.stream()
                .map(row -> row.find(looked, complete))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private record Row(Pattern pattern, SoftwareNames.Product product) {
        Optional<Fact> find(String text, boolean complete) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.find()) {
                return Optional.empty();
            }
            String version = group(matcher, 1, "");
            return Optional.of(product.disclosed(version, group(matcher, 2, version), complete));
        }

        private static String group(Matcher matcher, int group, String absent) {
            String found = group <= matcher.groupCount() ? matcher.group(group) : null;
            return found == null ? absent : found;
        }
    }
}
