// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.ObservationSink;
import io.netgrade.fact.Sighting;
import io.netgrade.protocol.Protocol;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes observations of what readers state: adds the service, the frame and its time. What a service states again in the
 * same capture is not told again.
 */
final class Statements implements ObservationSink {
    private static final int LONGEST_EXCERPT = 256;
    private static final int MOST_REMEMBERED = 1 << 17;
    private static final long BILLION = 1_000_000_000L;

    private record Stated(Sighting service, Fact fact) {}

    private final FlowTable table;
    private final FlowCounts counts;
    private final Consumer<Observation> consumer;
    private final Set<Stated> stated = new HashSet<>();
    private final List<Observation> made = new ArrayList<>();
    private String capture = "";
    private long frame;
    private long timeNanos;
    private Flow flow;
    private boolean fromServer;

    Statements(FlowTable table, FlowCounts counts, Flow nobody, Consumer<Observation> consumer) {
        this.table = table;
        this.counts = counts;
        this.flow = nobody;
        this.consumer = consumer;
    }

    void capture(String name) {
        capture = name;
        stated.clear();
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
        fromServer = side == of.serverSide;
    }

    /** States that the service was recognised, and states it again once the server itself has confirmed it. */
    void recognised(Flow of) {
        Confidence confidence = of.confirmed ? Confidence.CONFIRMED : Confidence.LIKELY;
        if (of.protocol != null && of.announced != confidence) {
            of.announced = confidence;
            state(of, confidence, CommonFacts.RECOGNISED.complete("server"), "");
        }
    }

    @Override
    public void saw(Fact fact, String excerpt) {
        state(flow, fromServer || flow.confirmed ? Confidence.CONFIRMED : Confidence.LIKELY, fact, excerpt);
    }

    private void state(Flow of, Confidence confidence, Fact fact, String excerpt) {
        Protocol protocol = of.protocol;
        if (protocol == null) {
            return;
        }
        Sighting service = new Sighting(server(of), protocol.id(), of.layers, confidence);
        if (isNew(new Stated(service, fact))) {
            String shown = excerpt.length() > LONGEST_EXCERPT ? excerpt.substring(0, LONGEST_EXCERPT) : excerpt;
            Instant time = Instant.ofEpochSecond(Math.floorDiv(timeNanos, BILLION), Math.floorMod(timeNanos, BILLION));
            made.add(new Observation(service, fact, new Evidence(Source.CAPTURE, time, capture, frame, shown)));
        }
    }

    /** Tells what was made since the last call. Apart from the reader's call, so that no fault of one is taken for the other's. */
    void tell() {
        if (!made.isEmpty()) {
            made.forEach(consumer);
            made.clear();
        }
    }

    private boolean isNew(Stated statement) {
        if (stated.size() < MOST_REMEMBERED) {
            return stated.add(statement);
        }
        boolean known = stated.contains(statement);
        if (!known) {
            counts.hit(Limit.REPETITIONS);
        }
        return !known;
    }

    private Endpoint server(Flow of) {
        int entry = of.entry;
        Transport transport = table.isTcp(entry) ? Transport.TCP : Transport.UDP;
        return new Endpoint(address(entry, of.serverSide), table.port(entry, of.serverSide), transport);
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
