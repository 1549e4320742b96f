// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.NotACaptureException;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Observation;
import io.netgrade.packet.Packet;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every service that nDPI recognised by content in the public captures is found, by the same protocol; what is not stands
 * with its reason in {@code ndpi-differences.tsv}, and nothing stands there that is found. nDPI takes for the server whom
 * the first packet goes to; where a capture begins late that is the client, and the service is found at the other end of
 * the same flow.
 */
class NdpiAgreementTest {
    private static final double AGREEMENT = 0.97;

    /** Counted when this was written: a service lost is seen, although another may have been won. */
    private static final long SAME_END = 577;

    private static final long OTHER_END = 101;
    private static final long OWN_NAME = 4;

    /** Where the answers' protocol is that of a family, and the name that nDPI itself gives says which of it. */
    private static final Map<String, String> OWN_NAMES =
            Map.of("GTP.GTP_C", "gtp-c", "NetBIOS.SMBv1", "smb", "NetBIOS.SMBv23", "smb");

    /** A row, and the name that nDPI itself gives. */
    private record Answer(Row row, String name) {}

    /** What was found in the captures, and who talked with whom: in rows without a protocol. */
    private record Found(Set<Row> services, Map<Row, Set<Row>> talks) {
        boolean atTheOtherEnd(Row row) {
            return talks.getOrDefault(row.of(""), Set.of()).stream()
                    .anyMatch(other -> services.contains(other.of(row.protocol())));
        }
    }

    /** One row: capture, transport, server, port, protocol. */
    private record Row(String capture, String transport, String address, int port, String protocol) {
        static Row of(List<String> columns) {
            int port = Integer.parseInt(columns.get(3));
            return new Row(columns.get(0), columns.get(1), plain(columns.get(2)), port, columns.get(4));
        }

        static Row of(String capture, Observation seen, String protocol) {
            Endpoint at = seen.service().endpoint();
            return new Row(capture, at.transport().id(), Endpoint.text(at.address()), at.port(), protocol);
        }

        Row of(String other) {
            return new Row(capture, transport, address, port, other);
        }

        /** In our own text form; nDPI shortens every group of zeros in IPv6. */
        private static String plain(String text) {
            boolean twice = text.indexOf("::") != text.lastIndexOf("::");
            try {
                return Endpoint.text(InetAddress.getByName(twice ? text.replaceFirst("::", ":0:") : text));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        }
    }

    @Test
    void findsTheServicesThatNdpiFinds() throws IOException, NotACaptureException {
        Path answers = PublicCaptures.ROOT.resolve("expected").resolve("ndpi-services.tsv");
        assumeTrue(Files.isRegularFile(answers), "skipped: no public captures at " + PublicCaptures.ROOT);
        List<Answer> expected = Files.readAllLines(answers).stream()
                .skip(1)
                .map(line -> List.of(line.split("\t", -1)))
                .map(columns -> new Answer(Row.of(columns), columns.get(5)))
                .toList();
        Set<String> captures =
                expected.stream().map(answer -> answer.row().capture()).collect(Collectors.toSet());
        Found found = new Found(new HashSet<>(), new HashMap<>());
        for (Path capture : PublicCaptures.all()) {
            if (captures.contains(PublicCaptures.name(capture))) {
                found.services.addAll(found(capture));
                talks(capture, found.talks);
            }
        }
        Set<String> missed = new TreeSet<>();
        Map<String, String> listed = listed();
        long same = 0;
        long other = 0;
        long named = 0;
        for (Answer answer : expected) {
            Row row = answer.row();
            boolean here = found.services.contains(row);
            boolean there = !here && found.atTheOtherEnd(row);
            String own = OWN_NAMES.getOrDefault(answer.name(), row.protocol());
            same += here ? 1 : 0;
            other += there ? 1 : 0;
            named += !here && !there && found.services.contains(row.of(own)) ? 1 : 0;
            String key = String.join("\t", row.capture, row.transport, row.address, "" + row.port, row.protocol);
            boolean excused = listed.remove(key) != null;
            if (excused == here) {
                missed.add((excused ? "listed, yet found: " : "missed: ") + key);
            }
        }

        System.out.printf(
                "of %d services of nDPI %d are found, %d more at the other end of the same flow, %d under nDPI's own name,"
                        + " and %d explained%n",
                expected.size(), same, other, named, expected.size() - same - other - named);
        assertThat(missed).isEmpty();
        assertThat(listed).as("listed, but no row of nDPI's").isEmpty();
        assertThat(List.of(same, other, named)).isEqualTo(List.of(SAME_END, OTHER_END, OWN_NAME));
        assertThat((double) (same + other + named) / expected.size()).isGreaterThanOrEqualTo(AGREEMENT);
    }

