// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The names of the numbers of a registry: a table in a resource beside its protocol, one number a line, decimal or
 * {@code 0x} hexadecimal, a tab, and its name. Lines that begin with {@code #} are remarks.
 */
public final class CodeNames {
    private final Map<Long, String> names;

    private CodeNames(Map<Long, String> names) {
        this.names = names;
    }

    /** @param owner a class of the folder in which the resource lies */
    public static CodeNames read(Class<?> owner, String resource) {
        Map<Long, String> names = new HashMap<>();
        try (InputStream file = Objects.requireNonNull(owner.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(names, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CodeNames(names);
    }

    private static void add(Map<Long, String> names, String line) {
        int tab = line.indexOf('\t');
        if (tab < 1 || names.put(Long.decode(line.substring(0, tab)), line.substring(tab + 1)) != null) {
            throw new IllegalArgumentException("no number of its own and name: " + line);
        }
    }

    public boolean knows(long code) {
        return names.containsKey(code);
    }

    /** The name, or the number itself where it has none. */
    public String of(long code) {
        return names.getOrDefault(code, Long.toString(code));
    }
}
