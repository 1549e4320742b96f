// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Attempts;
import io.netgrade.fact.History;
import java.net.InetAddress;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The hosts that were tried and gave no sign of being there: how many, and the lowest addresses among them. */
final class SilentHosts {
    /** Endings that show the host itself to be there. */
    private static final Set<Status> HOST_ANSWERS =
            EnumSet.of(Status.ANSWERED, Status.CLOSED_EARLY, Status.NOT_THIS_PROTOCOL, Status.REFUSED, Status.RESET);

    private final Attempts attempts;
    private final int most;
    private final SortedMap<InetAddress, Map<Status, Long>> lowest = new TreeMap<>(Endpoint::compareAddresses);
    private long silent;

    /** @param most hosts that are named */
    SilentHosts(Attempts attempts, int most) {
        this.attempts = attempts;
        this.most = most;
        find();
        count();
    }

    /** How many there are in all. */
    long size() {
        return silent;
    }

    /** A line for each of those that are named. */
    List<String> lines() {
        return lowest.entrySet().stream()
                .map(entry -> Endpoint.text(entry.getKey()) + ": no answer ("
                        + entry.getValue().entrySet().stream()
                                .map(counted -> counted.getValue() + " "
                                        + counted.getKey().id())
                                .collect(Collectors.joining(", "))
                        + ")")
                .toList();
    }

    private void find() {
        BitSet answering = new BitSet();
        attempts.forEachAlike(group -> {
            if (answers(group.history())) {
                answering.set(group.hostNumber());
            }
        });
        Map<InetAddress, Boolean> others = new HashMap<>();
        for (Attempt attempt : attempts.own()) {
            boolean answers = HOST_ANSWERS.contains(attempt.status());
            int number = attempts.alikeHost(attempt.endpoint().address());
            if (number < 0) {
                others.merge(attempt.endpoint().address(), answers, Boolean::logicalOr);
            } else if (answers) {
                answering.set(number);
            }
        }
        for (int number = answering.nextClearBit(0);
                number < attempts.alikeHosts();
                number = answering.nextClearBit(number + 1)) {
            silent(attempts.alikeHost(number));
        }
        others.forEach((host, answers) -> {
            if (!answers) {
                silent(host);
            }
        });
    }

    private void silent(InetAddress host) {
        silent++;
        if (lowest.size() < most || Endpoint.compareAddresses(host, lowest.lastKey()) < 0) {
            lowest.put(host, new EnumMap<>(Status.class));
            if (lowest.size() > most) {
                lowest.remove(lowest.lastKey());
            }
        }
    }

    /** How the attempts on those that are named have ended. */
    private void count() {
        Set<Integer> numbers = new HashSet<>();
        lowest.keySet().forEach(host -> numbers.add(attempts.alikeHost(host)));
        attempts.forEachAlike(group -> {
            if (numbers.contains(group.hostNumber())) {
                group.history().statuses().forEach(status -> count(group.host(), status, group.count()));
            }
        });
        attempts.own().forEach(attempt -> count(attempt.endpoint().address(), attempt.status(), 1));
    }

    private void count(InetAddress host, Status status, long more) {
        Map<Status, Long> counts = lowest.get(host);
        if (counts != null) {
            counts.merge(status, more, Long::sum);
        }
    }

    private static boolean answers(History history) {
        return history.statuses().stream().anyMatch(HOST_ANSWERS::contains);
    }
}