    /**
     * What others were once seen to invent things in: only what is really said there is found. Google's QUIC begins its
     * handshake in clear, and two peers answer in the words of BitTorrent's distributed hash table.
     */
    @Test
    void inventsNothingInTheCapturesThatOthersHaveErredIn() throws NotACaptureException {
        Map<String, Set<String>> said = Map.of(
                "radius_false_positive.pcapng", Set.of("quic [2bc6:b5ac:cb3b:676b::18]:443/udp"),
                "targusdataspeed_false_positives.pcap",
                        Set.of("bittorrent 79.164.55.123:5001/udp", "bittorrent 89.64.45.227:5201/udp"));
        long negative = 0;
        for (Path capture : PublicCaptures.all()) {
            String name = PublicCaptures.name(capture);
            if (name.contains("false_positive")) {
                negative++;
                assertThat(PublicCaptures.look(capture).observations().stream()
                                .map(seen -> seen.service().protocol() + " "
                                        + seen.service().endpoint()))
                        .as(name)
                        .hasSameElementsAs(said.getOrDefault(name, Set.of()));
            }
        }
        assertThat(negative).isGreaterThanOrEqualTo(said.size());
    }

    private static void talks(Path capture, Map<Row, Set<Row>> talks) throws NotACaptureException {
        Packet packet = new Packet();
        String name = PublicCaptures.name(capture);
        CaptureReader.read(capture, (frame, linkType, time, captured, original, number) -> {
            Packet.Kind kind = packet.read(frame, linkType, original, time);
            if (kind == Packet.Kind.TCP || kind == Packet.Kind.UDP) {
                String transport = kind == Packet.Kind.TCP ? "tcp" : "udp";
                boolean six = packet.isIpv6();
                String from = address(six, packet.sourceHigh(), packet.sourceLow());
                String to = address(six, packet.destinationHigh(), packet.destinationLow());
                Row source = new Row(name, transport, from, packet.sourcePort(), "");
                Row destination = new Row(name, transport, to, packet.destinationPort(), "");
                talks.computeIfAbsent(source, any -> new HashSet<>()).add(destination);
                talks.computeIfAbsent(destination, any -> new HashSet<>()).add(source);
            }
        });
    }

    private static String address(boolean six, long high, long low) {
        byte[] bytes = six
                ? ByteBuffer.allocate(16).putLong(high).putLong(low).array()
                : ByteBuffer.allocate(4).putInt((int) low).array();
        try {
            return Endpoint.text(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 and 16 bytes are addresses", e);
        }
    }

    /** What carries a service was found too. */
    private static Set<Row> found(Path capture) throws NotACaptureException {
        Set<Row> found = new HashSet<>();
        for (Observation seen : PublicCaptures.look(capture).observations()) {
            found.add(Row.of(PublicCaptures.name(capture), seen, seen.service().protocol()));
            for (String layer : seen.service().layers()) {
                found.add(Row.of(PublicCaptures.name(capture), seen, layer));
            }
        }
        return found;
    }

    /** The row, and why it is not found. */
    private static Map<String, String> listed() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(NdpiAgreementTest.class.getResourceAsStream("ndpi-differences.tsv"))) {
            Map<String, String> listed = new HashMap<>();
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.startsWith("#")) {
                    int reason = line.lastIndexOf('\t');
                    assertThat(line.substring(reason + 1)).as(line).hasSizeGreaterThan(10);
                    listed.put(line.substring(0, reason), line.substring(reason + 1));
                }
            }
            return listed;
        }
    }
}
