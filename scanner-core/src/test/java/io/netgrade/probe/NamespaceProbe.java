// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Serves on some ports of one address and probes them and others, which a firewall drops or rejects; prints how each port
 * ended, and what the run came to. The first of the open ports is visited first, where there is one.
 */
final class NamespaceProbe {
    private NamespaceProbe() {}

    /** @param arguments addresses and ports to visit, and the ports of 127.0.0.1 that are open, or none */
    public static void main(String[] arguments) throws Exception {
        PortSet open = arguments[2].equals("none") ? PortSet.NONE : PortSet.of(arguments[2]);
        for (int port : open.stream().toArray()) {
            LoopbackServer.listening("127.0.0.1", port, socket -> {
                LoopbackServer.say(socket, "ABC\n");
                LoopbackServer.readToTheEnd(socket);
            });
        }
        AddressRange addresses = AddressRange.of(arguments[0]);
        List<ProbeTarget> targets = List.of(new ProbeTarget(addresses, PortSet.of(arguments[1]), PortSet.NONE));
        Map<Endpoint, Status> endings = new TreeMap<>();
        Map<String, Integer> details = new TreeMap<>();
        List<String> seen = new CopyOnWriteArrayList<>();
        ProbeReport report = new Prober(
                        List.of(new FakeProtocol("abc", false, 1)),
                        Scope.NOTHING,
                        // Long enough for the kernel's second SYN.
                        Recorded.QUICK
                                .withTimeouts(Duration.ofMillis(1_300), Duration.ofSeconds(2), Duration.ofMillis(700))
                                .withPerHost(4)
                                .withPerNetwork(64)
                                .withConnectionsPerSecond(2_000),
                        InstantSource.system(),
                        observation -> seen.add("" + observation.service().endpoint()),
                        attempt -> note(attempt, endings, details))
                .run(targets, new Course(seed(targets, open), Share.WHOLE, 0));
        endings.forEach((endpoint, status) -> System.out.println(endpoint + " " + status.id()));
        details.forEach((detail, count) -> System.out.println("detail " + count + " " + detail));
        seen.stream().distinct().forEach(endpoint -> System.out.println("seen " + endpoint));
        report.unknownHosts().forEach(line -> System.out.println("unknown " + line));
        System.out.println("contacts " + new TreeMap<>(report.firstContacts()));
        System.out.println("stopped " + report.stopped());
        System.out.println("took " + report.took().toMillis());
        System.exit(0);
    }

    private static void note(Attempt attempt, Map<Endpoint, Status> endings, Map<String, Integer> details) {
        if (attempt.question().equals("connect")) {
            endings.put(attempt.endpoint(), attempt.status());
            details.merge(attempt.detail(), 1, Integer::sum);
        }
    }

    private static long seed(List<ProbeTarget> targets, PortSet open) {
        long seed = 0;
        while (!open.isEmpty() && !first(targets, seed).equals(endpoint(open.at(0)))) {
            seed++;
        }
        return seed;
    }

    private static Endpoint first(List<ProbeTarget> targets, long seed) {
        return new EndpointOrder(targets, new Course(seed, Share.WHOLE, 0)).next();
    }

    private static Endpoint endpoint(int port) {
        return new Endpoint(AddressRange.of("127.0.0.1").first(), port, Transport.TCP);
    }
}
