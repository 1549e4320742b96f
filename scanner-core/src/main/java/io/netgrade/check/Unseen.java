// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Observations;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Why a fact was not seen at an endpoint: told by how the attempts there ended, or by the lack of any. */
final class Unseen {
    private static final String COMMON = "service";
    private static final Comparator<Attempt> LATEST = Comparator.comparing(Attempt::time)
            .thenComparing(Attempt::status)
            .thenComparing(Attempt::question)
            .thenComparing(Attempt::detail);

    /** The commonest verdict of all, made once for each check. */
    private static final Map<FieldCheck, Verdict> NOT_IN_CAPTURES = new ConcurrentHashMap<>();

    private Unseen() {}

    static Verdict verdict(FieldCheck check, Observations seen) {
        if (seen.attempts().isEmpty() && seen.seenBy(Source.CAPTURE)) {
            return NOT_IN_CAPTURES.computeIfAbsent(check, Unseen::notInCaptures);
        }
        String protocol = protocolOf(check.id());
        List<Attempt> asked = seen.attempts().stream()
                .filter(attempt -> protocol.equals(COMMON)
                        || protocolOf(attempt.question()).equals(protocol))
                .toList();
        Optional<Attempt> stopped = latestStopped(asked).or(() -> latestStopped(connects(seen)));
        if (stopped.isPresent()) {
            Attempt attempt = stopped.get();
            String why = attempt.detail().isEmpty()
                    ? attempt.status().id()
                    : attempt.status().id() + ", " + attempt.detail();
            return unknown(reason(attempt), attempt.question() + ": " + why);
        }
        if (asked.isEmpty() && seen.seenBy(Source.CAPTURE)) {
            return notInCaptures(check);
        }
        return unknown(
                UnknownReason.NOT_ASKED,
                asked.isEmpty()
                        ? check.fact().id() + " was not asked"
                        : "the answers do not say " + check.fact().id());
    }

    private static Verdict notInCaptures(FieldCheck check) {
        return unknown(
                check.unseenInCaptures(), "no capture shows " + check.fact().id() + ", and it was not asked");
    }

    private static List<Attempt> connects(Observations seen) {
        return seen.attempts().stream()
                .filter(attempt -> attempt.question().equals("connect"))
                .toList();
    }

    private static Optional<Attempt> latestStopped(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.status() != Status.ANSWERED && attempt.status() != Status.NOT_THIS_PROTOCOL)
                .max(LATEST);
    }

    private static UnknownReason reason(Attempt attempt) {
        if (attempt.detail().startsWith(Attempt.NO_SCTP)) {
            return UnknownReason.NO_SCTP;
        }
        return switch (attempt.status()) {
            case ANSWERED, NOT_THIS_PROTOCOL -> UnknownReason.NOT_ASKED;
            case BANNED -> UnknownReason.BANNED;
            case BUDGET_SPENT -> UnknownReason.BUDGET_SPENT;
            case CLOSED_EARLY -> UnknownReason.CLOSED_EARLY;
            case FAULT -> UnknownReason.PROBE_FAULT;
            case FILTERED -> UnknownReason.FILTERED;
            case OUT_OF_SCOPE -> UnknownReason.OUT_OF_SCOPE;
            case OUT_OF_WINDOW -> UnknownReason.OUT_OF_WINDOW;
            case REFUSED, RESET, UNREACHABLE -> UnknownReason.UNREACHABLE;
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
