// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** One command run in this process, and what came of it. */
record Ran(int code, String out, String err) {
    static Ran netgrade(String... args) {
        return netgrade(Clock.systemUTC(), args);
    }

    static Ran netgrade(Clock clock, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintWriter text = new PrintWriter(out, false, StandardCharsets.UTF_8);
        StringWriter err = new StringWriter();
        int code = Main.run(new Console(text, out, new PrintWriter(err, true), false), clock, args);
        text.flush();
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    /** What it said on the error stream, a line each. */
    List<String> said() {
        return err.lines().toList();
    }

    static Path captures() {
        return Path.of(Objects.requireNonNull(System.getProperty("netgrade.root")), "test-captures");
    }

    static String capture(String name) {
        return captures().resolve(name).toString();
    }
}
