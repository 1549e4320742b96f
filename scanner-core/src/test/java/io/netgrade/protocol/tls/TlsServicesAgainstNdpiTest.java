// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Observation;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The services of TLS, DTLS and QUIC that nDPI finds in public captures, and none where there is none. */
class TlsServicesAgainstNdpiTest {
    private static final Set<String> KIN = Set.of("tls", "dtls", "quic", "tlcp");

    private static final String WRONG_END = "nDPI takes the client for the server";

    /** Rows of nDPI that are wrong, or beyond what is read, each with its reason. */
    private static final Map<String, String> DIFFERENCES = Map.ofEntries(
            Map.entry("1kxun.pcap 192.168.5.16 53578", WRONG_END),
            Map.entry("dtls_mid_sessions.pcapng 121.152.255.238 8460", WRONG_END),
            Map.entry("dtls_mid_sessions.pcapng 124.73.140.89 61189", WRONG_END),
            Map.entry("dtls_mid_sessions.pcapng 72.102.179.218 62811", WRONG_END),
            Map.entry("gquic_only_from_server.pcap 10.189.122.71 60524", WRONG_END),
            Map.entry("instagram.pcap 192.168.0.103 33934", WRONG_END),
            Map.entry("lru_ipv6_caches.pcapng 2001:db8:1::1 44144", WRONG_END),
            Map.entry("lru_ipv6_caches.pcapng 2001:db8:1::1 44150", WRONG_END),
            Map.entry("lru_ipv6_caches.pcapng 2001:db8:1::1 44192", WRONG_END),
            Map.entry("radius_false_positive.pcapng 3dba:3762:c186:e122:89b0:5170:a86c:ecff 53129", WRONG_END),
            Map.entry("stun_dtls_unidirectional_server.pcap 26.83.9.81 57567", WRONG_END),
            Map.entry("tls-appdata.pcap 192.168.2.100 60636", WRONG_END),
            Map.entry("tls_1.2_unidirectional_server.pcapng 192.168.12.156 43854", WRONG_END),
            Map.entry("tls_1.2_unidirectional_server_no_cert.pcapng 192.168.12.156 39958", WRONG_END),
            Map.entry("tls_1.3_unidirectional_server.pcapng 192.168.12.156 39750", WRONG_END),
            Map.entry("tls_client_certificate_with_missing_server_one.pcapng 192.168.1.128 48260", WRONG_END),
            Map.entry("tls_torrent.pcapng 192.168.0.1 58842", WRONG_END),
            Map.entry("wa_voice.pcap 192.168.2.12 50502", WRONG_END),
            Map.entry("whatsapp_login_chat.pcap 192.168.2.4 49193", WRONG_END),
            Map.entry("pinterest.pcap 2600:1901::7a0b:: 443", "nDPI writes an address with two gaps, which is none"));

    private static Map<String, List<Observation>> seen = new TreeMap<>();

    @BeforeAll
    static void readTheCaptures() {
        seen = PublicCaptures.seen();
    }

    @Test
    void findsTheServicesOfNdpi() throws Exception {
        Set<String> ours = new HashSet<>();
        seen.forEach((capture, all) -> all.forEach(one -> {
            String place = capture + " " + PublicCaptures.place(one) + " ";
            ours.add(place + one.service().protocol());
            one.service().layers().forEach(layer -> ours.add(place + layer));
        }));
        int rows = 0;
        Set<String> missing = new TreeSet<>();
        for (String line : PublicCaptures.expected("ndpi-services.tsv")) {
            String[] row = line.split("\t", -1);
            if (KIN.contains(row[4])) {
                rows++;
                String place = row[0] + " " + plain(row[2]) + " " + row[3];
                if (!ours.contains(place + " " + row[4])) {
                    missing.add(row[0] + " " + row[2] + " " + row[3]);
                }
            }
        }

        System.out.println("services of TLS and its kin: " + rows + " expected, " + missing.size() + " differ");
        assertThat(missing).isEqualTo(new TreeSet<>(DIFFERENCES.keySet()));
    }

    @Test
    void inventsNoneWhereOthersTookSomethingForIt() {
        Set<String> invented = new TreeSet<>();
        seen.forEach((capture, all) -> all.stream()
                .filter(one -> capture.contains("false_positive"))
                .filter(one -> KIN.contains(one.service().protocol()))
                .forEach(one -> invented.add(capture + " " + PublicCaptures.place(one) + " "
                        + one.service().protocol())));

        // A flow of Google's QUIC, with its tags in clear, that others took for RADIUS.
        assertThat(invented).containsExactly("radius_false_positive.pcapng 2bc6:b5ac:cb3b:676b::18 443 quic");
    }

    private static String plain(String address) {
        try {
            return Endpoint.text(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
