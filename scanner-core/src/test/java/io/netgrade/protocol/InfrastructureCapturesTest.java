// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.NotACaptureException;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Sighting;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.PacketEye;
import io.netgrade.protocol.dns.DnsProtocol;
import io.netgrade.protocol.redis.RedisProtocol;
import io.netgrade.protocol.snmp.SnmpProtocol;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * SNMP, DNS and Redis in public captures, against what nDPI recognised there. Where we differ, the case stands with its
 * reason in {@code infrastructure-differences.tsv}.
 */
class InfrastructureCapturesTest {
    private static final Path CAPTURES = Path.of(System.getProperty("netgrade.root", ".."), "..", "shared", "captures")
            .normalize();
    private static final Set<String> OURS = Set.of("dns", "redis", "snmp");

    private record Service(String capture, String transport, String address, int port, String protocol) {
        /** @param columns capture, transport, address, port, protocol */
        static Service of(List<String> columns) {
            int port = Integer.parseInt(columns.get(3));
            return new Service(columns.get(0), columns.get(1), address(columns.get(2)), port, columns.get(4));
        }

        static Service of(String capture, Sighting seen) {
            Endpoint at = seen.endpoint();
            String address = Endpoint.text(at.address());
            return new Service(capture, at.transport().id(), address, at.port(), seen.protocol());
        }

        Service ofAnyProtocol() {
            return new Service(capture, transport, address, port, "");
        }

        /** In our own text form; nDPI's shortens IPv6 in a way of its own, of which some is no address. */
        private static String address(String text) {
            try {
                return Endpoint.text(InetAddress.getByName(text));
            } catch (UnknownHostException e) {
                return text;
            }
        }
    }

    @Test
    void claimsWhatNdpiClaimsButForTheListedDifferences() throws IOException {
        Path answers = CAPTURES.resolve("expected").resolve("ndpi-services.tsv");
        assumeTrue(Files.isRegularFile(answers), "skipped: no public captures at " + CAPTURES);
        Set<Service> named = Files.readAllLines(answers).stream()
                .skip(1)
                .map(line -> Service.of(List.of(line.split("\t", -1))))
                .collect(Collectors.toSet());
        Set<String> captures = named.stream().map(Service::capture).collect(Collectors.toSet());
        Set<Service> expected =
                named.stream().filter(one -> OURS.contains(one.protocol())).collect(Collectors.toSet());
        Map<String, Set<Service>> listed = differences();

        Set<Service> claimed = claims(captures);
        Set<Service> missed = without(expected, claimed);
        Set<Service> extra = without(claimed, expected);

        System.out.println("of " + expected.size() + " services of nDPI " + (expected.size() - missed.size())
                + " claimed, " + missed.size() + " not; " + extra.size() + " more claimed; " + clashes(extra, named)
                + " of them named otherwise by nDPI");
        assertThat(without(missed, listed.getOrDefault("missed", Set.of()))).isEmpty();
        assertThat(without(extra, listed.getOrDefault("extra", Set.of()))).isEmpty();
        assertThat(clashes(extra, named)).isZero();
    }

    /** How many claims nDPI has under another protocol's name. */
    private static long clashes(Set<Service> extra, Set<Service> named) {
        Set<Service> ofOthers = named.stream()
                .filter(one -> !OURS.contains(one.protocol()))
                .map(Service::ofAnyProtocol)
                .collect(Collectors.toSet());
        return extra.stream()
                .filter(one -> ofOthers.contains(one.ofAnyProtocol()))
                .count();
    }

    private static Set<Service> claims(Set<String> captures) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(CAPTURES)) {
            files = all.filter(
                            file -> captures.contains(String.valueOf(file.getFileName())) && Files.isRegularFile(file))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(100);
        Set<Service> claims = new HashSet<>();
        for (Path file : files) {
            for (Observation seen : look(file)) {
                String name = String.valueOf(file.getFileName());
                claims.add(Service.of(name, seen.service()));
            }
        }
        return claims;
    }

    private static List<Observation> look(Path file) throws IOException {
        List<Protocol> protocols = List.of(new RedisProtocol(), new SnmpProtocol(), new DnsProtocol());
        List<Observation> seen = new ArrayList<>();
        try (PacketEye eye = new PacketEye(protocols, FlowLimits.standard(), seen::add)) {
            eye.begin(String.valueOf(file.getFileName()));
            CaptureReader.read(file, eye::frame);
            assertThat(eye.end().faults()).isEmpty();
        } catch (NotACaptureException e) {
            System.out.println(e.getMessage());
        }
        return seen;
    }

    private static Map<String, Set<Service>> differences() throws IOException {
        Map<String, Set<Service>> listed = new HashMap<>();
        try (InputStream stream = Objects.requireNonNull(
                InfrastructureCapturesTest.class.getResourceAsStream("infrastructure-differences.tsv"))) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .forEach(columns -> listed.computeIfAbsent(columns.get(0), kind -> new HashSet<>())
                            .add(Service.of(columns.subList(1, 6))));
        }
        return listed;
    }

    private static Set<Service> without(Set<Service> these, Set<Service> those) {
        Set<Service> left = new TreeSet<>(Comparator.comparing(Service::toString));
        left.addAll(these);
        left.removeAll(those);
        return left;
    }
}
