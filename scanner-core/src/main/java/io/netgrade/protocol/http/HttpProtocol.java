// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.check.Check;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Strength;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** HTTP/1.x (RFC 9110, RFC 9112) and HTTP/2 (RFC 9113) over TCP, in clear or inside TLS. */
public final class HttpProtocol implements Protocol {
    /** Where web servers, management pages and CWMP (7547) usually are in clear. */
    private static final Set<Integer> PORTS =
            Set.of(80, 81, 3000, 5000, 7547, 8000, 8008, 8080, 8081, 8088, 8090, 8888, 9090);

    @Override
    public String id() {
        return "http";
    }

    @Override
    public String title() {
        return "HTTP";
    }

    @Override
    public Set<Integer> usualPorts(Transport transport) {
        return transport == Transport.TCP ? PORTS : Set.of();
    }

    @Override
    public List<FactType> facts() {
        return HttpFacts.all();
    }

    @Override
    public List<Check> checks() {
        return HttpChecks.ALL;
    }

    @Override
    public String sends() {
        return "GET / with the address as Host, then OPTIONS / on a connection of its own; no credentials, no other"
                + " path, no redirect followed.";
    }

    @Override
    public Strength strength() {
        return Strength.MAGIC;
    }

    @Override
    public Recognition recognize(Opening opening) {
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        Recognition one = HttpRecognition.of(opening);
        Recognition two = one == Recognition.NO || one == Recognition.NEED_MORE ? Http2Recognition.of(opening) : one;
        return two == Recognition.NO ? one : two;
    }

    @Override
    public Dissector dissect(Opening opening) {
        return Http2Recognition.sure(opening)
                ? Http2Dissector.priorKnowledge()
                : new HttpDissector(opening.initiatorKnown());
    }

    @Override
    public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
        return endpoint.transport() == Transport.TCP
                ? Optional.of(new HttpInquiry(endpoint, layers.contains("tls")))
                : Optional.empty();
    }
}
