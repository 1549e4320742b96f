// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

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
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The products that banners and headers name: a table in a resource beside its protocol, one product a line, with tabs
 * between the words that mark it, its usual name and its CPE part, vendor and product ({@code a:f5:nginx}; {@code -} where
 * it has none). Lines that begin with {@code #} are remarks.
 */
public final class SoftwareNames {
    /** Words that may stand between a product and its version. */
    private static final Set<String> FILLING = Set.of("ftp", "release", "server", "service", "version");

    private static final String VERSION = "abcdefghijklmnopqrstuvwxyz0123456789._-";

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
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
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

    /** The first product of the table whose mark occurs in the text, in either case. */
    public Optional<Product> within(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return products.stream()
                .filter(product -> lower.contains(product.mark().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * A product of the table, or one that only the peer names.
     *
     * @param cpe CPE part, vendor and product with colons between; empty where not known
     */
    public record Product(String mark, String name, String cpe) {
        private static Product read(String line) {
            String[] columns = line.split("\t", -1);
            if (columns.length != 3) {
                throw new IllegalArgumentException("not three columns: " + line);
            }
            return new Product(columns[0], columns[1], columns[2].equals("-") ? "" : columns[2]);
        }

        public static Product unlisted(String name) {
            return new Product(name, name, "");
        }

        /** The version that stands behind the mark, as in {@code vsFTPd 3.0.3} or {@code Serv-U FTP Server v6.4}; else empty. */
        public String versionIn(String text) {
            int at = text.toLowerCase(Locale.ROOT).indexOf(mark.toLowerCase(Locale.ROOT));
            String behind = at < 0 ? "" : text.substring(at + mark.length());
            StringTokenizer words = new StringTokenizer(behind, " /(\t");
            while (words.hasMoreTokens()) {
                String word = words.nextToken();
                String number = word.startsWith("v") || word.startsWith("V") ? word.substring(1) : word;
                if (!number.isEmpty() && number.charAt(0) >= '0' && number.charAt(0) <= '9') {
                    return leadingVersion(number);
                }
                if (!FILLING.contains(word.toLowerCase(Locale.ROOT)) && !word.equalsIgnoreCase(mark)) {
                    return "";
                }
            }
            return "";
        }

        private static String leadingVersion(String word) {
            int end = 0;
            while (end < word.length() && VERSION.indexOf(Character.toLowerCase(word.charAt(end))) >= 0) {
                end++;
            }
            while (end > 0 && word.charAt(end - 1) == '.') {
                end--;
            }
            return word.substring(0, end);
        }

        /** The fact that a service discloses this product, and a version unless that is empty. */
        public Fact disclosed(String version, boolean complete) {
            return disclosed(version, version, complete);
        }

        /** The same, where the version as disclosed has more than what CPE names: a distribution's own revision. */
        public Fact disclosed(String version, String plainVersion, boolean complete) {
            @Nullable String known = version.isEmpty() ? null : version;
            @Nullable String full = known == null || cpe.isEmpty() ? null : name(plainVersion);
            return complete
                    ? CommonFacts.SOFTWARE.complete(name, known, full)
                    : CommonFacts.SOFTWARE.partial(name, known, full);
        }

        private String name(String version) {
            StringBuilder quoted = new StringBuilder();
            version.toLowerCase(Locale.ROOT).chars().forEach(character -> {
                // NIST IR 7695 6.2: in a formatted string these need no quoting, all other marks do.
                boolean plain = VERSION.indexOf(character) >= 0;
                quoted.append(plain ? "" : "\\").append((char) character);
            });
            return "cpe:2.3:" + cpe + ":" + quoted + ":*:*:*:*:*:*:*";
        }
    }
}
