// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file with SNMP communities that an operator declares to be in use, one a line. */
public final class CommunityFile {
    private static final int LONGEST = 1 << 20;

    private CommunityFile() {}

    /**
     * Reads them; empty lines are passed over.
     *
     * @throws IllegalArgumentException naming the file and what is wrong, and never what is in it
     */
    public static List<String> read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new IllegalArgumentException(file + ": a list of more than " + LONGEST + " bytes");
            }
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + ": the list of communities cannot be read: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }
}
