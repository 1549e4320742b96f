// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.kerberos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The names of encryption types by their numbers (IANA kerberos-parameters). */
final class EncryptionTypes {
    private static final Map<Long, String> NAMES = read();

    private EncryptionTypes() {}

    static String name(long number) {
        return Objects.requireNonNullElseGet(NAMES.get(number), () -> "type " + number);
    }

    private static Map<Long, String> read() {
        try (InputStream file =
                        Objects.requireNonNull(EncryptionTypes.class.getResourceAsStream("encryption-types.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(row -> Long.valueOf(row[0]), row -> row[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
