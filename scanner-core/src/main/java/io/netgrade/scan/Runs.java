// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.fact.Run;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Names runs. */
public final class Runs {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Runs() {}

    /** A run that begins now; its id sorts by time and is unlike that of another run of the same second. */
    public static Run begin(String command, String toolVersion, String vantage, boolean vantageDeclared, Instant now) {
        String id = STAMP.format(now) + "-"
                + HexFormat.of()
                        .toHexDigits(ThreadLocalRandom.current().nextInt())
                        .substring(0, 6);
        return new Run(id, toolVersion, command, now, now, vantage, vantageDeclared);
    }
}
