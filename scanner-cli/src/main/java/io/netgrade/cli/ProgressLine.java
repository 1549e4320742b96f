// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.report.Shown;
import io.netgrade.scan.ReadingWatch;
import java.io.PrintWriter;
import java.util.Locale;

/** One line on a terminal's error stream that says how far the reading of captures is, at what rate, and what is left. */
final class ProgressLine {
    private static final long PATIENCE_MILLIS = 500;
    private static final int WIDTH = 78;
    private static final double MEGA = 1e6;

    private final PrintWriter err;
    private final ReadingWatch watch;
    private final long total;
    private final long begun = System.nanoTime();
    private final Thread thread = new Thread(this::show, "progress");
    private boolean shown;

    /** @param total bytes of all captures; 0 where nobody knows */
    private ProgressLine(PrintWriter err, ReadingWatch watch, long total) {
        this.err = err;
        this.watch = watch;
        this.total = total;
    }

    /** Shows it, where it is wanted, while the work is done. */
    static void during(Console console, CommonOptions options, ReadingWatch watch, long total, Runnable work) {
        if (!options.showsProgress()) {
            work.run();
            return;
        }
        ProgressLine line = new ProgressLine(console.err(), watch, total);
        line.thread.setDaemon(true);
        line.thread.start();
        try {
            work.run();
        } finally {
            line.end();
        }
    }

    private void show() {
        try {
            while (true) {
                Thread.sleep(PATIENCE_MILLIS);
                say(line(watch.state(), total, (System.nanoTime() - begun) / 1e9));
            }
        } catch (InterruptedException e) {
            say("");
        }
    }

    private void say(String text) {
        if (shown || !text.isEmpty()) {
            String cut = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
            err.print("\r" + cut + " ".repeat(WIDTH - cut.length()) + "\r");
            err.flush();
            shown = true;
        }
    }

    /** What the line says after so many seconds. */
    static String line(ReadingWatch.State state, long total, double seconds) {
        long read = state.before() + state.read();
        double rate = seconds > 0 ? read / seconds : 0;
        String done = total > 0
                ? String.format(Locale.ROOT, "%.0f of %.0f MB", read / MEGA, total / MEGA)
                : String.format(Locale.ROOT, "%.0f MB", read / MEGA);
        String left = total > read && rate > 0
                ? String.format(Locale.ROOT, ", %.0f s left", Math.ceil((total - read) / rate))
                : "";
        return done + String.format(Locale.ROOT, ", %.0f MB/s", rate / MEGA) + left + ": " + Shown.safe(state.input());
    }

    private void end() {
        boolean interrupted = Thread.interrupted();
        thread.interrupt();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
