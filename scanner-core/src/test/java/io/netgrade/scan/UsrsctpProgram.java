// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.lab.LabTree;
import io.netgrade.probe.raw.TwoNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** An example server of usrsctp, an SCTP of its own that lives in user land; started in the network that tests look at. */
final class UsrsctpProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** From its raw socket of SCTP, protocol 132 (0x84), to its listening. */
    private static final long STARTING_MILLIS = 300;

    private final Process process;
    private final Path log;

    private UsrsctpProgram(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static UsrsctpProgram started(TwoNetworks networks, String program) throws IOException, InterruptedException {
        LabTree tree = LabTree.here();
        Assumptions.assumeTrue(tree.obstacle().isEmpty() && tree.allowsRoot(), "needs the lab tree, and root in it");
        Path log = Files.createTempFile("usrsctp", ".log");
        Process process = new ProcessBuilder(networks.enteringThere(
                        tree.scripts().resolve("enter").toString(),
                        "--while-stdin-open",
                        "--root-if-possible",
                        tree.root().toString(),
                        "/usr/lib/usrsctp/" + program))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Path sockets = Path.of("/proc", Long.toString(process.pid()), "net/raw");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !process.isAlive() || Files.readString(sockets).contains(":0084 "));
        boolean ended = process.waitFor(STARTING_MILLIS, TimeUnit.MILLISECONDS);
        UsrsctpProgram started = new UsrsctpProgram(process, log);
        if (ended) {
            throw new IOException(program + " ended: " + started.said());
        }
        return started;
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.delete(log);
    }
}
