// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What was said on the connections of one inquiry, as {@link SshOverSocket} recorded it from a real server.
 *
 * <p>As a file: a remark on how it was made, then for each connection a line {@code question <name>}, a line
 * {@code server <hex>} and a line {@code client <hex>}.
 */
record Talk(List<Connection> connections) {
    /** The bytes of both sides, each in order. */
    record Connection(String question, String server, String client) {
        byte[] serverBytes() {
            return HexFormat.of().parseHex(server);
        }
    }

    static Talk read(String resource) throws IOException {
        try (var stream = Talk.class.getResourceAsStream(resource)) {
            List<Connection> connections = new ArrayList<>();
            List<String> words = new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(line.indexOf(' ') + 1))
                    .toList();
            for (int i = 0; i + 2 < words.size(); i += 3) {
                connections.add(new Connection(words.get(i), words.get(i + 1), words.get(i + 2)));
            }
            return new Talk(connections);
        }
    }

    void write(Path file, String remark) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# SPDX-License-Identifier: Apache-2.0");
        lines.add("# Copyright the netgrade authors");
        lines.add("# " + remark);
        for (Connection connection : connections) {
            lines.add("question " + connection.question());
            lines.add("server " + connection.server());
            lines.add("client " + connection.client());
        }
        Files.write(file, lines, StandardCharsets.US_ASCII);
    }
}
