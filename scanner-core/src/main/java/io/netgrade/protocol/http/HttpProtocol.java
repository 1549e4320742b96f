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

    private final List<DeclaredMedia> media;

    public HttpProtocol() {
        this(List.of());
    }

    private HttpProtocol(List<DeclaredMedia> media) {
        this.media = List.copyOf(media);
    }

    /** The same, asking for media files too that the operator declares to be generated. */
    public HttpProtocol declaring(List<DeclaredMedia> generated) {
        return new HttpProtocol(generated);
    }

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
        return "GET / with the address as Host, then each on a connection of its own OPTIONS /, in clear the preface and"
                + " settings of HTTP/2 with a GOAWAY, and at most six requests of questions.tsv: those for the services"
                + " that are usual on the port or that the answer to GET / speaks of, such as /version of etcd and"
                + " Docker, how many keys of a zero octet etcd holds (a count and no key), the health of an"
                + " Elasticsearch cluster, /pods of a kubelet, an Identify of WinRM or Get-Printer-Attributes of IPP. A server that"
                + " speaks HTTP/2 alone, be it that TLS must agree on it or that it ends a connection that begins otherwise"
                + " without a word, is asked on one connection for /, /nnrf-nfm/v1/nf-instances, and by gRPC for its"
                + " health and, on the ports of gNMI, its capabilities. Of a media file that the operator declares"
                + " (--media), its first 192 KiB. No credentials, no redirect followed.";
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
        if (one != Recognition.NO && one != Recognition.NEED_MORE) {
            return one;
        }
        Recognition two = Http2Recognition.of(opening);
        Recognition begun = two == Recognition.NO ? one : two;
        Recognition amid = opening.initiatorKnown() ? Recognition.NO : Http2Recognition.amid(opening);
        return amid == Recognition.NO ? begun : amid;
    }

    @Override
    public Dissector dissect(Opening opening) {
        if (Http2Recognition.sure(opening)) {
            return Http2Dissector.priorKnowledge();
        }
        return Http2Recognition.amid(opening) == Recognition.NO
                ? new HttpDissector(opening.initiatorKnown())
                : Http2Dissector.late();
    }

    @Override
    public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
        return endpoint.transport() == Transport.TCP
                ? Optional.of(new HttpInquiry(
                        endpoint, layers.contains("tls"), DeclaredMedia.at(media, endpoint, layers.contains("tls"))))
                : Optional.empty();
    }
}
