// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that reports hold and that other programs read: they stay what they are. */
class ReportedIdsTest {
    @Test
    void outcomes() {
        assertThat(Stream.of(Outcome.values()).map(Outcome::id))
                .containsExactly("below", "meets", "not-asked", "undecided");
    }

    @Test
    void kindsOfDifference() {
        assertThat(Stream.of(Comparison.Kind.values()).map(Comparison.Kind::id))
                .containsExactly(
                        "disagreement",
                        "seen-not-answering",
                        "seen-not-probed",
                        "answering-not-used",
                        "declared-not-seen",
                        "seen-not-declared");
    }

    @Test
    void kindsOfNotice() {
        assertThat(Stream.of(Notice.Kind.values()).map(Notice.Kind::id))
                .containsExactly(
                        "attestation-expired",
                        "attestation-expires-soon",
                        "attestation-unused",
                        "declared-not-seen",
                        "waiver-expires-soon",
                        "waiver-not-yet",
                        "waiver-unused");
    }

    @Test
    void whatIsKnownOfARisk() {
        assertThat(Stream.of(FormConclusion.Known.values()).map(FormConclusion.Known::id))
                .containsExactly("there", "none", "open");
    }
}
