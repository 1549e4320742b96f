// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.probe.Course;
import io.netgrade.probe.Share;
import java.util.List;
import picocli.CommandLine.Option;

/** In what order endpoints are visited, and which part of them. */
final class OrderOptions {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "The order of visits; the same for all shards of a run, and for a run taken up again (default: 0).")
    private long seed;

    @Option(
            names = "--shard",
            paramLabel = "K/N",
            description =
                    "Visits the K-th of N parts, which have no endpoint in common and together all (default: 1/1).")
    private String shard = Share.WHOLE.toString();

    /** From the beginning; the whole where there are mistakes. */
    Course read(List<String> mistakes) {
        try {
            return new Course(seed, Share.parse(shard), 0);
        } catch (IllegalArgumentException e) {
            mistakes.add("--shard: " + e.getMessage());
            return Course.WHOLE;
        }
    }
}
