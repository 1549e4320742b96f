// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.probe.Share;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Held by the one process that runs a plan, or a shard of it; the same waits for no other. */
final class PlanLock {
    private PlanLock() {}

    /** The name in the state directory: the plan's file, wherever the command is started, and its shard if it has one. */
    static String name(Path plan, Share share) {
        return share.equals(Share.WHOLE) ? file(plan) : file(plan) + " --shard " + share;
    }

    private static String file(Path plan) {
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
    static RunLock of(Path state, Path plan, Share share) {
        Path folder = state.resolve("plans").resolve(digest(name(plan, share)));
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
