// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.netgrade.fact.Fact;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds product and version in a disclosed text of free form, by RE2 patterns (linear in the text). The patterns stand in
 * a {@link SoftwareNames} table in the place of the marks; the first one that fits is taken. A pattern's first group is
 * the version as disclosed, its second one, where it has two, the release as CPE writes it, its third one the update.
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
                .map(Row::new)
                .toList());
    }

    /** How systems describe themselves, to managers (sysDescr, RFC 3418) and to neighbours (LLDP, CDP). */
    public static SoftwarePatterns ofSystems() {
        return read(SoftwarePatterns.class, "systems.tsv");
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

    private static final class Row {
        private final SoftwareNames.Product product;
        /** Compiled when it is first asked. */
        private volatile @Nullable Pattern pattern;

        Row(SoftwareNames.Product product) {
            this.product = product;
        }

        Optional<Fact> find(String text, boolean complete) {
            Matcher matcher = pattern().matcher(text);
            if (!matcher.find()) {
                return Optional.empty();
            }
            String version = group(matcher, 1);
            String release = matcher.groupCount() > 1 ? group(matcher, 2) : version;
            return Optional.of(product.disclosed(version, release, group(matcher, 3), complete));
        }

        private Pattern pattern() {
            Pattern known = pattern;
            if (known == null) {
                known = Pattern.compile(product.mark());
                pattern = known;
            }
            return known;
        }

        private static String group(Matcher matcher, int group) {
            String found = group <= matcher.groupCount() ? matcher.group(group) : null;
            return found == null ? "" : found;
        }
    }
}
