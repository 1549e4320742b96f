// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Sighting;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.UnknownUser;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * One endpoint, from the first connection to the last question; one connection at a time, but for an inquiry that has
 * questions to ask while others are under way, and for what TLS carries, which is asked about beside TLS itself.
 *
 * <p>Its protocol is found by what it says ({@link Pursuit}). An endpoint that stays silent is waited for ever shorter ({@link
 * ProbeLimits#idle}).
 */
final class Examination {
    private static final int FIRST_WORDS = 64;
    private static final String ASSOCIATION = "sctp.association";

    private final Endpoint endpoint;
    private final long place;
    private final BooleanSupplier gentle;
    private final Candidates candidates;
    private final ProbeLimits limits;
    private final ServiceNotes notes;
    /** The most urgent first. */
    private final List<Pursuit> pursuits = new ArrayList<>();

    private final IdentityHashMap<Exchange, Pursuit> open = new IdentityHashMap<>();
    private boolean over;
    private Optional<String> protocol = Optional.empty();
    private String firstWords = "";
    private Optional<Status> contact = Optional.empty();

    /**
     * @param place in the order of visits
     * @param silentPorts how many open ports of the host in a row said nothing: where many do, it is no use to guess long
     * @param gentle whether the host is gear to be asked gently, as far as is known by then
     */
    Examination(
            Endpoint endpoint,
            long place,
            Candidates candidates,
            ProbeLimits limits,
            Notes notes,
            IntSupplier silentPorts,
            BooleanSupplier gentle) {
        this.endpoint = endpoint;
        this.place = place;
        this.gentle = gentle;
        this.candidates = candidates;
        this.limits = limits;
        this.notes = new ServiceNotes(notes);
        pursuits.add(Pursuit.first(endpoint, candidates, limits, this.notes, silentPorts));
    }

    /** The next connection to make; empty when there is nothing more to ask, or nothing before an open one has ended. */
    Optional<Errand> next() {
        if (over) {
            return Optional.empty();
        }
        if (gentle.getAsBoolean()) {
            pursuits.forEach(Pursuit::spare);
        } else if (TlsOpening.isPrepared()) {
            // The few questions that follow each other go before the many that need not.
            pursuits.get(pursuits.size() - 1).insideTls().ifPresent(inside -> pursuits.add(0, inside));
        }
        for (Pursuit pursuit : pursuits) {
            Optional<Exchange> exchange = pursuit.next();
            if (exchange.isPresent()) {
                return Optional.of(errand(pursuit, exchange.get()));
            }
        }
        if (pursuits.stream().allMatch(Pursuit::isOver)) {
            nameAssociation();
            over = true;
        }
        return Optional.empty();
    }

    /** Told how a connection that {@link #next} gave has ended. */
    void ended(Errand errand, Ended ended) {
        Pursuit pursuit = Objects.requireNonNull(open.remove(errand.exchange()), "an errand ends once");
        boolean here = ended.attempt().endpoint().equals(endpoint);
        boolean reached = contact.filter(Status.ANSWERED::equals).isPresent();
        if (here && !reached) {
            contact = Optional.of(ended.reached() ? Status.ANSWERED : ended.status());
        }
        if (firstWords.isEmpty() && ended.heard().length() > 0) {
            firstWords = firstLine(ended.heard());
        }
        if (here && !reached && !ended.reached() && leadsNowhere(ended.status())) {
            over = true;
            return;
        }
        pursuit.ended(errand.exchange(), ended);
        if (protocol.isEmpty()) {
            protocol = pursuit.recognised().map(Protocol::id);
            protocol.filter("tls"::equals).ifPresent(tls -> TlsOpening.prepare());
        }
    }

    private static String firstLine(ByteView heard) {
        String beginning = heard.ascii(0, Math.min(heard.length(), FIRST_WORDS));
        int end = beginning.indexOf('\n');
        return end < 0 ? beginning : beginning.substring(0, end + 1);
    }

    /** Without a connection there is no other question; a datagram's silence only says that it was the wrong one. */
    private boolean leadsNowhere(Status status) {
        return endpoint.transport() != Transport.UDP || status == Status.REFUSED || status == Status.UNREACHABLE;
    }

    /** Told that a connection that {@link #next} gave is never made. */
    void dropped(Errand errand) {
        Objects.requireNonNull(open.remove(errand.exchange()), "an errand is dropped once")
                .dropped(errand.exchange());
    }

    /** Whether it has ended: nothing is asked any more, and nothing under way. */
    boolean isOver() {
        return over && open.isEmpty();
    }

    /** Connections that {@link #next} gave and that have not ended. */
    int open() {
        return open.size();
    }

    /** Ends it: the host turns us away, the scope has ended, or the run is being stopped. */
    void stop() {
        pursuits.forEach(Pursuit::stop);
        over = true;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** Its place in the order of visits. */
    long place() {
        return place;
    }

    /** The protocol that was recognised first; empty where none was. */
    Optional<String> protocol() {
        return protocol;
    }

    /** The first line that the service said, at most 64 bytes of it; empty where it said nothing. */
    String firstWords() {
        return firstWords;
    }

    /** How the first contact ended, {@code ANSWERED} where the endpoint is open; empty where nothing was asked. */
    Optional<Status> contact() {
        return contact;
    }

    private Errand errand(Pursuit pursuit, Exchange exchange) {
        boolean here = exchange.transport() == endpoint.transport();
        boolean known = here && contact.filter(Status.ANSWERED::equals).isPresent();
        boolean listens = pursuit.listens();
        open.put(exchange, pursuit);
        return new Errand(
                here ? endpoint : new Endpoint(endpoint.address(), endpoint.port(), exchange.transport()),
                exchange,
                known,
                protocol.isPresent(),
                listens ? limits.bannerWait() : limits.exchangeTimeout(),
                listens ? 0 : pursuit.silences());
    }

    /** Where an association was taken and nothing is known to speak there: it is one, and the port tells what it may be of. */
    private void nameAssociation() {
        boolean open = contact.filter(Status.ANSWERED::equals).isPresent();
        if (endpoint.transport() != Transport.SCTP || !open || protocol.isPresent()) {
            return;
        }
        Sighting association = new Sighting(endpoint, UnknownUser.PROTOCOL, List.of(), Confidence.CONFIRMED);
        notes.recognised(association, ASSOCIATION);
        notes.saw(association, UnknownUser.ASSOCIATION.complete(true), ASSOCIATION, "");
        for (Protocol living : candidates.living(endpoint)) {
            notes.recognised(new Sighting(endpoint, living.id(), List.of(), Confidence.PORT), ASSOCIATION);
        }
    }
}
