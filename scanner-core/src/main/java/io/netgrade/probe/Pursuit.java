// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Protocol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Protocols that are tried at one endpoint one after another, each because of what came of those before it: first those that
 * are usual there, then what it says when it is left to speak first, then the guesses, the likeliest first. What was found
 * leads on: from a protocol with a word for it to TLS, and inside TLS to what is carried there.
 */
final class Pursuit {
    /** So many silent ports of one host are asked all guesses; each further one half as many as the one before. */
    private static final int SILENT_PORTS = 2;

    private static final int MOST_HALVINGS = 16;

    private final Endpoint endpoint;
    private final Candidates candidates;
    private final ProbeLimits limits;
    private final ServiceNotes notes;
    private final Deque<Candidate> queue = new ArrayDeque<>();
    /** Tried when all else is, whatever was found. */
    private final Deque<Candidate> beside = new ArrayDeque<>();

    private final Set<String> tried = new HashSet<>();
    private @Nullable Asking current;
    private @Nullable Ended last;
    private boolean listening;
    private boolean mayListen;
    private boolean mayGuess;
    private IntSupplier silentPorts = () -> 0;
    private boolean insideBegun;
    private int open;
    private int silences;
    private boolean over;

    private Pursuit(Endpoint endpoint, Candidates candidates, ProbeLimits limits, ServiceNotes notes) {
        this.endpoint = endpoint;
        this.candidates = candidates;
        this.limits = limits;
        this.notes = notes;
    }

    /**
     * Of an endpoint of which nothing is known yet.
     *
     * @param silentPorts how many open ports of the host in a row said nothing: where many do, it is no use to guess long
     */
    static Pursuit first(
            Endpoint endpoint, Candidates candidates, ProbeLimits limits, ServiceNotes notes, IntSupplier silentPorts) {
        Pursuit first = new Pursuit(endpoint, candidates, limits, notes);
        first.silentPorts = silentPorts;
        first.queue.addAll(candidates.usual(endpoint));
        first.mayListen = endpoint.transport() != Transport.UDP;
        first.mayGuess = endpoint.transport() != Transport.SCTP
                && (first.mayListen || first.queue.isEmpty())
                && !limits.untold().contains(endpoint.port());
        return first;
    }

    /**
     * Of what TLS carries, to go beside the questions about TLS itself; empty where those are not being asked, or it was
     * begun before.
     */
    Optional<Pursuit> insideTls() {
        if (insideBegun || current == null || !current.recognised() || !isTlsItself(current.candidate())) {
            return Optional.empty();
        }
        insideBegun = true;
        Pursuit inside = new Pursuit(endpoint, candidates, limits, notes);
        inside.goInsideTls();
        return Optional.of(inside);
    }

    /** The next question; empty when there is nothing more to ask, or nothing before an open one has ended. */
    Optional<Exchange> next() {
        while (!over) {
            Optional<Exchange> exchange = current == null ? Optional.empty() : current.next();
            if (exchange.isPresent()) {
                open++;
                return exchange;
            }
            if (open > 0) {
                return Optional.empty();
            }
            settle();
            if (queue.isEmpty() && mayListen) {
                mayListen = false;
                open++;
                listening = true;
                return Optional.of(
                        Exchange.over(endpoint.transport(), "banner", new Listening(candidates.all(), endpoint)));
            }
            advance();
        }
        return Optional.empty();
    }

    /** Told how a question that {@link #next} gave has ended. */
    void ended(Exchange exchange, Ended ended) {
        open--;
        if (listening) {
            listening = false;
            listened(ended);
        } else if (current != null) {
            last = ended;
            current.ended(exchange, ended);
            boolean silent = ended.heard().length() == 0 && ended.status() == Status.TIMED_OUT;
            silences = silent ? silences + 1 : 0;
        }
    }

    /** Told that a question that {@link #next} gave is never asked. */
    void dropped(Exchange exchange) {
        open--;
        if (current != null) {
            current.dropped(exchange);
        }
    }

    /** The host is gear to be asked gently. */
    void spare() {
        if (current != null) {
            current.spare();
        }
    }

    /** Ends it before its end. */
    void stop() {
        if (current != null) {
            current.stop();
        }
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** Whether the endpoint is being left to speak first. */
    boolean listens() {
        return listening;
    }

    /** How many questions in a row were met with silence. */
    int silences() {
        return silences;
    }

    /** The protocol that is being asked about, where the endpoint is known to speak it. */
    Optional<Protocol> recognised() {
        return Optional.ofNullable(current)
                .filter(Asking::recognised)
                .map(asking -> asking.candidate().protocol());
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
        if (isTlsItself(asked)) {
            if (!insideBegun) {
                goInsideTls();
            }
        } else if (asked.direct() && asked.protocol().startTls(endpoint).isPresent()) {
            candidates.tls().ifPresent(tls -> queue.add(Candidate.afterStartTls(tls, asked.protocol())));
        } else if (asked.upgrade().isPresent() && !asked.insideTls()) {
            queue.add(Candidate.insideStartTls(asked.upgrade().get()));
        }
    }

    private void goInsideTls() {
        queue.addAll(candidates.inside(endpoint));
        beside.addAll(candidates.besideTls());
    }

    private boolean isTlsItself(Candidate asked) {
        return endpoint.transport() == Transport.TCP
                && asked.direct()
                && asked.protocol().id().equals("tls");
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
            int halvings = Math.min(MOST_HALVINGS, Math.max(0, silentPorts.getAsInt() - SILENT_PORTS + 1));
            queue.addAll(guesses.subList(0, Math.min(guesses.size(), Math.max(1, guesses.size() >> halvings))));
        }
        Candidate candidate = queue.isEmpty() ? beside.poll() : queue.poll();
        if (candidate == null) {
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
