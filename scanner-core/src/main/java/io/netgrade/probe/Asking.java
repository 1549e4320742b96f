// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Sighting;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.VersionWords;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * One protocol's inquiry at one endpoint, as it goes on. Turns what its exchanges state into observations and bounds how
 * many exchanges there are. A fault of the protocol's own code becomes an attempt, and the end of the inquiry.
 */
final class Asking {
    private final Candidate candidate;
    private final Endpoint endpoint;
    private final Inquiry inquiry;
    private final int most;
    private final ServiceNotes notes;
    /** Those under way, by how they go over the wire. */
    private final IdentityHashMap<Exchange, Exchange> open = new IdentityHashMap<>();

    private int exchanges;
    private boolean recognised;
    private boolean over;
    private boolean concluded;
    private boolean answeredInFull = true;
    /** Whether words were said that may tell a version, of software that netgrade does not know. */
    private boolean versionPerhapsTold;

    private Optional<Fact> softwareTold = Optional.empty();

    /** @param most exchanges; after so many the rest is left unasked and said to be */
    Asking(Candidate candidate, Endpoint endpoint, Inquiry inquiry, int most, ServiceNotes notes) {
        this.candidate = candidate;
        this.endpoint = endpoint;
        this.inquiry = inquiry;
        this.most = most;
        this.notes = notes;
    }

    /** The next exchange, as it goes over the wire; empty when the inquiry is over, or waits for one that is open. */
    Optional<Exchange> next() {
        if (!open.isEmpty() && (over || !recognised || !inquiry.severalAtOnce())) {
            return Optional.empty();
        }
        if (over || (!recognised && exchanges >= candidate.tries())) {
            stop();
            return Optional.empty();
        }
        try {
            Optional<Exchange> wanted = inquiry.next();
            if (wanted.isPresent() && exchanges < most) {
                exchanges++;
                Exchange carried = carried(wanted.get());
                open.put(carried, wanted.get());
                return Optional.of(carried);
            }
            wanted.ifPresent(this::spent);
            if (wanted.isEmpty()) {
                over = open.isEmpty();
                conclude();
                return Optional.empty();
            }
        } catch (RuntimeException | StackOverflowError e) {
            fault(e);
        }
        stop();
        return Optional.empty();
    }

    /** Told how an exchange that {@link #next} gave has ended. */
    void ended(Exchange carried, Ended ended) {
        Exchange exchange = open.remove(carried);
        if (exchange == null) {
            return;
        }
        answeredInFull &= ended.status() == Status.ANSWERED;
        if (ended.spoke() || ended.status() == Status.ANSWERED) {
            recognised = true;
            notes.recognised(sighting(candidate.protocol(), ended), exchange.question());
        }
        List<Fact> own = new ArrayList<>();
        for (Ended.Stated stated : ended.stated()) {
            if (!stated.inside().isEmpty()) {
                carries(stated, ended, exchange.question());
                continue;
            }
            boolean upgrade = candidate.upgrade().isPresent() && stated.conversation() == 0;
            Sighting service =
                    upgrade ? inClear(candidate.upgrade().get(), ended) : sighting(candidate.protocol(), ended);
            notes.saw(service, stated.fact(), exchange.question(), stated.excerpt());
            heard(stated.fact(), stated.excerpt());
            if (!upgrade) {
                own.add(stated.fact());
            }
        }
        try {
            inquiry.ended(exchange, ended.status(), own);
        } catch (RuntimeException | StackOverflowError e) {
            fault(e);
        }
        conclude();
    }

    /** Takes an exchange back that {@link #next} gave and that was never made. */
    void dropped(Exchange carried) {
        open.remove(carried);
        stop();
    }

    /** What the protocol carries is a service of its own, with the carrier among its layers. */
    private void carries(Ended.Stated stated, Ended ended, String question) {
        List<String> layers = new ArrayList<>(candidate.layers());
        layers.add(candidate.protocol().id());
        Sighting inside = new Sighting(ended.attempt().endpoint(), stated.inside(), layers, Confidence.CONFIRMED);
        notes.recognised(inside, question);
        if (!stated.fact().is(CommonFacts.RECOGNISED)) {
            notes.saw(inside, stated.fact(), question, stated.excerpt());
        }
    }

    /** Ends the inquiry before its end, with what all its exchanges together show; the rest is not asked. */
    void stop() {
        answeredInFull = false;
        over = true;
        conclude();
    }

