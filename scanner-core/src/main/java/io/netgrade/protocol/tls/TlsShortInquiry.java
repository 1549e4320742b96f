// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a relative of TLS for its versions, its suites and its certificates, one question after another. */
final class TlsShortInquiry implements Inquiry {
    private final String id;
    private final Transport transport;
    private final TlsVocabulary words;
    private final Function<TlsQuestion, TlsTalk> talks;
    private final List<TlsSuiteAsking> lines = new ArrayList<>();
    private final TlsFlightsSeen flights = new TlsFlightsSeen();
    private Optional<TlsSuiteAsking> line = Optional.empty();
    private Optional<TlsTalk> talk = Optional.empty();
    private boolean anyAccepted;
    private boolean anyClosed;
    private boolean checked;
    private boolean cut;

    /**
     * @param versions newest first
     * @param talks makes the conversation that asks a question
     */
    TlsShortInquiry(
            String id,
            Transport transport,
            TlsVocabulary words,
            List<Integer> versions,
            Function<TlsQuestion, TlsTalk> talks) {
        this.id = id;
        this.transport = transport;
        this.words = words;
        this.talks = talks;
        for (int version : versions) {
            String about = id + ".suites-" + TlsVersion.number(version);
            lines.add(new TlsSuiteAsking(TlsQuestion.all(about, version), Integer.MAX_VALUE, next -> next));
        }
    }

    @Override
    public Optional<Exchange> next() {
        for (TlsSuiteAsking candidate : lines) {
            Optional<TlsQuestion> question = cut ? Optional.empty() : candidate.next();
            if (question.isPresent()) {
                line = Optional.of(candidate);
                return Optional.of(exchange(question.get()));
            }
        }
        return stillThere().map(this::exchange);
    }

    private Exchange exchange(TlsQuestion question) {
        TlsTalk next = talks.apply(question);
        talk = Optional.of(next);
        return Exchange.over(transport, question.about(), next);
    }

    /** A server that was silent may have begun to turn us away: asks again what it is known to accept. */
    private Optional<TlsQuestion> stillThere() {
        boolean needed = anyClosed && !checked && !cut;
        checked |= needed;
        line = Optional.empty();
        return lines.stream()
                .filter(asking -> needed && asking.accepted())
                .findFirst()
                .map(asking -> asking.accepting().about(id + ".still-there"));
    }

    @Override
    public void ended(Exchange exchange, Attempt.Status status, List<Fact> stated) {
        TlsAnswer answer = talk.orElseThrow().answer(status);
        anyAccepted |= answer.accepted();
        if (answer.accepted()) {
            flights.take(answer.flight());
        }
        line.ifPresent(current -> current.heard(answer));
        anyClosed |= answer.kind() == TlsAnswer.Kind.CLOSED;
        cut |= line.isEmpty() && !answer.accepted();
        cut |= answer.kind() == TlsAnswer.Kind.LOST || answer.kind() == TlsAnswer.Kind.OTHER_PROTOCOL;
    }

    @Override
    public void conclude(ObservationSink sink) {
        if (!anyAccepted) {
            return;
        }
        boolean asked = !cut
                && checked == anyClosed
                && lines.stream().allMatch(asking -> asking.next().isEmpty());
        List<TlsSuiteAsking> accepted =
                lines.stream().filter(TlsSuiteAsking::accepted).toList();
        List<String> versions = new ArrayList<>();
        accepted.forEach(asking -> versions.add(0, TlsVersion.name(asking.version())));
        say(sink, TlsFacts.VERSIONS_ACCEPTED, asked, versions);
        accepted.forEach(asking -> say(
                sink,
                TlsFacts.SUITES_ACCEPTED,
                asked && asking.clean(),
                asking.result().values()));
        boolean whole = asked && accepted.stream().allMatch(TlsSuiteAsking::clean);
        curves(sink, accepted);
        flights.primes().forEach(bits -> say(sink, TlsFacts.DH_GROUP, whole, bits));
        flights.chains().forEach(chain -> read(chain).facts(whole, words).forEach(sink::saw));
        if (flights.whole()) {
            say(sink, TlsFacts.CLIENT_CERTIFICATE, whole, flights.certificateRequested());
        }
        session(sink, whole);
    }

    private TlsChain read(List<byte[]> chain) {
        return words.isOf(TlsCarrier.TLCP) ? TlsChain.ofPair(chain) : TlsChain.of(chain);
    }

    private void curves(ObservationSink sink, List<TlsSuiteAsking> accepted) {
        List<String> curves = accepted.stream()
                .flatMap(asking -> flights.curves(asking.version()).stream())
                .distinct()
                .map(TlsNames.GROUPS::name)
                .toList();
        if (!curves.isEmpty()) {
            say(sink, TlsFacts.GROUPS_ACCEPTED, false, curves);
        }
    }

    private void session(ObservationSink sink, boolean whole) {
        @Nullable
        Object[] values = {
            flights.renegotiationSecured().orElse(null),
            flights.masterSecretExtended().orElse(null),
            flights.macLast().orElse(null),
            null
        };
        if (flights.renegotiationSecured().isPresent()) {
            say(sink, TlsFacts.SESSION, whole, values);
        }
    }

    private void say(ObservationSink sink, FactType ofTls, boolean complete, @Nullable Object... values) {
        if (words.has(ofTls)) {
            FactType own = words.of(ofTls);
            sink.saw(complete ? own.complete(values) : own.partial(values));
        }
    }
}
