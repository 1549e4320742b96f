// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

/**
 * Ends the process in order. On SIGINT or SIGTERM the command's thread is interrupted and given time to keep what it has;
 * the process then ends with 130 or 143, as the JVM does of itself.
 */
final class Shutdown {
    private static final long PATIENCE_MILLIS = 20_000;

    private static volatile boolean finishing;
    private static volatile boolean begun;

    private Shutdown() {}

    /** Lets a signal interrupt the thread that calls this. */
    static void interruptsThisThread() {
        Thread command = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(command), "shutdown"));
    }

    /** Whether a signal has asked the process to end. */
    static boolean begun() {
        return begun;
    }

    static void finish(int code) {
        if (!begun) {
            finishing = true;
            System.exit(code);
        }
    }

    private static void stop(Thread command) {
        if (finishing) {
            return;
        }
        begun = true;
        command.interrupt();
        try {
            command.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
