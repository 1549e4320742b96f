// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.profile.Applies;
import io.netgrade.profile.Attestation;
import io.netgrade.profile.Level;
import io.netgrade.profile.Signed;
import io.netgrade.profile.Waiver;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndpointGradeTest {
    private static final LocalDate DAY = Seen.NOW.atZone(ZoneOffset.UTC).toLocalDate();

    @Test
    void eachEndpointHasTheLevelOfItsOwnFindings() {
        Case it = new Case().asks("A-01", "1", 10).asks("A-02", "2", 20).asks("A-03", "3.1", 30);
        it.server(1, 40).server(2, 20).server(3, 5);
        Map<Endpoint, EndpointGrade> grades = grades(it);
        assertThat(levels(grades.get(Seen.endpoint(1, 22)))).isEqualTo("3.1 3.1");
        assertThat(levels(grades.get(Seen.endpoint(2, 22)))).isEqualTo("2 2");
        assertThat(grades.get(Seen.endpoint(2, 22)).blockedBy()).containsExactly("A-03");
        assertThat(levels(grades.get(Seen.endpoint(3, 22)))).isEqualTo("none none");
        assertThat(grades.get(Seen.endpoint(3, 22)).shown()).isFalse();
        assertThat(grades.values().stream().sorted(EndpointGrade.WEAKEST_FIRST))
                .extracting(one -> one.endpoint().address().getAddress()[3])
                .containsExactly((byte) 3, (byte) 2, (byte) 1);
    }

    @Test
    void whatIsUndecidedStopsTheFloorAlone() {
        Case it = new Case().asks("A-01", "1", 10).control("A-02", Set.of("x"), Case.ask("2", 20, false));
        it.saw(1, Case.STRENGTH.partial(15));
        it.server(2, 20);
        EndpointGrade open = grades(it).get(Seen.endpoint(1, 22));
        assertThat(open.interval().achieved()).isEmpty();
        assertThat(open.undecided()).containsExactly("A-01");
        assertThat(open.blockedBy()).containsExactly("A-02");
        assertThat(grades(it).get(Seen.endpoint(2, 22)).undecided())
                .as("what is decided there is not open")
                .isEmpty();
        it.requires("1");
        assertThat(grades(it).get(Seen.endpoint(1, 22)).undecided()).doesNotContain("A-02");
    }

    @Test
    void theWeakestIsByItsCeilingThenItsFloorThenItsPlace() {
        EndpointGrade low = grade(9, Optional.of("1"), Optional.of("2"));
        EndpointGrade none = grade(8, Optional.empty(), Optional.of("3.1"));
        EndpointGrade first = grade(2, Optional.of("1"), Optional.of("3.1"));
        EndpointGrade second = grade(3, Optional.of("1"), Optional.of("3.1"));
        EndpointGrade high = grade(1, Optional.of("2"), Optional.of("3.1"));
        assertThat(Stream.of(high, second, first, none, low).sorted(EndpointGrade.WEAKEST_FIRST))
                .containsExactly(low, none, first, second, high);
    }

    private static EndpointGrade grade(int host, Optional<String> achieved, Optional<String> possible) {
        Interval interval = new Interval(achieved.map(Case::level), possible.map(Case::level));
        return new EndpointGrade(Seen.endpoint(host, 22), interval, interval, true, List.of(), List.of());
    }

    /** A manual control that is attested as not met stops the unit at 1 and no endpoint. */
    @Test
    void controlsOfTheUnitAsAWholeAreNotCounted() {
        Case it = new Case().asks("A-01", "1", 10).manual("M-01", "2");
        it.server(1, 40);
        it.signed = new Signed(
                List.of(), List.of(new Attestation("x", "M-01", "", false, "a", "b", DAY, DAY.plusDays(300))));
        assertThat(it.grade().interval().possible().map(Level::id)).contains("1");
        assertThat(levels(grades(it).get(Seen.endpoint(1, 22)))).isEqualTo("3.1 3.1");
        EndpointLevels.hold(it.judged());
    }

    @Test
    void aWaiverCountsAsItDoesForTheUnit() {
        Case it = new Case().asks("A-01", "1", 10).asks("A-02", "2", 20);
        it.server(1, 15);
        it.signed = new Signed(
                List.of(new Waiver(
                        "W",
                        "A-02",
                        "",
                        Optional.empty(),
                        "",
                        "r",
                        new Waiver.Compensating("two-factor", "s"),
                        "o",
                        "a",
                        DAY,
                        DAY.plusDays(300))),
                List.of());
        EndpointGrade one = grades(it).get(Seen.endpoint(1, 22));
        assertThat(levels(one)).isEqualTo("3.1 3.1");
        assertThat(one.withoutWaivers().possible().map(Level::id)).contains("1");
        assertThat(one.blockedBy()).isEmpty();
        EndpointLevels.hold(it.judged());
    }

    /** A service that is merely allowed to be there shows nothing, and holds the unit down no further than it is. */
    @Test
    void anEndpointAtWhichNothingWasShownHoldsNone() {
        Case it = new Case().asks("A-01", "1", 10);
        it.forbids("T-01", "3.1", new Applies(Set.of("y"), Set.of(), Set.of(), false, false));
        it.server(1, 40);
        it.observations.add(Seen.recognised(Seen.endpoint(2, 22), "y"));
        EndpointGrade silent = grades(it).get(Seen.endpoint(2, 22));
        assertThat(silent.shown()).isFalse();
        assertThat(levels(silent)).isEqualTo("none 2");
        assertThat(it.grade().interval().achieved().map(Level::id)).contains("2");
        EndpointLevels.hold(it.judged());
    }

    private static Map<Endpoint, EndpointGrade> grades(Case it) {
        return EndpointGrade.of(it.judged()).get("u").stream()
                .collect(Collectors.toMap(EndpointGrade::endpoint, one -> one));
    }

    private static String levels(EndpointGrade one) {
        return one.interval().achieved().map(Level::id).orElse("none") + " "
                + one.interval().possible().map(Level::id).orElse("none");
    }
}
