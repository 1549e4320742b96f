// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Held by the one process that runs a plan; the same plan waits for no other. */
final class PlanLock {
    private PlanLock() {}

    /** The plan's name in the state directory: its file, wherever the command is started. */
    static String name(Path plan) {
        try {
            return plan.toRealPath().toString();
        } catch (IOException e) {
            return plan.toAbsolutePath().normalize().toString();
        }
    }

    /**
     * @throws Refusal with code 4 where another run of the plan is going on, and with 69 where the state directory cannot
     *     be written
     */
    static RunLock of(Path state, Path plan) {
        Path folder = state.resolve("plans").resolve(digest(name(plan)));
        try {
            Files.createDirectories(folder);
            return RunLock.of(folder)
                    .orElseThrow(() -> new Refusal(
                            ExitCode.LOCKED,
                            List.of(plan + ": another run of this plan is going on; nothing was done")));
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE,
                    List.of(folder + ": the run cannot be kept (" + e + "), nothing was sent; name another place with"
                            + " --state"));
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
