// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** From a standing on, a run visits what was open and what comes next, and nothing else. */
class StandingTest {
    private static final List<ProbeTarget> TARGETS =
            List.of(new ProbeTarget(AddressRange.of("192.0.2.1-50"), PortSet.of(1, 2), PortSet.NONE));
    private static final Course COURSE = new Course(3, new Share(1, 2), 0);

    @Test
    void visitsWhatWasOpenFirstAndThenTheRest() {
        List<Endpoint> all = visits(new EndpointOrder(TARGETS, COURSE));
        EndpointOrder rest = new EndpointOrder(TARGETS, COURSE.from(new Standing(20, List.of(4L, 17L))));

        assertThat(rest.left()).isEqualTo(32);
        assertThat(rest.place()).isEqualTo(4);
        List<Endpoint> expected = new ArrayList<>(List.of(all.get(4), all.get(17)));
        expected.addAll(all.subList(20, all.size()));
        assertThat(visits(rest)).isEqualTo(expected);
    }

    @Test
    void whatIsNotBegunAgainStaysOpen() {
        EndpointOrder order = new EndpointOrder(TARGETS, COURSE.from(new Standing(20, List.of(4L, 17L, 18L))));
        order.next();

        assertThat(order.standing(new TreeSet<>(List.of(4L)))).isEqualTo(new Standing(20, List.of(4L, 17L, 18L)));
        order.next();
        order.next();
        order.next();
        assertThat(order.standing(new TreeSet<>(List.of(18L, 20L)))).isEqualTo(new Standing(21, List.of(18L, 20L)));
    }

    @Test
    void theLastStandingIsOfAllThatWasVisited() {
        Recorded recorded = new Recorded();
        List<Standing> told = new ArrayList<>();
        ProbeWatch watch = new ProbeWatch(PacketTap.NONE, told::add);
        recorded.prober(Recorded.QUICK).run(TARGETS, COURSE, watch);

        assertThat(told).last().isEqualTo(new Standing(50, List.of()));
        assertThat(recorded.attempts()).hasSize(50);
        recorded.prober(Recorded.QUICK).run(TARGETS, COURSE.from(new Standing(48, List.of(7L))), watch);
        assertThat(recorded.attempts()).hasSize(53);
    }

    @Test
    void refusesWhatIsNoStanding() {
        assertThatThrownBy(() -> new Standing(5, List.of(5L))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Standing(5, List.of(3L, 2L))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Standing(5, List.of(-1L))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Endpoint> visits(EndpointOrder order) {
        List<Endpoint> visits = new ArrayList<>();
        while (order.hasNext()) {
            visits.add(order.next());
        }
        return visits;
    }
}
