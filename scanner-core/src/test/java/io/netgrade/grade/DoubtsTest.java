// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Problem;
import io.netgrade.fact.Sighting;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Ask;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why a level is called provisional. */
class DoubtsTest {
    private static final Applies UNEXPECTED =
            new Applies(Set.of(), Set.of(), Set.of(), false, false, Set.of(), true, Optional.empty());

    private final Case it = new Case().asks("A-01", "1", 10).server(1, 20);

    @Test
    void thereIsNoneWhereAllThatWasTriedAnswered() {
        assertThat(doubts()).isEmpty();
        assertThat(it.grade().confirmed()).isTrue();
    }

    @Test
    void whatCouldNotBeExaminedIsOne() {
        it.problems.add(new Problem("a.pcap", "no such file", true));
        assertThat(doubts()).containsExactly("a.pcap could not be examined");
    }

    @Test
    void eachWayInWhichACaptureLacksSomethingIsOne() {
        captured(1, "a.pcap");
        it.captures.add(Captured.of("a.pcap", true, "", 1, 3));
        it.captures.add(Captured.of("b.pcap", false, "no such block at 24", 2, 0));
        it.captures.add(Captured.of("c.pcap", false, "", 0, 0));
        assertThat(doubts())
                .containsExactly(
                        "a.pcap was not read to its end",
                        "a.pcap holds a frame cut by the snapshot length",
                        "a.pcap lacks 3 frames that the capturing machine lost",
                        "b.pcap was not read to its end",
                        "b.pcap holds 2 frames cut by the snapshot length");
    }

    @Test
    void whatIsLackingInACaptureOfOtherUnitsAloneIsNone() {
        captured(1, "own.pcap");
        captured(2, "others.pcap");
        captured(2, "shared.pcap");
        captured(1, "shared.pcap");
        for (String file : List.of("own.pcap", "others.pcap", "shared.pcap", "empty.pcap")) {
            it.captures.add(Captured.of(file, true, "", 0, 0));
        }
        UnitScope one = new UnitScope(
                "u",
                "",
                "",
                "untrusted",
                Optional.empty(),
                seen -> seen.service().endpoint().equals(Seen.endpoint(1, 22)),
                any -> true);
        assertThat(it.judged(List.of(one)).units().get(0).provisionalBecause())
                .as("what was lost of a capture in which nothing was seen may be anybody's")
                .containsExactly(
                        "own.pcap was not read to its end",
                        "shared.pcap was not read to its end",
                        "empty.pcap was not read to its end");
    }

    @Test
    void capturesAreNoneWhereOnlyTheProbeSawTheUnit() {
        it.captures.add(Captured.of("a.pcap", true, "", 0, 0));
        assertThat(doubts()).isEmpty();
    }

    @Test
    void controlsOfCertainTypesAreOneWhereTheTypeWasNotSaid() {
        it.control("T-01", new Applies(Set.of(), Set.of("dns-recursive"), Set.of(), false, false), strength());
        assertThat(doubts())
                .containsExactly("the unit's type was not said, so 1 control of certain types was not asked");
        it.control("T-02", UNEXPECTED, strength());
        assertThat(doubts())
                .containsExactly("the unit's type was not said, so 2 controls of certain types were not asked");
        it.type = "web-hall";
        assertThat(doubts()).isEmpty();
    }

    @Test
    void controlsThatApplyToNothingForAnotherReasonAreNone() {
        it.control("V-01", new Applies(Set.of(), Set.of(), Set.of("management"), false, false), strength());
        it.control("P-01", Set.of("y"), strength());
        assertThat(doubts()).isEmpty();
    }

    private static Ask strength() {
        return Case.ask("1", 10, false);
    }

    private List<String> doubts() {
        return it.grade().provisionalBecause();
    }

    private void captured(int host, String file) {
        it.observations.add(new Observation(
                new Sighting(Seen.endpoint(host, 22), "x", List.of(), Confidence.CONFIRMED),
                Case.STRENGTH.partial(20),
                new Evidence(Source.CAPTURE, Seen.NOW, file, 1, "")));
    }
}
