// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.yaml;

import java.util.List;
import java.util.Map;

/** One node of a YAML file, with the line (from 1) on which it starts. */
public sealed interface YamlNode {
    int line();

    /**
     * @param quoted whether it was written in quotes or as a block, so that an empty one is meant
     * @param written where its text stands in the file
     */
    record Scalar(int line, String text, boolean quoted, Written written) implements YamlNode {}

    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    record Mapping(int line, Map<String, Member> members) implements YamlNode {}

    /** @param line of the key */
    record Member(int line, YamlNode value) {}

    /** What it is, for a person to read. */
    static String kind(YamlNode node) {
        if (node instanceof Scalar) {
            return "a single value";
        }
        return node instanceof Sequence ? "a list" : "a mapping";
    }
}
