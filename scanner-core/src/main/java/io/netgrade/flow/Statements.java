// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.ObservationSink;
import io.netgrade.fact.Sighting;
import io.netgrade.fact.Statement;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.UnknownUser;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes observations of what readers state: adds the service, the frame and its time. What a service states again in the
 * same capture is not told again.
 */
final class Statements implements ObservationSink {
    private static final int LONGEST_EXCERPT = 256;
    private static final int MOST_REMEMBERED = 1 << 17;
    private static final int MOST_SHARED = 1 << 16;
    private static final long BILLION = 1_000_000_000L;

    private static final Fact SERVES = CommonFacts.RECOGNISED.complete("server");
    private static final Fact IS_PEER = CommonFacts.RECOGNISED.complete("peer");

    private final FlowTable table;
    private final FlowCounts counts;
    private final Consumer<Observation> consumer;
    private final Set<Statement> stated = new HashSet<>();
    private final List<Observation> made = new ArrayList<>();
    /** Equal ones are one object: a capture shows the same thing of many services, and many things of one. */
    private final Map<Object, Object> shared = new HashMap<>();

    private final Hearing.All hearings = new Hearing.All();
    private final List<String> captures = new ArrayList<>(List.of(""));
    private String capture = "";
    private long frame;
    private long timeNanos;
    private Flow flow;
    private int speaker;

    Statements(FlowTable table, FlowCounts counts, Flow nobody, Consumer<Observation> consumer) {
        this.table = table;
        this.counts = counts;
        this.flow = nobody;
        this.consumer = consumer;
    }

    void capture(String name) {
        capture = name;
        captures.add(name);
        stated.clear();
        shared.clear();
    }

    /** Of the capture that is read now, among all. */
    int captureNumber() {
        return captures.size() - 1;
    }

    String capture() {
        return capture;
    }

    /** Where in the capture the bytes stand that are read from now on. */
    void frame(long number, long nanos) {
        frame = number;
        timeNanos = nanos;
    }

    long frame() {
        return frame;
    }

    /** Whose reader speaks from now on. */
    void reader(Flow of, int side) {
        flow = of;
        speaker = side;
    }

    /** States that the service was recognised, and states it again once its own bytes have confirmed it. */
    void recognised(Flow of, int side) {
        int service = of.serviceSide(side);
        Confidence confidence = confidence(of, of.confirmed[service]);
        if (of.protocol != null && of.announced[service] != confidence) {
            of.announced[service] = confidence;
            state(of, service, confidence, of.peers ? IS_PEER : SERVES, "");
            if (confidence == Confidence.CONFIRMED) {
                confirm(of);
            }
        }
    }

    /** What was heard before the service confirmed itself was said to it: it is stated again, as sure as the service is. */
    private void confirm(Flow of) {
        Hearing hearing = of.hearing;
        if (hearing == null) {
            return;
        }
        of.hearing = null;
        for (Observation one : hearing.heard()) {
            Sighting before = one.service();
            Sighting service =
                    new Sighting(before.endpoint(), before.protocol(), before.layers(), Confidence.CONFIRMED);
            if (isNew(new Statement(service, one.fact()))) {
                made.add(new Observation(service, one.fact(), one.evidence()));
            }
        }
    }

    /** States that an association was accepted whose user nothing was heard of. */
    void association(int entry, int serverSide, int captureNumber) {
        capture = captures.get(captureNumber);
        Sighting service =
                new Sighting(endpoint(entry, serverSide), UnknownUser.PROTOCOL, List.of(), Confidence.CONFIRMED);
        frame = table.sequence(entry, serverSide);
        timeNanos = table.lastSeen(entry);
        make(flow, service, SERVES, "");
        make(flow, service, UnknownUser.ASSOCIATION.partial(true), "");
    }

    @Override
    public void saw(Fact fact, String excerpt) {
        int service = flow.serviceSide(speaker);
        state(flow, service, confidence(flow, speaker == service || flow.confirmed[service]), doubted(fact), excerpt);
    }

    /** Where segments contradict each other, what was read is not known to be all there is. */
    private Fact doubted(Fact fact) {
        return flow.contradicted && fact.complete() ? new Fact(fact.type(), false, fact.value()) : fact;
    }

