// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.fact.CaptureCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What of a capture was not seen, in words. */
final class CaptureGaps {
    private CaptureGaps() {}

    /** One entry per kind of gap; empty where all of the capture was seen. */
    static List<String> of(CaptureCoverage capture, Labels labels) {
        List<String> gaps = new ArrayList<>();
        if (!capture.problem().isEmpty()) {
            gaps.add(capture.problem());
        } else if (capture.truncated()) {
            gaps.add(labels.of("gap.truncated"));
        }
        add(gaps, labels, "gap.dropped", capture.dropped());
        add(gaps, labels, "gap.snapped", capture.snapped());
        add(gaps, labels, "gap.malformed", capture.malformed());
        add(gaps, labels, "gap.not-ip", capture.notIp());
        new TreeMap<>(capture.unsupportedLinkType())
                .forEach((type, count) -> gaps.add(labels.counted("gap.link-type", count) + " " + type));
        new TreeMap<>(capture.limits())
                .forEach((limit, count) -> gaps.add(limit + labels.of("colon") + labels.counted("gap.limit", count)));
        return gaps;
    }

    private static void add(List<String> gaps, Labels labels, String label, long count) {
        if (count > 0) {
            gaps.add(labels.counted(label, count));
        }
    }
}
