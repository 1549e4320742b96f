// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import io.netgrade.endpoint.Endpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the attempts on an endpoint ended, one after another, said once for all endpoints of which the same is to be said.
 * What differs between them is not kept: the moment (that of the earliest stands for all) and how long each took.
 */
public final class History {
    /** Attempts on one endpoint that are kept so. */
    static final int LONGEST = 8;

    private final @Nullable History before;
    private final Like last;
    private final int number;
    private final List<Attempt.Status> statuses;
    private Instant earliest;
    private Instant latest;
    private long endpoints;

    /** What attempts of one history have in common: who heard nothing received nothing. */
    record Like(String question, Attempt.Status status, String detail, long sent) {
        static Like of(Attempt attempt) {
            return new Like(attempt.question(), attempt.status(), attempt.detail(), attempt.sent());
        }
    }

    History(@Nullable History before, Attempt last, int number) {
        this.before = before;
        this.last = Like.of(last);
        this.number = number;
        List<Attempt.Status> all = before == null ? new ArrayList<>() : new ArrayList<>(before.statuses);
        all.add(last.status());
        this.statuses = List.copyOf(all);
        this.earliest = last.time();
        this.latest = last.time();
    }

    /** Whether it is what another becomes, or none, by one attempt more. */
    boolean is(@Nullable History shorter, Attempt attempt) {
        return before == shorter
                && last.status == attempt.status()
                && last.sent == attempt.sent()
                && last.question.equals(attempt.question())
                && last.detail.equals(attempt.detail());
    }

    /** The attempts, the first first, as of an endpoint. */
    public List<Attempt> attempts(Endpoint endpoint) {
        List<Attempt> attempts = before == null ? new ArrayList<>() : before.attempts(endpoint);
        Instant time = attempts.isEmpty()
                ? earliest
                : later(attempts.get(attempts.size() - 1).time(), earliest);
        attempts.add(new Attempt(endpoint, last.question, last.status, last.detail, time, 0, last.sent, 0));
        return attempts;
    }

    /** How many endpoints have it. */
    public long endpoints() {
        return endpoints;
    }

    public int length() {
        return statuses.size();
    }

    /** How the attempts ended, the first first. */
    public List<Attempt.Status> statuses() {
        return statuses;
    }

    int number() {
        return number;
    }

    /** Whether an attempt of that moment came after all of it, at every endpoint. */
    boolean endsBefore(Instant moment) {
        return !latest.isAfter(moment);
    }

    void joined(Instant time) {
        endpoints++;
        earliest = time.isBefore(earliest) ? time : earliest;
        latest = later(latest, time);
    }

    void left() {
        endpoints--;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
