// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.capture.CaptureReader;
import io.netgrade.capture.NotACaptureException;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Observation;
import io.netgrade.flow.FlowLimits;
import io.netgrade.flow.PacketEye;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.bittorrent.BittorrentProtocol;
import io.netgrade.protocol.ftp.FtpProtocol;
import io.netgrade.protocol.http.carried.CarriedProtocols;
import io.netgrade.protocol.irc.IrcProtocol;
import io.netgrade.protocol.rtsp.RtspProtocol;
import io.netgrade.protocol.socks.SocksProtocol;
import io.netgrade.protocol.ssdp.SsdpProtocol;
import io.netgrade.protocol.telnet.TelnetProtocol;
import io.netgrade.protocol.whois.WhoisProtocol;
import io.netgrade.protocol.xmpp.XmppProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** HTTP, Telnet, FTP and what is spoken beside HTTP in public captures, against the flows that nDPI recognised by content. */
class PublicWebCapturesTest {
    private static final Path CAPTURES = Path.of(System.getProperty("netgrade.root", ".."), "..", "shared", "captures")
            .normalize();

    private static final List<Protocol> PROTOCOLS = List.of(
            new HttpProtocol(),
            new TelnetProtocol(),
            new FtpProtocol(),
            RtspProtocol.protocol(),
            SsdpProtocol.protocol(),
            XmppProtocol.protocol(),
            SocksProtocol.protocol(),
            IrcProtocol.protocol(),
            WhoisProtocol.protocol(),
            BittorrentProtocol.protocol(),
            CarriedProtocols.all().stream()
                    .filter(one -> one.id().equals("elasticsearch"))
                    .findFirst()
                    .orElseThrow());

    /** Where we differ, and why. */
    private static final Set<String> MISSED = Set.of(
            // Inside 6in4: whoever looks for these protocols alone does not open tunnels.
            "6in4tunnel.pcap 2604:a880:1:20::224:b001 80 http",
            // The client, in nDPI's reading: the requests go to another address than the one that answers.
            "http_asymmetric.pcapng 192.168.1.103 1044 http",
            // A device announces itself to the group: it is the service, and not the group's address.
            "1kxun.pcap ff02::c 1900 ssdp",
            // Not XMPP, which is XML: nDPI goes by the port. The first byte counts up like that of MQTT's messages.
            "cloudflare-warp.pcap 159.138.85.48 5223 xmpp",
            // Answers of 172.16.16.107:9300, by their status: their addressee is no server.
            "elasticsearch.pcap 172.16.17.102 40298 elasticsearch",
            "elasticsearch.pcap 172.16.17.102 40342 elasticsearch",
            // uTP that began before the capture, of which only the port tells: the usual one is the other side's.
            "lru_ipv6_caches.pcapng 3024:e5ee:ac2f:cd76:5dd6:a7a1:f17f:5c27 60506 bittorrent");

    /** What nDPI does not tell: the side that answers, the other side, and the second of two protocols of a flow. */
    private static final Set<String> MORE = Set.of(
            "http_asymmetric.pcapng 192.168.1.146 80 http",
            "1kxun.pcap 192.168.5.49 1900 ssdp",
            "1kxun.pcap fe80::9bd:81dd:2fdc:5750 1900 ssdp",
            "shadowsocks.pcap 127.0.0.1 1080 http",
            "socks.pcap 10.0.0.2 21477 http",
            "socks.pcap 10.180.156.249 1080 http",
            "whois.pcapng 192.30.45.30 43 whois");

    @BeforeAll
    static void needsTheCaptures() {
        assumeTrue(Files.isDirectory(CAPTURES), "skipped: no public captures at " + CAPTURES);
    }

    @Test
    void recognisesWhatNdpiRecognises() throws IOException, NotACaptureException {
        Set<String> expected = expected();
        Map<String, Path> files = files();
        Set<String> seen = new TreeSet<>();
        for (String name : captures(expected)) {
            services(files.get(name)).forEach(service -> seen.add(name + " " + service));
        }

        Set<String> missed = new TreeSet<>(expected);
        missed.removeAll(seen);
        Set<String> more = new TreeSet<>(seen);
        more.removeAll(expected);
        assertThat(expected).hasSizeGreaterThan(110);
        assertThat(MISSED).containsAll(missed);
        assertThat(MORE).containsAll(more);
    }

    private static Set<String> services(Path capture) throws IOException, NotACaptureException {
        Set<String> services = new TreeSet<>();
        try (PacketEye eye = new PacketEye(PROTOCOLS, FlowLimits.standard(), seen -> services.add(text(seen)))) {
            eye.begin(capture.toString());
            CaptureReader.read(capture, eye::frame);
            assertThat(eye.end().faults()).isEmpty();
        }
        return services;
    }

    private static String text(Observation seen) {
        Endpoint endpoint = seen.service().endpoint();
        return Endpoint.text(endpoint.address()) + " " + endpoint.port() + " "
                + seen.service().protocol();
    }

    private static Set<String> captures(Set<String> services) {
        return services.stream()
                .map(service -> service.substring(0, service.indexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> expected() throws IOException {
        Set<String> ours = PROTOCOLS.stream().map(Protocol::id).collect(Collectors.toSet());
        try (Stream<String> rows = Files.lines(CAPTURES.resolve("expected/ndpi-services.tsv"))) {
            return rows.map(row -> row.split("\t"))
                    .filter(row -> ours.contains(row[4]))
                    .map(row -> row[0] + " " + row[2] + " " + row[3] + " " + row[4])
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Map<String, Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(CAPTURES.resolve("ndpi"))) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(), Function.identity(), (a, b) -> a, TreeMap::new));
        }
    }
}
