// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Writes the lines of a text report, none wider than the page, with what goes on indented below its beginning. */
final class Page {
    static final int USUAL_WIDTH = 100;
    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 240;

    private final PrintWriter out;
    private final int width;

    Page(PrintWriter out, int width) {
        this.out = out;
        this.width = Math.min(Math.max(width, LEAST_WIDTH), MOST_WIDTH);
    }

    /** The terminal's width as the shell says it, else the usual one. */
    static int width(Function<String, String> environment) {
        String said = environment.apply("COLUMNS");
        try {
            return said == null ? USUAL_WIDTH : Integer.parseInt(said.strip());
        } catch (NumberFormatException notANumber) {
            return USUAL_WIDTH;
        }
    }

    void blank() {
        line("");
    }

    /** A line that is not broken: a row of a table. */
    void row(String painted) {
        line(painted);
    }

    void text(int indent, String text) {
        text(indent, text, UnaryOperator.identity());
    }

    void text(int indent, String text, UnaryOperator<String> paint) {
        for (String line : Lines.of(text, width - indent)) {
            line(" ".repeat(indent) + paint.apply(line));
        }
    }

    /** A painted mark, and beside it text that goes on in the column where it began. */
    void item(int indent, String mark, UnaryOperator<String> paint, String text) {
        int column = indent + Shown.columns(mark) + 1;
        List<String> lines = Lines.of(text, width - column);
        line((" ".repeat(indent) + paint.apply(mark) + " " + lines.get(0)).stripTrailing());
        lines.stream().skip(1).forEach(line -> line(" ".repeat(column) + line));
    }

    /** Ends alike on every system: the same evidence gives the same bytes. */
    private void line(String text) {
        out.print(text);
        out.print('\n');
    }
}
