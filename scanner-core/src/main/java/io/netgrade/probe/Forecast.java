// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Protocol;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run would send before anything answers, and how long that takes at least. What answers is asked on, which nobody
 * can count before.
 *
 * @param connections of TCP, one to each endpoint
 * @param associations of SCTP, one to each endpoint
 * @param datagramEndpoints of UDP that are asked something
 * @param datagrams first questions over UDP, each from a socket of its own
 * @param unasked endpoints of UDP where no protocol is asked
 * @param visits of the course, of both transports
 * @param least the time that the course takes at the set rate
 */
public record Forecast(
        long connections,
        long associations,
        long datagramEndpoints,
        long datagrams,
        long unasked,
        long visits,
        Duration least) {
    /**
     * @param targets of which everything may be touched; where they overlap, each endpoint counts once
     * @throws IllegalArgumentException where they name more than one run visits
     */
    public static Forecast of(List<ProbeTarget> targets, List<Protocol> protocols, ProbeLimits limits, Course course) {
        EndpointOrder order = new EndpointOrder(targets, course);
        Candidates candidates = new Candidates(protocols, limits);
        Map<Integer, Integer> questions = new HashMap<>();
        long connections = 0;
        long associations = 0;
        long datagramEndpoints = 0;
        long datagrams = 0;
        long unasked = 0;
        for (ProbeTarget part : DisjointTargets.of(targets)) {
            long addresses = part.addresses().size().longValueExact();
            connections += addresses * part.tcp().size();
            associations += addresses * part.sctp().size();
            for (int i = 0; i < part.udp().size(); i++) {
                Endpoint endpoint =
                        new Endpoint(part.addresses().first(), part.udp().at(i), Transport.UDP);
                int asked = questions.computeIfAbsent(endpoint.port(), port -> questions(endpoint, candidates, limits));
                datagrams += addresses * asked;
                datagramEndpoints += asked > 0 ? addresses : 0;
                unasked += asked > 0 ? 0 : addresses;
            }
        }
        long all = connections + associations + datagramEndpoints + unasked;
        long sent = share(connections + associations + datagrams, order.left(), all);
        return new Forecast(
                connections,
                associations,
                datagramEndpoints,
                datagrams,
                unasked,
                order.left(),
                limits.leastDuration(sent));
    }

    private static int questions(Endpoint endpoint, Candidates candidates, ProbeLimits limits) {
        int usual = candidates.usual(endpoint).size();
        boolean told = !limits.untold().contains(endpoint.port());
        return usual > 0 || !told ? usual : candidates.datagramGuesses().size();
    }

    private static long share(long of, long part, long whole) {
        return whole == 0
                ? 0
                : BigInteger.valueOf(of)
                        .multiply(BigInteger.valueOf(part))
                        .divide(BigInteger.valueOf(whole))
                        .longValueExact();
    }
}
