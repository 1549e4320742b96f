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
