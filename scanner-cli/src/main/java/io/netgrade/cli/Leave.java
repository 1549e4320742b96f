// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a probe may begin, by the time and the place that its scope allows. Loopback needs no leave. */
final class Leave {
    private Leave() {}

    /**
     * @throws Refusal with code 64 where the authorisation has run out or is for another vantage, and with 4 where the
     *     window is closed
     */
    static void toBegin(Scope scope, String vantage, List<Target> targets, Instant now) {
        if (targets.stream().allMatch(Leave::isLoopback)) {
            return;
        }
        if (scope.expired(now)) {
            throw Refusal.usage("the scope's authorisation" + by(scope) + " ended at "
                    + scope.validUntil().map(Instant::toString).orElse("")
                    + ", nothing was sent; have it renewed, then set valid-until");
        }
        if (!scope.vantage().isEmpty() && !scope.vantage().equals(vantage)) {
            throw Refusal.usage("the scope allows probes from " + scope.vantage() + ", this one looks from " + vantage
                    + ", nothing was sent; probe from there and say so with --vantage (in a plan: vantage)");
        }
        if (!scope.times().open(now)) {
            Optional<Instant> opening = scope.times().opens(now);
            throw new Refusal(
                    ExitCode.LOCKED,
                    List.of("the scope's window is closed, nothing was sent"
                            + opening.map(at -> "; it opens at " + at).orElse("")));
        }
    }

    /**
     * @param least the time that the run takes at least
     * @throws Refusal where it cannot end in time: with code 4 where a later window is long enough, else with 64
     */
    static void toFinish(Scope scope, List<Target> targets, Duration least, Instant now) {
        if (targets.stream().allMatch(Leave::isLoopback)) {
            return;
        }
        String run = "the run takes at least " + DryRun.Spans.text(least);
        String mend = "; nothing was sent; name fewer targets or ports, share them out (--shard), or raise --rate";
        if (scope.validUntil().filter(now.plus(least)::isAfter).isPresent()) {
            throw Refusal.usage(run + ", and the scope's authorisation ends at "
                    + scope.validUntil().get() + mend);
        }
        Optional<Instant> closing = scope.times().closes(now).filter(now.plus(least)::isAfter);
        if (closing.isEmpty()) {
            return;
        }
        Duration longest = scope.times().longest(now);
        if (longest.compareTo(least) < 0) {
            throw Refusal.usage(run + ", and the scope's longest window is " + DryRun.Spans.text(longest) + mend);
        }
        throw new Refusal(
                ExitCode.LOCKED,
                List.of(run + ", and the scope's window closes at " + closing.get()
                        + "; nothing was sent; begin when it opens"
                        + scope.times().opens(now).map(at -> ", at " + at).orElse("")));
    }

    private static String by(Scope scope) {
        return scope.authorisedBy().isEmpty() ? "" : " (" + scope.authorisedBy() + ")";
    }

    private static boolean isLoopback(Target target) {
        return target instanceof Target.Addresses addresses
                ? addresses.range().first().isLoopbackAddress()
                        && addresses.range().last().isLoopbackAddress()
                : target instanceof Target.Host host && host.name().equals("localhost");
    }
}
