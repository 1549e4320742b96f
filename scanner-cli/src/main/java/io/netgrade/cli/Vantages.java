// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.fact.Run;
import io.netgrade.profile.Vantage;
import io.netgrade.scan.Runs;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a run looks from, as an option of the commands that look. */
final class Vantages {
    enum Place {
        INTERNAL,
        MANAGEMENT,
        UNTRUSTED
    }

    @Option(
            names = "--vantage",
            paramLabel = "untrusted|internal|management",
            description = "Where this looks from (not said: untrusted, the strict reading).")
    @Nullable
    Place declared;

    String id() {
        return declared == null ? Vantage.UNTRUSTED : declared.name().toLowerCase(Locale.ROOT);
    }

    Run begin(String command) {
        return Runs.begin(command, Version.number(), id(), declared != null, Instant.now());
    }
}