    @Override
    public void sawInside(String protocol, Fact fact, String excerpt) {
        Protocol carrier = flow.protocol;
        if (carrier == null) {
            return;
        }
        int service = flow.serviceSide(speaker);
        Confidence confidence = confidence(flow, speaker == service || flow.confirmed[service]);
        Sighting inside = shared(
                new Sighting(endpoint(flow.entry, service), protocol, with(flow.layers, carrier.id()), confidence),
                Sighting.class);
        if (!fact.type().equals(CommonFacts.RECOGNISED.id())) {
            make(flow, inside, SERVES, "");
        }
        make(flow, inside, doubted(fact), excerpt);
    }

    private static List<String> with(List<String> layers, String carrier) {
        List<String> all = new ArrayList<>(layers);
        all.add(carrier);
        return all;
    }

    private static Confidence confidence(Flow of, boolean own) {
        Confidence heard = own ? Confidence.CONFIRMED : Confidence.LIKELY;
        return heard.compareTo(of.ceiling) < 0 ? heard : of.ceiling;
    }

    private void state(Flow of, int side, Confidence confidence, Fact fact, String excerpt) {
        Protocol protocol = of.protocol;
        if (protocol != null) {
            make(of, service(of, side, protocol.id(), confidence), fact, excerpt);
        }
    }

    /** The service that a side of a flow is, as an object that the flow keeps while nothing of it changes. */
    private Sighting service(Flow of, int side, String protocol, Confidence confidence) {
        Sighting last = of.services[side];
        if (last != null
                && last.confidence() == confidence
                && last.protocol().equals(protocol)
                && last.layers().equals(of.layers)) {
            return last;
        }
        Sighting service =
                shared(new Sighting(endpoint(of.entry, side), protocol, of.layers, confidence), Sighting.class);
        of.services[side] = service;
        return service;
    }

    private <T> T shared(T one, Class<T> kind) {
        Object known = shared.get(one);
        if (known != null) {
            return kind.cast(known);
        }
        if (shared.size() < MOST_SHARED) {
            shared.put(one, one);
        }
        return one;
    }

    private void make(Flow of, Sighting service, Fact said, String excerpt) {
        Fact fact = shared(said, Fact.class);
        boolean unsure = service.confidence() == Confidence.LIKELY && of.ceiling == Confidence.CONFIRMED;
        boolean kept = unsure && (of.hearing == null || of.hearing.open());
        boolean fresh = isNew(new Statement(service, fact));
        if (fresh || kept) {
            String shown = excerpt.length() > LONGEST_EXCERPT ? excerpt.substring(0, LONGEST_EXCERPT) : excerpt;
            Instant time = Instant.ofEpochSecond(Math.floorDiv(timeNanos, BILLION), Math.floorMod(timeNanos, BILLION));
            Observation one = new Observation(service, fact, new Evidence(Source.CAPTURE, time, capture, frame, shown));
            if (kept) {
                keep(of, one);
            }
            if (fresh) {
                made.add(one);
            }
        }
    }

    private void keep(Flow of, Observation one) {
        Hearing hearing = of.hearing;
        if (hearing == null) {
            hearing = hearings.begin();
            of.hearing = hearing;
        }
        hearing.add(one);
    }

    /** Tells what was made since the last call. Apart from the reader's call, so that no fault of one is taken for the other's. */
    void tell() {
        if (!made.isEmpty()) {
            made.forEach(consumer);
            made.clear();
        }
    }

    private boolean isNew(Statement statement) {
        if (stated.size() < MOST_REMEMBERED) {
            return stated.add(statement);
        }
        boolean known = stated.contains(statement);
        if (!known) {
            counts.hit(Limit.REPETITIONS);
        }
        return !known;
    }

    private Endpoint endpoint(int entry, int side) {
        return new Endpoint(address(entry, side), table.port(entry, side), table.transport(entry));
    }

    private InetAddress address(int entry, int side) {
        long low = table.addressLow(entry, side);
        byte[] bytes = table.isIpv6(entry)
                ? ByteBuffer.allocate(16)
                        .putLong(table.addressHigh(entry, side))
                        .putLong(low)
                        .array()
                : ByteBuffer.allocate(4).putInt((int) low).array();
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 and 16 bytes are addresses", e);
        }
    }
}
