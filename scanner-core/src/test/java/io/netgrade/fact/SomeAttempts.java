// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Attempts as a scan makes them, in the order of their moments: mostly closed and silent ports, a few of everything else. */
public final class SomeAttempts {
    public static final Instant BEGIN = Instant.parse("2026-11-30T12:00:00Z");

    private static final Status[] COMMON = {Status.REFUSED, Status.FILTERED, Status.UNREACHABLE, Status.BANNED};

    private static final List<Status> ALL = List.of(Status.values());

    private final Random random;
    private long moment;

    public SomeAttempts(long seed) {
        random = new Random(seed);
    }

    public List<Attempt> many(int count) {
        List<Attempt> attempts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Attempt again = attempts.isEmpty() ? null : attempts.get(random.nextInt(attempts.size()));
            attempts.add(again != null && random.nextInt(8) == 0 ? at(again.endpoint()) : at(endpoint()));
        }
        return attempts;
    }

    private Attempt at(Endpoint endpoint) {
        Instant time = BEGIN.plusNanos(++moment * 1_000);
        if (random.nextInt(10) > 0) {
            Status status = COMMON[random.nextInt(random.nextInt(4) == 0 ? COMMON.length : 2)];
            return new Attempt(endpoint, "connect", status, "", time, random.nextInt(40), 0, 0);
        }
        Status status = ALL.get(random.nextInt(ALL.size()));
        boolean connect = random.nextBoolean();
        String detail = random.nextBoolean() ? "" : "silent for " + random.nextInt(5) + " ms";
        int received = random.nextInt(4) == 0 ? random.nextInt(100) : 0;
        return new Attempt(
                endpoint, connect ? "connect" : "x.strength", status, detail, time, 1, random.nextInt(3), received);
    }

    /** Some hosts never answer; IPv6 among them; ports of the rows of a table and between. */
    private Endpoint endpoint() {
        int host = random.nextInt(120);
        String address = host < 40 ? "2001:db8::" + Integer.toHexString(1 + host) : "192.0.2." + host;
        return new Endpoint(
                AddressRange.of(address).first(),
                random.nextInt(3) > 0 ? 1 + random.nextInt(200) : 1 + random.nextInt(65_535),
                random.nextInt(5) > 0 ? Transport.TCP : Transport.UDP);
    }
}
