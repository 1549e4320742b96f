// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.fact.CaptureCoverage;
import io.netgrade.grade.Coverage;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What was looked at and what was not, in text. */
final class TextCoverage {
    private final Page page;
    private final Labels labels;
    private final Paint paint;

    TextCoverage(Page page, Labels labels, Paint paint) {
        this.page = page;
        this.labels = labels;
        this.paint = paint;
    }

    void write(Coverage coverage) {
        page.blank();
        page.text(0, labels.of("coverage"), paint::dim);
        if (!coverage.captures().isEmpty()) {
            page.text(2, counts(coverage.captures(), labels));
            gaps(coverage.captures());
        }
        if (coverage.endpointsTried() > 0) {
            page.text(2, tried(coverage, labels));
        }
        if (!coverage.unknownByReason().isEmpty()) {
            page.text(2, labels.of("coverage.unknown", unknown(coverage, labels)));
        }
        if (!coverage.unexamined().isEmpty()) {
            page.text(0, labels.of("unexamined"), paint::unsure);
            some(coverage.unexamined());
        }
    }

    /** {@code 16 captures, 485 packets, ...}. */
    static String counts(List<CaptureCoverage> captures, Labels labels) {
        return String.join(
                labels.of("comma"),
                labels.counted("coverage.captures", captures.size()),
                labels.counted("coverage.packets", sum(captures, CaptureCoverage::packets)),
                labels.counted("coverage.bytes", sum(captures, CaptureCoverage::bytes)),
                labels.counted("coverage.flows", sum(captures, CaptureCoverage::flows)),
                labels.counted("coverage.unrecognised", sum(captures, CaptureCoverage::unrecognised)));
    }

    static String tried(Coverage coverage, Labels labels) {
        return labels.counted("coverage.tried", coverage.endpointsTried())
                + labels.of("comma")
                + labels.counted("coverage.answered", coverage.endpointsAnswered());
    }

    static String unknown(Coverage coverage, Labels labels) {
        return new TreeMap<>(coverage.unknownByReason())
                .entrySet().stream()
                        .map(entry -> labels.of("unknown." + entry.getKey().id()) + " " + entry.getValue())
                        .collect(Collectors.joining(labels.of("comma")));
    }

    private void gaps(List<CaptureCoverage> captures) {
        some(captures.stream()
                .filter(capture -> !CaptureGaps.of(capture, labels).isEmpty())
                .map(capture -> capture.file()
                        + labels.of("colon")
                        + String.join(labels.of("semicolon"), CaptureGaps.of(capture, labels)))
                .toList());
    }

    private void some(List<String> lines) {
        lines.stream().limit(TextUnit.MOST_LINES).forEach(line -> page.text(2, Shown.safe(line)));
        if (lines.size() > TextUnit.MOST_LINES) {
            page.text(2, labels.of("more", lines.size() - TextUnit.MOST_LINES), paint::dim);
        }
    }

    private static long sum(List<CaptureCoverage> captures, ToLongFunction<CaptureCoverage> count) {
        return captures.stream().mapToLong(count).sum();
    }
}
