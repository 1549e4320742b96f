// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.probe.Course;
import io.netgrade.scan.RunIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** In what order endpoints are visited, which part of them, and from where on. */
final class CourseOptions {
    @Mixin
    private final OrderOptions order = new OrderOptions();

    @Option(
            names = "--resume-at",
            paramLabel = "PLACE",
            description = "Goes on at this place of the order: the number that an interrupted run of the same targets,"
                    + " ports, seed and shard told.")
    private long place;

    @Option(
            names = "--resume",
            paramLabel = "FILE|DIR",
            description = "Goes on with an interrupted or killed run of the same targets, ports, seed and shard: its"
                    + " folder in the state directory, or its evidence file. The report is over both.")
    @Nullable
    private Path earlier;

    /**
     * The run that is taken up, where one is.
     *
     * @throws Refusal where it cannot be
     */
    Optional<EarlierRun> earlier(Path state, RunIdentity wanted) {
        return Optional.ofNullable(earlier).map(named -> EarlierRun.find(named, state, wanted));
    }

    Course read(List<String> mistakes) {
        if (place < 0) {
            mistakes.add("--resume-at: " + place
                    + " is no place of the order; give the number that the interrupted run told");
        }
        if (earlier != null && place != 0) {
            mistakes.add("--resume-at: --resume knows the place; give one of them");
        }
        Course whole = order.read(mistakes);
        return new Course(whole.seed(), whole.share(), Math.max(0, place));
    }
}
