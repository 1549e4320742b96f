// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.Notice;

/** Notices in the words of one language. */
final class NoticeWords {
    private final Labels labels;

    NoticeWords(Labels labels) {
        this.labels = labels;
    }

    String of(Notice notice) {
        return labels.of(
                "notice." + notice.kind().id(),
                notice.names().stream().map(Shown::safe).toArray());
    }
}
