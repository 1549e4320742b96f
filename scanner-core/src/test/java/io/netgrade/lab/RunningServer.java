// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server of the lab that answers; closing it ends it and all it started, and removes its folder. */
public final class RunningServer implements AutoCloseable {
    private static final int LOG_CHARACTERS = 4_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LabServer server;
    private final Place place;
    private final Process process;

    private RunningServer(LabServer server, Place place, Process process) {
        this.server = server;
        this.place = place;
        this.process = process;
    }

    /** Starts a server that is prepared; it need not answer yet. */
    static RunningServer start(LabServer server, Place place) throws IOException {
        Path log = place.folder().resolve("log");
        Process process = place.tree().start(server.command(place), server.rootIfPossible(), log);
        RunningServer running = new RunningServer(server, place, process);
        ServersToEnd.remember(running);
        return running;
    }

    public String name() {
        return server.name();
    }

    /** The loopback address in text form. */
    public String address() {
        return place.address();
    }

    public int port() {
        return place.port();
    }

    public InetSocketAddress socketAddress() {
        return new InetSocketAddress(place.address(), place.port());
    }

    /** Its run folder and tree, for tests that ask a client of the tree the same question. */
    public Place place() {
        return place;
    }

    /** The end of what the server printed so far. */
    public String log() {
        try {
            String all = new String(Files.readAllBytes(place.folder().resolve("log")), StandardCharsets.UTF_8);
            return all.substring(Math.max(0, all.length() - LOG_CHARACTERS));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Whether it answered before it ended or the time was up. */
    boolean awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (alive() && System.nanoTime() < deadline) {
            if (answers()) {
                return alive();
            }
            Lab.pause();
        }
        return false;
    }

    private boolean answers() {
        try {
            return server.answers(place);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        ServersToEnd.forget(this);
        end();
        try {
            place.tree().remove(place.folder());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of " + name() + " could not be removed", e);
        }
    }

    private void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
