// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import static io.netgrade.check.Seen.probed;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.StatedFacts;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifecycleCheckTest {
    private static final Instant ENDS = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant KEPT = Instant.parse("2028-07-01T00:00:00Z");
    private static final LifecycleCheck CHECK = new LifecycleCheck();

    @Test
    void makersDayDecidesWhereNobodyElseMendsIt() {
        Observation alone = probed(life("1.0", ENDS, null, null));
        assertThat(on("2026-05-31T23:59:59Z", alone)).isEqualTo(Result.PASS);
        assertThat(on("2026-06-01T00:00:00Z", alone)).isEqualTo(Result.FAIL);
    }

    @Test
    void betweenItsMakersDayAndTheOthersItIsUnknown() {
        Observation kept = probed(life("1.0", ENDS, KEPT, "Debian 12"));
        assertThat(on("2026-05-31T00:00:00Z", kept)).isEqualTo(Result.PASS);
        assertThat(on("2026-06-02T00:00:00Z", kept)).isEqualTo(Result.UNKNOWN);
        assertThat(on("2028-07-02T00:00:00Z", kept)).isEqualTo(Result.FAIL);
    }

    @Test
    void othersWithoutADayLeaveItUnknown() {
        assertThat(on("2040-01-01T00:00:00Z", probed(life("1.0", ENDS, null, "Ubuntu"))))
                .isEqualTo(Result.UNKNOWN);
    }

    @Test
    void noEndIsNoFailure() {
        assertThat(on("2040-01-01T00:00:00Z", probed(life("2.4", null, null, null))))
                .isEqualTo(Result.PASS);
    }

    @Test
    void unknownReleaseIsUnknown() {
        Fact unknown = StatedFacts.LIFECYCLE.partial("p", "9.9", null, null, null, null, "s", false);
        assertThat(on("2026-01-01T00:00:00Z", probed(unknown))).isEqualTo(Result.UNKNOWN);
    }

    @Test
    void oneThatIsOverFailsBesideOneThatIsNot() {
        assertThat(on(
                        "2026-06-02T00:00:00Z",
                        probed(life("1.0", ENDS, null, null)),
                        probed(life("2.0", KEPT, null, null))))
                .isEqualTo(Result.FAIL);
    }

    @Test
    void detailSaysDaySourceAndThatItIsUnverified() {
        Verdict verdict = judge("2026-06-02T00:00:00Z", probed(life("1.0", ENDS, KEPT, "Debian 12")));
        assertThat(verdict.detail()).contains("2026-05-31", "Debian 12 until 2028-06-30", "s; unverified");
    }

    @Test
    void momentsThatMatterAreToldApart() {
        Observation kept = probed(life("1.0", ENDS, KEPT, "Debian 12"));
        assertThat(List.of(moments("2026-05-01T00:00:00Z", kept), moments("2027-05-01T00:00:00Z", kept)))
                .doesNotHaveDuplicates();
        assertThat(moments("2029-05-01T00:00:00Z", kept)).isNotEqualTo(moments("2027-05-01T00:00:00Z", kept));
    }

    private static BitSet moments(String day, Observation one) {
        return CHECK.momentsBroken(one, bar(), Optional.of(Instant.parse(day)));
    }

    private static Fact life(String cycle, @Nullable Instant ends, @Nullable Instant kept, @Nullable String by) {
        return StatedFacts.LIFECYCLE.complete("p", cycle + ".1", cycle, ends, kept, by, "s", false);
    }

    private static Result on(String day, Observation... all) {
        return judge(day, all).result();
    }

    private static Verdict judge(String day, Observation... all) {
        return CHECK.judge(Seen.of(all), bar(), Optional.of(Instant.parse(day)));
    }

    private static Bar bar() {
        return new Bar(List.of(Clause.of(Comparator.AFTER_OBSERVED, "0")));
    }
}
