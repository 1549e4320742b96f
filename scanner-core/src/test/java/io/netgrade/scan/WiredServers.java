// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Observation;
import io.netgrade.lab.Lab;
import io.netgrade.lab.LabServer;
import io.netgrade.lab.NginxServer;
import io.netgrade.lab.OpenSshServer;
import io.netgrade.lab.Place;
import io.netgrade.lab.RunningServer;
import io.netgrade.lab.SnmpServer;
import io.netgrade.probe.Course;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.probe.raw.BadWire.Conditions;
import io.netgrade.probe.raw.TwoNetworks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Real servers at the far end of a {@link io.netgrade.probe.raw.BadWire}, and what a look at them learns. Beside them are ten ports that say a
 * word of no protocol, eighty that are closed, and ten of which packets are dropped.
 */
final class WiredServers implements AutoCloseable {
    private static final String THERE = "10.77.0.2";
    private static final ProbeLimits LIMITS =
            ProbeLimits.GENTLE.withConnectionsPerSecond(500).withPerHost(8).withGuesses(2, 2);

    private final List<RunningServer> running = new ArrayList<>();
    private final List<ServerSocket> speaking = new ArrayList<>();
    private final TwoNetworks networks;
    private PortSet ports = PortSet.NONE;
    private PortSet datagramPorts = PortSet.NONE;
    private @Nullable Look clean;

    /** What one look learnt. */
    record Look(Collected collected, Duration took) {
        Set<String> facts(boolean complete) {
            return collected.observations().stream()
                    .filter(seen -> !complete || seen.fact().complete())
                    .map(Look::text)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Complete facts that another look has not, or of which it says another thing. What is not known is not told. */
        Set<String> beyond(Look other) {
            return collected.observations().stream()
                    .filter(seen -> seen.fact().complete())
                    .filter(seen -> other.collected.observations().stream().noneMatch(more -> hasAll(more, seen)))
                    .map(Look::text)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static boolean hasAll(Observation more, Observation told) {
            Map<String, Object> fields = timeless(more);
            return about(more).equals(about(told))
                    && fields.isEmpty() == timeless(told).isEmpty()
                    && fields.entrySet().containsAll(timeless(told).entrySet());
        }

        private static String text(Observation seen) {
            return about(seen) + timeless(seen);
        }

        private static String about(Observation seen) {
            return seen.service().endpoint() + " " + seen.service().layers()
                    + seen.service().protocol() + " " + seen.fact().type()
                    + (seen.fact().complete() ? " " : " in part ");
        }

        /** Without the moment at which an engine of SNMP said how long it runs. */
        private static Map<String, Object> timeless(Observation seen) {
            Map<String, Object> fields = new LinkedHashMap<>(seen.fact().value());
            fields.remove("time");
            return fields;
        }

        /** The questions that open ports left unanswered, for whoever reads of a failure. */
        String unanswered() {
            return collected.attempts().stream()
                    .filter(attempt -> !attempt.question().equals("connect") && attempt.status() != Status.ANSWERED)
                    .map(attempt -> attempt.endpoint().port() + " " + attempt.question() + " "
                            + attempt.status() + " " + attempt.detail() + " after " + attempt.millis() + " ms, "
                            + attempt.received() + " octets")
                    .collect(Collectors.joining("; "));
        }

        Set<Endpoint> open() {
            return contacts(Status.ANSWERED);
        }

        Set<Endpoint> contacts(Status status) {
            return collected.attempts().stream()
                    .filter(attempt -> attempt.question().equals("connect") && attempt.status() == status)
                    .map(Attempt::endpoint)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A server of the lab at an address of the other network. */
    private record Elsewhere(LabServer server) implements LabServer {
        @Override
        public String name() {
            return server.name();
        }

        @Override
        public String address() {
            return THERE;
        }

        @Override
        public void prepare(Place place) throws IOException {
            server.prepare(place);
        }

        @Override
        public List<String> command(Place place) {
            return server.command(place);
        }

        @Override
        public boolean answers(Place place) throws IOException {
            return server.answers(place);
        }
    }

    private WiredServers(TwoNetworks networks) {
        this.networks = networks;
    }

    /** Started, with a wire that does nothing to packets. */
    static WiredServers started() throws Exception {
        WiredServers servers = new WiredServers(TwoNetworks.over(Conditions.CLEAN));
        try {
            servers.start();
            return servers;
        } catch (Exception | Error e) {
            servers.close();
            throw e;
        }
    }

    private void start() throws Exception {
        networks.commandThere(
                "nft",
                "add table inet t; add chain inet t c { type filter hook input priority 0; };"
                        + " add rule inet t c tcp dport 6000-6009 drop");
        List<Integer> services = new ArrayList<>();
        for (LabServer server : List.of(OpenSshServer.strong(), NginxServer.strong(), SnmpServer.v2c())) {
            RunningServer started = networks.there(() -> Lab.start(new Elsewhere(server)));
            running.add(started);
            services.add(started.port());
        }
        for (int port = 4_100; port < 4_110; port++) {
            speaking.add(speaker(port));
        }
        datagramPorts = PortSet.of(services.get(2));
        ports = PortSet.of("4100-4109,6000-6009,7000-7079," + services.get(0) + "," + services.get(1));
    }

    private ServerSocket speaker(int port) throws Exception {
        ServerSocket listener = networks.there(() -> new ServerSocket(port, 64, InetAddress.getByName(THERE)));
        Thread thread = new Thread(() -> speak(listener));
        thread.setDaemon(true);
        thread.start();
        return listener;
    }

    private static void speak(ServerSocket listener) {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                socket.setSoTimeout(5_000);
                socket.getOutputStream().write(new byte[] {'?', '\r', '\n'});
                socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                // That one is over; the next is spoken to, where there is one.
            }
        }
    }

    /** What a wire that does nothing to packets shows of them. */
    Look clean() throws Exception {
        if (clean == null) {
            clean = look(Conditions.CLEAN);
        }
        return clean;
    }

    /** Packets that the wire has lost so far. */
    long lost() {
        return networks.wire().lost();
    }

    Look look(Conditions conditions) throws Exception {
        networks.wire().become(conditions);
        long began = System.nanoTime();
        Scope scope = new Scope(
                List.of(AddressRange.of(THERE)), Set.of(), List.of(), PortSet.ALL, "the test", Optional.empty());
        Targets targets =
                Targets.of(List.of(Target.of(THERE)), new Targets.Ports(ports, datagramPorts), scope, Instant.now());
        try (Collector collector = new Collector(Optional.empty())) {
            networks.here(() -> {
                Probing.examine(
                        targets, ProtocolCatalog.asked(), LIMITS, Course.WHOLE, InstantSource.system(), collector);
                return null;
            });
            Collected collected =
                    collector.collected(Runs.begin("scan", "0", "untrusted", true, Instant.now()), Instant.now());
            return new Look(collected, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    @Override
    public void close() throws IOException {
        for (RunningServer each : running) {
            each.close();
        }
        for (ServerSocket each : speaking) {
            each.close();
        }
        networks.close();
    }
}
