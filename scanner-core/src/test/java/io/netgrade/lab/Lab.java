// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtendWith;

/** Starts servers out of the lab tree. */
public final class Lab {
    static final String LOOPBACK = "127.0.0.1";
    private static final int ATTEMPTS = 3;
    /** Servers that may be starting at a time: what takes seconds of work alone would take a minute among many. */
    private static final Semaphore STARTS = new Semaphore(2);

    private static final LabTree TREE = LabTree.here();
    private static final Optional<String> OBSTACLE = TREE.obstacle();

    private Lab() {}

    /** Gives a test method a {@link RunningServer} parameter: one that runs {@code value} with its plain constructor. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @ExtendWith(LabExtension.class)
    public @interface With {
        Class<? extends LabServer> value();
    }

    /** Skips the test that calls it where there is no lab tree; the report gives the reason. */
    public static LabTree tree() {
        Assumptions.assumeTrue(OBSTACLE.isEmpty(), () -> OBSTACLE.orElse(""));
        return TREE;
    }

    /**
     * Starts a server on a free loopback port and waits until it answers; skips the test where there is no lab tree.
     *
     * <p>Between finding a free port and binding it another process may take it, so a server that ends at once gets
     * another port, a few times.
     */
    public static RunningServer start(LabServer server) throws IOException {
        LabTree tree = tree();
        STARTS.acquireUninterruptibly();
        try {
            return started(server, tree);
        } finally {
            STARTS.release();
        }
    }

    /** The same of a server that wants more of the machine than the others; the test is skipped where it does not start. */
    public static RunningServer startWherePossible(LabServer server) {
        try {
            return start(server);
        } catch (IOException e) {
            return Assumptions.abort(e.getMessage());
        }
    }

    private static RunningServer started(LabServer server, LabTree tree) throws IOException {
        for (int attempt = 1; ; attempt++) {
            RunningServer running = launch(server, tree);
            if (running.awaitAnswer()) {
                return running;
            }
            boolean hung = running.alive();
            String printed = running.log();
            running.close();
            if (hung || attempt == ATTEMPTS) {
                String what = hung ? " does not answer" : " ended at once";
                throw new IOException(server.name() + what + "; it printed:\n" + printed);
            }
        }
    }

    private static RunningServer launch(LabServer server, LabTree tree) throws IOException {
        Place place = new Place(tree, tree.newFolder(server.name()), server.address(), FreePorts.next());
        try {
            server.prepare(place);
            return RunningServer.start(server, place);
        } catch (IOException | RuntimeException e) {
            tree.remove(place.folder());
            throw e;
        }
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server of the lab was starting", e);
        }
    }
}
