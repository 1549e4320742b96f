// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Beside a map, with as many rows as make every part of it grow more than once. */
class HistoryTableTest {
    private static final int HISTORIES = 5;
    private static final int PUTS = 40_000;

    private final List<History> histories = new ArrayList<>();
    private final HistoryTable table = new HistoryTable(histories);
    private final Map<Endpoint, Integer> model = new HashMap<>();
    private final Random random = new Random(11);

    @Test
    void everyEndpointHasTheHistoryThatItWasGivenLast() {
        for (int i = 0; i < HISTORIES; i++) {
            Attempt attempt =
                    new Attempt(endpoint(0, 1), "connect", Attempt.Status.REFUSED, "", Instant.EPOCH, i, 0, 0);
            histories.add(new History(null, attempt, i));
        }
        for (int i = 0; i < PUTS; i++) {
            Endpoint endpoint = endpoint(random.nextInt(3_000), 1 + random.nextInt(300));
            int history = random.nextInt(HISTORIES);
            table.put(endpoint, history);
            model.put(endpoint, history);
        }

        model.forEach((endpoint, history) ->
                assertThat(table.of(endpoint)).as(endpoint.toString()).isEqualTo(history));
        assertThat(table.of(endpoint(3_000, 1))).isEqualTo(-1);
        assertThat(table.of(endpoint(1, 301))).isEqualTo(-1);
        assertThat(told()).isEqualTo(model);
        assertThat(table.hosts()).isEqualTo((int)
                model.keySet().stream().map(Endpoint::address).distinct().count());
        for (int host = 0; host < table.hosts(); host++) {
            assertThat(table.numberOf(table.host(host))).isEqualTo(host);
        }
    }

    private Map<Endpoint, Integer> told() {
        Map<Endpoint, Integer> told = new HashMap<>();
        table.forEach(alike -> alike.endpoints()
                .forEach(endpoint -> assertThat(
                                told.put(endpoint, alike.history().number()))
                        .as("told once")
                        .isNull()));
        return told;
    }

    /** One host in three is of IPv6. */
    private static Endpoint endpoint(int host, int port) {
        String address =
                host % 3 == 0 ? "2001:db8::" + Integer.toHexString(host) : "10.1." + (host >> 8) + "." + (host & 0xFF);
        return new Endpoint(AddressRange.of(address).first(), port, host % 2 == 0 ? Transport.TCP : Transport.UDP);
    }
}