    /** The host is gear to be asked gently. */
    void spare() {
        inquiry.spare();
    }

    /** Whether an exchange is under way. */
    boolean waits() {
        return !open.isEmpty();
    }

    private void conclude() {
        if (!over || concluded || !open.isEmpty()) {
            return;
        }
        concluded = true;
        if (!recognised) {
            return;
        }
        List<Ended.Stated> concluded = new ArrayList<>();
        try {
            inquiry.conclude((fact, excerpt) -> concluded.add(new Ended.Stated(0, "", fact, excerpt)));
        } catch (RuntimeException | StackOverflowError e) {
            fault(e);
        }
        Sighting service = service(candidate.protocol(), endpoint);
        concluded.forEach(
                stated -> notes.saw(service, stated.fact(), candidate.protocol().id(), stated.excerpt()));
        concluded.forEach(stated -> heard(stated.fact(), stated.excerpt()));
        if (answeredInFull && mayTellSoftware()) {
            allTold()
                    .ifPresent(fact ->
                            notes.saw(service, fact, candidate.protocol().id(), ""));
        }
    }

    private void heard(Fact fact, String excerpt) {
        versionPerhapsTold |= VersionWords.within(wordsBeside(fact, excerpt));
        if (fact.is(CommonFacts.SOFTWARE) && (softwareTold.isEmpty() || fact.complete() || versioned(fact))) {
            softwareTold = Optional.of(fact);
        }
    }

    /** What was said of software that is not known, or beside the name of one whose version was not read. */
    private static String wordsBeside(Fact fact, String excerpt) {
        if (fact.is(CommonFacts.GREETING)) {
            return fact.text("text").orElse("");
        }
        boolean named = fact.is(CommonFacts.SOFTWARE) && !versioned(fact);
        return named ? fact.text("product").orElse("") + " " + excerpt : "";
    }

    /** That the service tells no more of its software than it did, where it was asked in full. */
    private Optional<Fact> allTold() {
        if (versionPerhapsTold) {
            return Optional.empty();
        }
        if (softwareTold.isEmpty()) {
            return Optional.of(CommonFacts.SOFTWARE.none());
        }
        Fact told = softwareTold.get();
        return told.complete() || versioned(told)
                ? Optional.empty()
                : Optional.of(new Fact(told.type(), true, told.value()));
    }

    private static boolean versioned(Fact software) {
        return software.text("version").isPresent();
    }

    private boolean mayTellSoftware() {
        return inquiry.asksForSoftware() && candidate.protocol().facts().contains(CommonFacts.SOFTWARE);
    }

    /** Whether the endpoint speaks the protocol. */
    boolean recognised() {
        return recognised;
    }

    Candidate candidate() {
        return candidate;
    }

    private Exchange carried(Exchange exchange) {
        if (candidate.upgrade().isEmpty()) {
            return candidate.layers().isEmpty() ? exchange : exchange.insideTls();
        }
        Protocol upgraded = candidate.upgrade().get();
        Conversation upgrade = upgraded.startTls(endpoint).orElseThrow();
        return candidate.insideTls()
                ? exchange.after(upgrade).insideTls()
                : exchange.carriedBy(upgraded::carryingTls).after(upgrade);
    }

    private void spent(Exchange exchange) {
        note(exchange.question(), Status.BUDGET_SPENT, "more than " + most + " exchanges");
        inquiry.ended(exchange, Status.BUDGET_SPENT, List.of());
    }

    private void fault(Throwable fault) {
        over = true;
        concluded = true;
        note(candidate.protocol().id(), Status.FAULT, Faults.text(fault));
    }

    private void note(String question, Status status, String detail) {
        Notes all = notes.all();
        all.attempt(new Attempt(endpoint, question, status, detail, all.clock().instant(), 0, 0, 0));
    }

    private Sighting sighting(Protocol speaker, Ended ended) {
        return service(speaker, ended.attempt().endpoint());
    }

    /** The service whose STARTTLS was used. */
    private static Sighting inClear(Protocol speaker, Ended ended) {
        return new Sighting(ended.attempt().endpoint(), speaker.id(), List.of(), Confidence.CONFIRMED);
    }

    private Sighting service(Protocol speaker, Endpoint at) {
        boolean own = speaker.id().equals(candidate.protocol().id());
        return new Sighting(at, speaker.id(), own ? candidate.layers() : List.of(), Confidence.CONFIRMED);
    }
}
