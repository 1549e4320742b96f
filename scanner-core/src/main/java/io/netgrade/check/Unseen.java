// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.check.Endings.Stop;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Observations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Why a fact was not seen at an endpoint: told by how the attempts there ended, or by the lack of any. */
final class Unseen {
    private static final String COMMON = "service";
    private static final String CONNECT = "connect";

    /** The commonest verdict of all, made once for each check. */
    private static final Map<FieldCheck, Verdict> NOT_IN_CAPTURES = new ConcurrentHashMap<>();

    private Unseen() {}

    static Verdict verdict(FieldCheck check, Observations seen) {
        if (seen.attempts().isEmpty() && seen.seenBy(Source.CAPTURE)) {
            return NOT_IN_CAPTURES.computeIfAbsent(check, Unseen::notInCaptures);
        }
        String protocol = protocolOf(check.id());
        Endings endings = Endings.of(seen);
        Predicate<String> ofIt =
                question -> protocol.equals(COMMON) || protocolOf(question).equals(protocol);
        Optional<Stop> stopped = endings.lastStop(ofIt).or(() -> endings.lastStop(CONNECT::equals));
        if (stopped.isPresent()) {
            Stop stop = stopped.get();
            String why =
                    stop.detail().isEmpty() ? stop.status().id() : stop.status().id() + ", " + stop.detail();
            return unknown(reason(stop), stop.question() + ": " + why);
        }
        boolean asked = endings.asked(ofIt);
        if (!asked && seen.seenBy(Source.CAPTURE)) {
            return notInCaptures(check);
        }
        return unknown(
                UnknownReason.NOT_ASKED,
                asked
                        ? "the answers do not say " + check.fact().id()
                        : check.fact().id() + " was not asked");
    }

    private static Verdict notInCaptures(FieldCheck check) {
        return unknown(
                check.unseenInCaptures(), "no capture shows " + check.fact().id() + ", and it was not asked");
    }

    private static UnknownReason reason(Stop stop) {
        if (stop.detail().startsWith(Attempt.NO_SCTP)) {
            return UnknownReason.NO_SCTP;
        }
        return switch (stop.status()) {
            case ANSWERED, NOT_THIS_PROTOCOL -> UnknownReason.NOT_ASKED;
            case BANNED -> UnknownReason.BANNED;
            case BUDGET_SPENT -> UnknownReason.BUDGET_SPENT;
            case CLOSED_EARLY, RESET -> UnknownReason.CLOSED_EARLY;
            case FAULT -> UnknownReason.PROBE_FAULT;
            case FILTERED -> UnknownReason.FILTERED;
            case OUT_OF_SCOPE -> UnknownReason.OUT_OF_SCOPE;
            case OUT_OF_WINDOW -> UnknownReason.OUT_OF_WINDOW;
            case REFUSED, UNREACHABLE -> UnknownReason.UNREACHABLE;
            case TIMED_OUT -> UnknownReason.TIMED_OUT;
        };
    }

    private static Verdict unknown(UnknownReason reason, String detail) {
        return Verdict.unknown(reason, detail, List.of());
    }

    private static String protocolOf(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }
}
