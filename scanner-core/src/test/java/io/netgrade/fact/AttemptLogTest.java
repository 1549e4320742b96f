// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptLogTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void tellsOfEachEndpointWhatAListTells(long seed) {
        List<Attempt> list = new SomeAttempts(seed).many(20_000);

        Attempts kept = log(list, seed % 2 == 0 ? 0 : AttemptLog.WHOLE);

        assertThat(byEndpoint(kept.stream().toList())).isEqualTo(byEndpoint(list));
        assertThat(kept.size()).isEqualTo(list.size());
        assertThat(kept.endpoints()).isEqualTo(byEndpoint(list).size());
        byEndpoint(list)
                .keySet()
                .forEach(endpoint -> assertThat(kept.tried(endpoint)).isTrue());
        assertThat(kept.tried(endpoint("203.0.113.1", 1))).isFalse();
    }

    @Test
    void countsWhatIsAlikeAsOftenAsItCame() {
        List<Attempt> list = new SomeAttempts(9).many(20_000);

        Attempts kept = log(list, 0);

        Map<Status, Long> counts = new TreeMap<>();
        kept.own().forEach(attempt -> counts.merge(attempt.status(), 1L, Long::sum));
        AtomicLong grouped = new AtomicLong();
        kept.forEachAlike(group -> {
            assertThat(group.ports().count()).isEqualTo(group.count());
            assertThat(kept.alikeHost(group.hostNumber())).isEqualTo(group.host());
            assertThat(kept.alikeHost(group.host())).isEqualTo(group.hostNumber());
            grouped.addAndGet(group.count());
            group.history().statuses().forEach(status -> counts.merge(status, (long) group.count(), Long::sum));
        });
        assertThat(counts)
                .isEqualTo(new TreeMap<>(
                        list.stream().collect(Collectors.groupingBy(Attempt::status, Collectors.counting()))));
        assertThat(kept.histories().stream().mapToLong(History::endpoints).sum())
                .isEqualTo(grouped.get())
                .isPositive();
    }

    @Test
    void keepsThemselvesWhatWasAnsweredAndAllThatFollowsThere() {
        AttemptLog log = new AttemptLog(0);
        Attempt open = attempt(endpoint("192.0.2.1", 22), "connect", Status.ANSWERED, 1);
        Attempt later = attempt(endpoint("192.0.2.1", 22), "connect", Status.BANNED, 2);
        Attempt lookUp = attempt(endpoint("192.0.2.2", 0), Attempt.RESOLVE, Status.FILTERED, 3);
        Attempt heard = new Attempt(endpoint("192.0.2.3", 22), "x", Status.TIMED_OUT, "", NOON, 9, 1, 7);

        List<Boolean> shared = List.of(log.add(open), log.add(later), log.add(lookUp), log.add(heard));

        assertThat(shared).containsOnly(false);
        assertThat(log.attempts().own()).containsExactly(open, later, lookUp, heard);
    }

    @Test
    void keepsTheFirstWhole() {
        List<Attempt> list = IntStream.rangeClosed(1, AttemptLog.WHOLE)
                .mapToObj(port -> attempt(endpoint("192.0.2.1", port), "connect", Status.REFUSED, port))
                .toList();

        assertThat(log(list, AttemptLog.WHOLE)).containsExactlyElementsOf(list);
    }

    @Test
    void whatCameEarlierThanWhatIsKnownStaysItself() {
        AttemptLog log = new AttemptLog(0);
        Endpoint endpoint = endpoint("2001:db8::1", 443);
        log.add(attempt(endpoint, "connect", Status.REFUSED, 10));

        log.add(attempt(endpoint, "connect", Status.BANNED, 9));

        Attempts kept = log.attempts();
        assertThat(kept.own()).extracting(Attempt::status).containsExactly(Status.BANNED);
        assertThat(kept.historyOf(endpoint).orElseThrow().statuses()).containsExactly(Status.REFUSED);
        assertThat(kept.endpoints()).isEqualTo(1);
        assertThat(kept.ownersAlike()).containsExactly(endpoint);
    }

    @Test
    void theMomentsOfTwoRunsAreKeptApart() {
        AttemptLog log = new AttemptLog(0);
        log.add(attempt(endpoint("192.0.2.1", 1), "connect", Status.REFUSED, 500));
        log.begins();
        log.add(attempt(endpoint("192.0.2.1", 2), "connect", Status.REFUSED, 1));

        assertThat(log.attempts())
                .extracting(Attempt::time)
                .containsExactlyInAnyOrder(NOON.plusSeconds(500), NOON.plusSeconds(1));
    }

    @Test
    void nothingIsAddedToWhatWasHandedOver() {
        AttemptLog log = new AttemptLog();
        log.attempts();

        assertThatThrownBy(() -> log.add(attempt(endpoint("192.0.2.1", 1), "connect", Status.REFUSED, 0)))
                .isInstanceOf(IllegalStateException.class);
    }

    /** More endings than there are numbers for, and more attempts on one endpoint than a history holds. */
    @Test
    void whatIsTooManyStaysItself() {
        AttemptLog log = new AttemptLog(0);
        List<Attempt> list = IntStream.range(0, 20_000)
                .mapToObj(i -> new Attempt(
                        endpoint("192.0.2.1", 1 + i % 2_000),
                        "q" + i,
                        Status.TIMED_OUT,
                        "",
                        NOON.plusSeconds(i),
                        0,
                        0,
                        0))
                .toList();
        list.forEach(log::add);

        Attempts kept = log.attempts();

        assertThat(kept.own()).isNotEmpty();
        assertThat(byEndpoint(kept.stream().toList())).isEqualTo(byEndpoint(list));
    }

    private static Attempts log(List<Attempt> attempts, int whole) {
        AttemptLog log = new AttemptLog(whole);
        attempts.forEach(log::add);
        return log.attempts();
    }

    /** What judging may look at: what each attempt was and how it ended, in the order in which an endpoint saw them. */
    private static Map<Endpoint, List<String>> byEndpoint(List<Attempt> attempts) {
        Function<Attempt, String> said = attempt -> attempt.question() + " " + attempt.status() + " " + attempt.detail()
                + " " + attempt.sent() + " " + attempt.received();
        return attempts.stream()
                .collect(Collectors.groupingBy(
                        Attempt::endpoint, HashMap::new, Collectors.mapping(said, Collectors.toList())));
    }

    private static Attempt attempt(Endpoint endpoint, String question, Status status, int seconds) {
        return new Attempt(endpoint, question, status, "", NOON.plusSeconds(seconds), 0, 0, 0);
    }

    private static Endpoint endpoint(String address, int port) {
        return new Endpoint(AddressRange.of(address).first(), port, Transport.TCP);
    }
}
