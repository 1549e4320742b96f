// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Sighting;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.UnknownUser;
import io.netgrade.wire.ByteView;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint, from the first connection to the last question; one connection at a time, but for an inquiry that has
 * questions to ask while others are under way.
 *
 * <p>Its protocol is found by what it says: first those that are usual on the port, then what it says when it is left to
 * speak first, then the guesses, the likeliest first. An endpoint that stays silent is waited for ever shorter
 * ({@link ProbeLimits#idle}). What was found leads on: inside TLS to what is carried there, from a protocol with a
 * word for it to TLS.
 */
final class Examination {
    /** So many silent ports of one host are asked all guesses; each further one half as many as the one before. */
    private static final int SILENT_PORTS = 2;

    private static final int FIRST_WORDS = 64;
    private static final String ASSOCIATION = "sctp.association";

    private final Endpoint endpoint;
    private final long place;
    private final IntSupplier silentPorts;
    private final BooleanSupplier gentle;
    private final Candidates candidates;
    private final ProbeLimits limits;
    private final ServiceNotes notes;
    private final Deque<Candidate> queue = new ArrayDeque<>();
    /** Asked when all else is, whatever was found. */
    private final Deque<Candidate> beside = new ArrayDeque<>();

    private final Set<String> tried = new HashSet<>();
    private @Nullable Asking current;
    private @Nullable Ended last;
    private int open;
    private boolean listening;
    private boolean mayListen;
    private boolean mayGuess;
    private boolean over;
    private Optional<String> protocol = Optional.empty();
    private String firstWords = "";
    private int silences;
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
        this.silentPorts = silentPorts;
        this.gentle = gentle;
        this.candidates = candidates;
        this.limits = limits;
        this.notes = new ServiceNotes(notes);
        this.mayListen = endpoint.transport() != Transport.UDP;
        queue.addAll(candidates.usual(endpoint));
        this.mayGuess = endpoint.transport() != Transport.SCTP
                && (mayListen || queue.isEmpty())
                && !limits.untold().contains(endpoint.port());
    }

    /** The next connection to make; empty when there is nothing more to ask, or nothing before an open one has ended. */
    Optional<Errand> next() {
        while (!over) {
            if (current != null && gentle.getAsBoolean()) {
                current.spare();
            }
            Optional<Exchange> exchange = current == null ? Optional.empty() : current.next();
            if (exchange.isPresent()) {
                return Optional.of(errand(exchange.get(), limits.exchangeTimeout()));
            }
            if (open > 0) {
                return Optional.empty();
            }
            settle();
            if (queue.isEmpty() && mayListen) {
                mayListen = false;
                listening = true;
                Exchange silence =
                        Exchange.over(endpoint.transport(), "banner", new Listening(candidates.all(), endpoint));
                return Optional.of(errand(silence, limits.bannerWait()));
            }
            advance();
        }
        return Optional.empty();
    }

    /** Told how a connection that {@link #next} gave has ended. */
    void ended(Errand errand, Ended ended) {
        open--;
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
        } else if (listening) {
            listening = false;
            listened(ended);
        } else if (current != null) {
            last = ended;
            current.ended(errand.exchange(), ended);
            if (protocol.isEmpty() && current.recognised()) {
                protocol = Optional.of(current.candidate().protocol().id());
                protocol.filter("tls"::equals).ifPresent(tls -> TlsOpening.prepare());
            }
            boolean silent = ended.heard().length() == 0 && ended.status() == Status.TIMED_OUT;
            silences = silent ? silences + 1 : 0;
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
        open--;
        if (current != null) {
            current.dropped(errand.exchange());
        }
    }

    /** Whether it has ended: nothing is asked any more, and nothing under way. */
    boolean isOver() {
        return over && open == 0;
    }

    /** Connections that {@link #next} gave and that have not ended. */
    int open() {
        return open;
    }

    /** Ends it: the host turns us away, the scope has ended, or the run is being stopped. */
    void stop() {
        if (current != null) {
            current.stop();
        }
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

    private Errand errand(Exchange exchange, Duration patience) {
        boolean here = exchange.transport() == endpoint.transport();
        boolean known = here && contact.filter(Status.ANSWERED::equals).isPresent();
        open++;
        Endpoint place = here ? endpoint : new Endpoint(endpoint.address(), endpoint.port(), exchange.transport());
        return new Errand(place, exchange, known, protocol.isPresent(), patience, listening ? 0 : silences);
    }

    /** Draws the conclusion from the inquiry that is over. */
    private void settle() {
        if (current == null) {
            return;
        }
        Candidate asked = current.candidate();
        if (current.recognised()) {
            found(asked);
        } else if (last != null) {
            mistaken(asked, last);
        }
        current = null;
        last = null;
    }

    private void mistaken(Candidate asked, Ended answer) {
        if (asked.upgrade().isPresent()) {
            return;
        }
        boolean clientFirst = asked.protocol().clientSpeaksFirst();
        boolean heard = answer.heard().length() > 0;
        if (heard) {
            speakers(asked.layers(), answer);
            mayGuess &= clientFirst;
        } else if (!asked.direct() && answer.status() == Status.NOT_THIS_PROTOCOL) {
            // TLS itself did not open, and will not for the next question.
            queue.clear();
        }
        mayListen &= clientFirst;
    }

    private void found(Candidate asked) {
        queue.clear();
        mayListen = false;
        mayGuess = false;
        if (endpoint.transport() != Transport.TCP) {
            beside.addAll(candidates.besideDatagrams(endpoint, asked.protocol()));
            return;
        }
        if (asked.direct() && asked.protocol().id().equals("tls")) {
            queue.addAll(candidates.inside(endpoint));
            beside.addAll(candidates.besideTls());
        } else if (asked.direct() && asked.protocol().startTls(endpoint).isPresent()) {
            candidates.tls().ifPresent(tls -> queue.add(Candidate.afterStartTls(tls, asked.protocol())));
        } else if (asked.upgrade().isPresent() && !asked.insideTls()) {
            queue.add(Candidate.insideStartTls(asked.upgrade().get()));
        }
    }

    private void listened(Ended ended) {
        speakers(List.of(), ended);
        boolean silent = ended.heard().length() == 0 && ended.status() == Status.TIMED_OUT;
        mayGuess &= ended.reached() && silent;
    }

    /** Puts the protocols in front that what was heard belongs to. */
    private void speakers(List<String> layers, Ended said) {
        List<Protocol> speakers = new ArrayList<>();
        try {
            speakers.addAll(Listening.speakers(candidates.all(), endpoint, said.heard(), said.below()));
        } catch (RuntimeException | StackOverflowError e) {
            fault("recognize", e);
        }
        for (Protocol speaker : speakers) {
            queue.addFirst(layers.isEmpty() ? Candidate.inClear(speaker, 1) : Candidate.insideTls(speaker));
        }
    }

    /** Begins the next inquiry, or finds that there is none. */
    private void advance() {
        boolean stream = endpoint.transport() == Transport.TCP;
        if (queue.isEmpty() && mayGuess) {
            mayGuess = false;
            List<Candidate> guesses = stream ? candidates.guesses() : candidates.datagramGuesses();
            int halvings = Math.min(16, Math.max(0, silentPorts.getAsInt() - SILENT_PORTS + 1));
            queue.addAll(guesses.subList(0, Math.min(guesses.size(), Math.max(1, guesses.size() >> halvings))));
        }
        Candidate candidate = queue.isEmpty() ? beside.poll() : queue.poll();
        if (candidate == null) {
            nameAssociation();
            over = true;
            return;
        }
        if (!tried.add(candidate.protocol().id()
                + candidate.layers()
                + candidate.upgrade().isPresent())) {
            return;
        }
        try {
            // Behind STARTTLS, TLS is asked as it is asked from the first byte on.
            boolean tlsItself = candidate.upgrade().isPresent() && !candidate.insideTls();
            List<String> carriers = tlsItself ? List.of() : candidate.layers();
            Optional<Inquiry> inquiry = candidate.protocol().inquire(endpoint, carriers);
            inquiry.ifPresent(
                    wanted -> current = new Asking(candidate, endpoint, wanted, limits.exchangesPerInquiry(), notes));
        } catch (RuntimeException | StackOverflowError e) {
            fault(candidate.protocol().id(), e);
        }
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

    private void fault(String question, Throwable fault) {
        Notes all = notes.all();
        all.attempt(new Attempt(
                endpoint,
                question,
                Status.FAULT,
                Faults.text(fault),
                all.clock().instant(),
                0,
                0,
                0));
    }
}
