// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines of a width in columns: at spaces, and between the characters of Chinese text. */
final class Lines {
    /** What never begins a line. */
    private static final String CLOSING = "，。；：、！？）》」』”%)],;.";

    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private Lines(int width) {
        this.width = width;
    }

    /**
     * One line or more, never empty. A word longer than a line is broken, as only a hostile one is.
     *
     * @param text already safe to show
     */
    static List<String> of(String text, int width) {
        Lines lines = new Lines(Math.max(width, 8));
        pieces(text).forEach(lines::add);
        lines.end();
        return lines.lines;
    }

    private void add(String piece) {
        if (Shown.columns(line.toString()) + Shown.columns(piece.stripTrailing()) > width && !line.isEmpty()) {
            end();
        }
        for (int at = 0; at < piece.length(); at += Character.charCount(piece.codePointAt(at))) {
            String point = Character.toString(piece.codePointAt(at));
            if (!point.equals(" ") && Shown.columns(line.toString()) + Shown.columns(point) > width) {
                end();
            }
            line.append(line.isEmpty() && point.equals(" ") ? "" : point);
        }
    }

    private void end() {
        String done = line.toString().stripTrailing();
        if (!done.isEmpty() || lines.isEmpty()) {
            lines.add(done);
        }
        line.setLength(0);
    }

    /** What may not be torn: a word with the spaces after it, a wide character with what closes it. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int before = 0;
        for (int point : text.codePoints().toArray()) {
            if (mayBreak(before, point)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(point);
            before = point;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean mayBreak(int before, int next) {
        if (before == 0 || next == ' ' || CLOSING.indexOf(next) >= 0) {
            return false;
        }
        return before == ' ' || isWide(before) || isWide(next);
    }

    private static boolean isWide(int point) {
        return Shown.columns(Character.toString(point)) == 2;
    }
}
