// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.check.Check;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A protocol put together from its parts. Without a question of its own nothing is ever sent. */
public final class PlainProtocol implements Protocol {
    private final Builder parts;

    private PlainProtocol(Builder parts) {
        this.parts = parts;
    }

    /** Begins a protocol with its {@link Protocol#id} and its {@link Protocol#title}. */
    public static Builder of(String id, String title) {
        return new Builder(id, title);
    }

    @Override
    public String id() {
        return parts.id;
    }

    @Override
    public String title() {
        return parts.title;
    }

    @Override
    public Set<Integer> usualPorts(Transport transport) {
        return parts.ports.getOrDefault(transport, Set.of());
    }

    @Override
    public boolean runsOver(Transport transport) {
        return parts.ports.containsKey(transport);
    }

    @Override
    public List<FactType> facts() {
        return parts.facts;
    }

    @Override
    public List<Check> checks() {
        return parts.checks;
    }

    @Override
    public String sends() {
        return parts.sends;
    }

    @Override
    public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
        if (parts.spared.contains(endpoint.port())) {
            return Optional.empty();
        }
        boolean behindStartTls = layers.contains(parts.id);
        List<Exchange> asked = (behindStartTls ? parts.behindStartTls : parts.questions)
                .stream()
                        .filter(question -> question.transport() == endpoint.transport())
                        .map(question -> Exchange.over(
                                question.transport(),
                                question.name(),
                                question.conversation().apply(endpoint, layers)))
                        .toList();
        // Behind STARTTLS there is no greeting, which is where software is told.
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(new ListedInquiry(
                        asked, parts.asksForSoftware && !behindStartTls, parts.together, parts.attempts));
    }

    @Override
    public Optional<Conversation> startTls(Endpoint endpoint) {
        return Optional.ofNullable(parts.startTls).map(upgrade -> upgrade.apply(endpoint));
    }

    @Override
    public Conversation carryingTls(Conversation tls) {
        return parts.tlsCarrier.apply(tls);
    }

    @Override
    public boolean clientSpeaksFirst() {
        return parts.clientSpeaksFirst;
    }

    @Override
    public boolean guessed(Transport transport) {
        return parts.guessed && parts.questions.stream().anyMatch(question -> question.transport() == transport);
    }

    @Override
    public Strength strength() {
        return parts.strength;
    }

    @Override
    public Octets begins(Transport transport) {
        return parts.beginnings.getOrDefault(transport, Octets.ANY);
    }

    @Override
    public Recognition recognize(Opening opening) {
        return parts.recognition.apply(opening);
    }

    @Override
    public Dissector dissect(Opening opening) {
        return parts.reader.apply(opening);
    }

    /** Only what was permitted is asked: a question that needs leave is not among the parts without it. */
    @Override
    public Protocol asking(Consent consent) {
        Builder permitted = parts.copy();
        parts.withLeave.stream()
                .filter(question -> question.leave().test(consent))
                .forEach(question -> permitted.questions.add(question.question()));
        return permitted.build();
    }

    private record Question(
            Transport transport, String name, BiFunction<Endpoint, List<String>, Conversation> conversation) {}

    private record WithLeave(Predicate<Consent> leave, Question question) {}

    /** The parts; {@link #build} puts them together. */
    public static final class Builder {
        private final String id;
        private final String title;
        private final Map<Transport, Set<Integer>> ports = new EnumMap<>(Transport.class);
        private final Map<Transport, Octets> beginnings = new EnumMap<>(Transport.class);
        private List<FactType> facts = List.of();
        private List<Check> checks = List.of();
        private final List<Question> questions = new ArrayList<>();
        private final List<WithLeave> withLeave = new ArrayList<>();
        private Strength strength = Strength.GRAMMAR;
        private String sends = "";
        private boolean clientSpeaksFirst = true;
        private final Set<Integer> spared = new TreeSet<>();
        private final List<Question> behindStartTls = new ArrayList<>();
        private boolean guessed = true;
        private boolean asksForSoftware = true;
        private boolean attempts;
        private Predicate<Fact> together = fact -> false;
        private @Nullable Function<Endpoint, Conversation> startTls;
        private UnaryOperator<Conversation> tlsCarrier = UnaryOperator.identity();
        private Function<Opening, Recognition> recognition = opening -> Recognition.NO;
        private Function<Opening, Dissector> reader = opening -> Presence.confirmedBy(bytes -> true);

        private Builder(String id, String title) {
            this.id = id;
            this.title = title;
        }

        /** That it runs over a transport, and the ports that are usual there, if any. */
        public Builder ports(Transport transport, Integer... usual) {
            ports.put(transport, new TreeSet<>(List.of(usual)));
            return this;
        }

        /** With which octets either side may begin over a transport; with any where nothing is said. */
        public Builder begins(Transport transport, Octets with) {
            beginnings.put(transport, with);
            return this;
        }

        public Builder facts(FactType... types) {
            facts = List.of(types);
            return this;
        }

        public Builder checks(List<Check> offered) {
            checks = new ArrayList<>(offered);
            return this;
        }

        public Builder strength(Strength of) {
            strength = of;
            return this;
        }

        public Builder recognisedBy(Function<Opening, Recognition> by) {
            recognition = by;
            return this;
        }

        public Builder readBy(Function<Opening, Dissector> by) {
            reader = by;
            return this;
        }

        /** Reads no more than whether the server's bytes are in the grammar. */
        public Builder confirmedBy(Predicate<ByteView> server) {
            return readBy(opening -> Presence.confirmedBy(server));
        }

        /** What the prober sends and in what order, for the operator; goes with at least one question. */
        public Builder sends(String told) {
            sends = told;
            return this;
        }

        /**
         * Asks this over a transport, on a connection or socket of its own; several questions over one transport are
         * asked in the order in which they are named here.
         *
         * @param question {@code protocol.subject}; names the attempt in the evidence
         */
        public Builder asks(Transport transport, String question, Supplier<Conversation> conversation) {
            return asks(transport, question, endpoint -> conversation.get());
        }

        /** The same, where the question names the endpoint it goes to. */
        public Builder asks(Transport transport, String question, Function<Endpoint, Conversation> conversation) {
            return asks(transport, question, (endpoint, layers) -> conversation.apply(endpoint));
        }

        /** The same, where the question says by what it is carried: the layers of {@link Protocol#inquire}. */
        public Builder asks(
                Transport transport, String question, BiFunction<Endpoint, List<String>, Conversation> conversation) {
            questions.add(new Question(transport, question, conversation));
            return this;
        }

        /** The same, asked last and only where the operator's consent permits it. */
        public Builder asks(
                Predicate<Consent> leave,
                Transport transport,
                String question,
                Function<Endpoint, Conversation> conversation) {
            Question asked = new Question(transport, question, (endpoint, layers) -> conversation.apply(endpoint));
            withLeave.add(new WithLeave(leave, asked));
            return this;
        }

        /** The server speaks first, so that a probe waits for its banner. */
        public Builder serverSpeaksFirst() {
            clientSpeaksFirst = false;
            return this;
        }

        /** Its questions go to its usual ports alone: nothing else is meant to hear them. */
        public Builder onUsualPortsOnly() {
            guessed = false;
            return this;
        }

        /** Usual ports at which nothing is asked: its questions are meant for the others. */
        public Builder sparing(Integer... ports) {
            spared.addAll(List.of(ports));
            return this;
        }

        /** Its questions do not ask for what the service discloses of its software. */
        public Builder asksNothingOfSoftware() {
            asksForSoftware = false;
            return this;
        }

        /**
         * Which facts tell all there is once every question was answered, though not each by itself: they are then stated
         * once more, as complete.
         */
        public Builder wholeTogether(Predicate<Fact> facts) {
            together = facts;
            return this;
        }

        /** Its questions are attempts at one thing: the next is asked only where the other side declined the one before. */
        public Builder inAttempts() {
            attempts = true;
            return this;
        }

        /** How a connection in clear is led to the start of TLS. */
        public Builder startsTlsBy(Supplier<Conversation> upgrade) {
            return startsTlsBy(endpoint -> upgrade.get());
        }

        /** The same, where the conversation names the endpoint that it goes to. */
        public Builder startsTlsBy(Function<Endpoint, Conversation> upgrade) {
            startTls = upgrade;
            return this;
        }

        /** What goes around the TLS that {@link #startsTlsBy} leads to, where that is not on the connection as it is. */
        public Builder carriesTlsIn(UnaryOperator<Conversation> carrier) {
            tlsCarrier = carrier;
            return this;
        }

        /** Asks this again inside the TLS that {@link #startsTlsBy} led to: what is offered there is another thing. */
        public Builder asksBehindStartTls(String question, Function<Endpoint, Conversation> conversation) {
            behindStartTls.add(
                    new Question(Transport.TCP, question, (endpoint, layers) -> conversation.apply(endpoint)));
            return this;
        }

        private Builder copy() {
            Builder copy = new Builder(id, title);
            copy.ports.putAll(ports);
            copy.beginnings.putAll(beginnings);
            copy.facts = facts;
            copy.checks = checks;
            copy.strength = strength;
            copy.recognition = recognition;
            copy.reader = reader;
            copy.questions.addAll(questions);
            copy.sends = sends;
            copy.clientSpeaksFirst = clientSpeaksFirst;
            copy.spared.addAll(spared);
            copy.guessed = guessed;
            copy.asksForSoftware = asksForSoftware;
            copy.together = together;
            copy.attempts = attempts;
            copy.startTls = startTls;
            copy.tlsCarrier = tlsCarrier;
            copy.behindStartTls.addAll(behindStartTls);
            return copy;
        }

        /** @throws IllegalStateException where it asks and does not say what it sends, or the other way round */
        public PlainProtocol build() {
            if (sends.isEmpty() != questions.isEmpty()) {
                throw new IllegalStateException(id + ": what is sent and what is asked must be said together");
            }
            return new PlainProtocol(this);
        }
    }
}
