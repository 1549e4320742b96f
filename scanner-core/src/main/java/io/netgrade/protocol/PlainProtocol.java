// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.check.Check;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** A protocol put together from its parts: for those that are only listened to. Nothing is ever sent. */
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
        return "";
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

    /** The parts; {@link #build} puts them together. */
    public static final class Builder {
        private final String id;
        private final String title;
        private final Map<Transport, Set<Integer>> ports = new EnumMap<>(Transport.class);
        private final Map<Transport, Octets> beginnings = new EnumMap<>(Transport.class);
        private List<FactType> facts = List.of();
        private List<Check> checks = List.of();
        private Strength strength = Strength.GRAMMAR;
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

        public PlainProtocol build() {
            return new PlainProtocol(this);
        }
    }
}
