// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.telnet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The options that one side negotiated, by their names in IANA's registry "Telnet Options". */
final class TelnetOptions {
    private static final Map<Integer, String> NAMES = names();

    /** IANA has assigned fewer, and whoever names more negotiates nothing. */
    private static final int MOST = 64;

    private final Set<String> seen = new LinkedHashSet<>();

    /** @return whether it is new, and kept */
    boolean add(int option) {
        return seen.size() < MOST && seen.add(NAMES.getOrDefault(option, "option-" + option));
    }

    List<String> inOrder() {
        return List.copyOf(seen);
    }

    private static Map<Integer, String> names() {
        try (InputStream file = Objects.requireNonNull(TelnetOptions.class.getResourceAsStream("options.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toUnmodifiableMap(row -> Integer.valueOf(row[0]), row -> row[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
