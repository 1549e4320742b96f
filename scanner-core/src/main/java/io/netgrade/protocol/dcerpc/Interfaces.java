// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dcerpc;

import io.netgrade.wire.ByteView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The names of well-known interfaces by their UUIDs. */
final class Interfaces {
    private static final Map<String, String> NAMES = read();

    private Interfaces() {}

    /** The name of the interface whose UUID stands at a place, or the UUID itself. */
    static String name(ByteView bytes, int at, boolean little) {
        long first = little ? bytes.u32le(at) : bytes.u32(at);
        int second = little ? bytes.u16le(at + 4) : bytes.u16(at + 4);
        int third = little ? bytes.u16le(at + 6) : bytes.u16(at + 6);
        String rest = HexFormat.of().formatHex(bytes.bytes(at + 8, 8));
        String uuid = HexFormat.of().toHexDigits(first, 8)
                + "-"
                + HexFormat.of().toHexDigits(second, 4)
                + "-"
                + HexFormat.of().toHexDigits(third, 4)
                + "-"
                + rest.substring(0, 4)
                + "-"
                + rest.substring(4);
        return NAMES.getOrDefault(uuid, uuid);
    }

    private static Map<String, String> read() {
        try (InputStream file = Objects.requireNonNull(Interfaces.class.getResourceAsStream("interfaces.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(row -> row[0], row -> row[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
