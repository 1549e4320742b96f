// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import io.netgrade.endpoint.Transport;
import io.netgrade.probe.ProbeLimits;
import io.netgrade.protocol.Protocol;
import io.netgrade.scan.ProtocolCatalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ports for the servers of tests, and closed ports: each is given once, so that none is taken by another test; none is of
 * those that the system gives to connections, so that none is taken by a connection; and none says anything by its number,
 * as the usual ports of protocols do and those that are told nothing but their protocol's words, or by its neighbours.
 */
public final class FreePorts {
    private static final int FIRST = 20_001;
    private static final int LAST = 65_535;
    private static final Path GIVEN_TO_CONNECTIONS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    private static final List<Integer> PORTS = ports();
    private static final AtomicInteger GIVEN = new AtomicInteger();

    private FreePorts() {}

    /** A port that is free on every address of this machine, for TCP and for UDP, and stays so until its user takes it. */
    public static int next() {
        for (int tries = 0; tries < PORTS.size(); tries++) {
            int port = PORTS.get(Math.floorMod(GIVEN.getAndIncrement(), PORTS.size()));
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free, of " + PORTS.size());
    }

    /** The port that is wanted, or, where that is 0, the {@link #next}. */
    static int orNext(int wanted) {
        return wanted == 0 ? next() : wanted;
    }

    private static boolean isFree(int port) {
        try (Socket stream = new Socket();
                DatagramSocket datagrams = new DatagramSocket(port)) {
            stream.bind(new InetSocketAddress(port));
            return datagrams.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static List<Integer> ports() {
        Set<Integer> telling = new HashSet<>();
        for (Protocol protocol : ProtocolCatalog.all()) {
            for (Transport transport : Transport.values()) {
                telling.addAll(protocol.usualPorts(transport));
            }
        }
        String[] connections = range().split("\\s+");
        int from = Integer.parseInt(connections[0]);
        int to = Integer.parseInt(connections[1]);
        List<Integer> ports = IntStream.rangeClosed(FIRST, LAST)
                .filter(port -> port < from || port > to)
                .filter(port ->
                        !telling.contains(port) && !ProbeLimits.GENTLE.untold().contains(port))
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(ports, new SecureRandom());
        return List.copyOf(ports);
    }

    /** In one read, as the kernel gives such a file: one of a byte ends it. */
    private static String range() {
        try (BufferedReader file = Files.newBufferedReader(GIVEN_TO_CONNECTIONS)) {
            return file.readLine();
        } catch (IOException e) {
            throw new IllegalStateException("cannot tell which ports the system gives to connections", e);
        }
    }
}
