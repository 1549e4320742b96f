// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ike;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The names of IKE's numbers, and of vendor IDs. */
final class IkeNames {
    private static final Map<String, Map<Integer, String>> NAMES = new HashMap<>();
    private static final List<Vendor> VENDORS = new ArrayList<>();

    static {
        for (String[] row : rows("names.tsv")) {
            NAMES.computeIfAbsent(row[0], kind -> new HashMap<>()).put(Integer.valueOf(row[1]), row[2]);
        }
        for (String[] row : rows("vendors.tsv")) {
            VENDORS.add(new Vendor(row[0], row[1], row[2].equals("-") ? "" : row[2]));
        }
    }

    /**
     * A vendor ID.
     *
     * @param begin its first octets in hexadecimal
     * @param product empty where it names none
     */
    record Vendor(String begin, String name, String product) {}

    private IkeNames() {}

    /** @param kind as in the table, such as {@code encryption-2} */
    static String of(String kind, int number) {
        String name = NAMES.getOrDefault(kind, Map.of()).get(number);
        return name == null ? kind.split("-", 2)[0] + "-" + number : name;
    }

    /** @param octets in hexadecimal */
    static Optional<Vendor> vendor(String octets) {
        return VENDORS.stream().filter(one -> octets.startsWith(one.begin())).findFirst();
    }

    private static List<String[]> rows(String resource) {
        try (InputStream bytes = Objects.requireNonNull(IkeNames.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
