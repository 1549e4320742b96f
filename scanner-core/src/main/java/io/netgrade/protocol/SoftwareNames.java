// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The products that banners and headers name: a table in a resource beside its protocol, one product a line, with tabs
 * between the words that mark it, its usual name, its CPE part, vendor and product ({@code a:f5:nginx}; {@code -} where it
 * has none) and how the mark is known: {@code lab} where a server of the lab says it, {@code recording} where one of our
 * recordings holds it, {@code document} where its maker writes it, {@code memory} where nobody has checked it. Lines that
 * begin with a tab are examples of the line above, which tests run: a text, the version that it discloses, and version and
 * update as CPE has them, each empty where there is none. Lines that begin with {@code #} are remarks.
 */
public final class SoftwareNames {
    private static final String VERSION = "abcdefghijklmnopqrstuvwxyz0123456789._-";
    private static final int COLUMNS = 4;

    /** What stands behind a release for one that comes before it. */
    private static final Pattern EARLY = Pattern.compile("^[-~.]?((?:alpha|beta|rc|pre|dev|snapshot)[.-]?[0-9]*)");

    /** Products that name themselves to no table of their protocol. */
    private static final SoftwareNames ELSEWHERE = read(SoftwareNames.class, "products.tsv");

    private final List<Product> products;
    private final Map<String, Product> byMark = new HashMap<>();

    private SoftwareNames(List<Product> products) {
        this.products = products;
        products.forEach(product -> byMark.putIfAbsent(product.mark().toLowerCase(Locale.ROOT), product));
    }

    /** @param owner a class of the folder in which the resource lies */
    public static SoftwareNames read(Class<?> owner, String resource) {
        try (InputStream file = Objects.requireNonNull(owner.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new SoftwareNames(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("\t"))
                    .map(Product::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Product> products() {
        return products;
    }

    /** The product whose mark is the whole token, in either case. */
    public Optional<Product> named(String token) {
        return Optional.ofNullable(byMark.get(token.toLowerCase(Locale.ROOT)));
    }

    /**
     * A product of the table, or one that only the peer names.
     *
     * @param cpe CPE part, vendor and product with colons between; empty where not known
     */
    public record Product(String mark, String name, String cpe) {
        private static Product read(String line) {
            String[] columns = line.split("\t", -1);
            if (columns.length != COLUMNS) {
                throw new IllegalArgumentException("not " + COLUMNS + " columns: " + line);
            }
            return new Product(columns[0], columns[1], columns[2].equals("-") ? "" : columns[2]);
        }

        /** One that its protocol has no table for: by the name that it gives itself. */
        public static Product unlisted(String name) {
            return new Product(
                    name, name, ELSEWHERE.named(name).map(Product::cpe).orElse(""));
        }

        /** The fact that a service discloses this product, and a version unless that is empty. */
        public Fact disclosed(String version, boolean complete) {
            int end = releaseEnd(version);
            Matcher early = EARLY.matcher(version.substring(end).toLowerCase(Locale.ROOT));
            return disclosed(
                    version,
                    version.substring(releaseBegin(version), end),
                    early.find() ? early.group(1) : "",
                    complete);
        }

        /**
         * The same, where the version as disclosed has more than what CPE names: a distribution's own revision.
         *
         * @param release the maker's version; empty where it is not known
         * @param update what CPE has in a part of its own: a patch level; empty where there is none
         */
        public Fact disclosed(String version, String release, String update, boolean complete) {
            @Nullable String known = version.isEmpty() ? null : version;
            @Nullable String full = release.isEmpty() || cpe.isEmpty() ? null : name(release, update);
            return complete
                    ? CommonFacts.SOFTWARE.complete(name, known, full)
                    : CommonFacts.SOFTWARE.partial(name, known, full);
        }

        /** Behind the {@code v} of {@code v1.28.2}. */
        private static int releaseBegin(String version) {
            boolean marked = version.length() > 1
                    && (version.charAt(0) == 'v' || version.charAt(0) == 'V')
                    && Character.isDigit(version.charAt(1));
            return marked ? 1 : 0;
        }

        /** In front of what a distribution adds: {@code 8.2.7-1+deb12u1}, {@code 18.10.0~dfsg}. */
        private static int releaseEnd(String version) {
            int end = releaseBegin(version);
            while (end < version.length() && "-+~ ,(".indexOf(version.charAt(end)) < 0) {
                end++;
            }
            return end;
        }

        private String name(String release, String update) {
            String any = update.isEmpty() ? "*" : quoted(update);
            return "cpe:2.3:" + cpe + ":" + quoted(release) + ":" + any + ":*:*:*:*:*:*";
        }

        private static String quoted(String text) {
            StringBuilder quoted = new StringBuilder();
            text.toLowerCase(Locale.ROOT).chars().forEach(character -> {
                // NIST IR 7695 6.2: in a formatted string these need no quoting, all other marks do.
                boolean plain = VERSION.indexOf(character) >= 0;
                quoted.append(plain ? "" : "\\").append((char) character);
            });
            return quoted.toString();
        }
    }
}
