// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which version of each package the lab tree holds.
 *
 * @param byName package name to Debian version
 */
record PackageVersions(Map<String, String> byName) {
    static PackageVersions of(LabTree tree) {
        try {
            List<String> lines = Files.readAllLines(tree.root().resolve("versions.txt"));
            return new PackageVersions(lines.stream()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(words -> words[0], words -> words[1])));
        } catch (IOException e) {
            throw new IllegalStateException("the lab tree does not say what it holds", e);
        }
    }

    /** The version as Debian writes it. */
    String whole(String name) {
        String version = byName.get(name);
        if (version == null) {
            throw new IllegalArgumentException("the lab tree has no package " + name);
        }
        return version;
    }

    /** Puts the version that the software gives itself where a text says {@code @package@}. */
    String fillIn(String text) {
        String filled = text;
        for (String name : byName.keySet()) {
            filled = filled.replace("@" + name + "@", upstream(name));
        }
        return filled;
    }

    private String upstream(String name) {
        return whole(name).replaceFirst("^[0-9]+:", "").replaceFirst("[-+].*", "");
    }
}
