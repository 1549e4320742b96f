// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.PortSet;
import io.netgrade.fact.CommonFacts;
import io.netgrade.lab.GrpcServer;
import io.netgrade.lab.Http2Alone;
import io.netgrade.lab.HttpStandIn;
import io.netgrade.lab.Lab;
import io.netgrade.lab.PodmanService;
import io.netgrade.lab.Relay;
import io.netgrade.lab.RunningServer;
import io.netgrade.lab.StreamStandIn;
import io.netgrade.lab.TomcatServer;
import io.netgrade.protocol.http.carried.CarriedFacts;
import io.netgrade.testing.SideBySide;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may ask what runs containers, clusters and network functions: with a log-in and without. */
class ContainerLabTest {
    private static final int UNUSUAL = 0;

    @SideBySide
    @Test
    void tellsPodmanAsTheDockerThatItStandsFor() throws Exception {
        try (RunningServer podman = Lab.startWherePossible(new PodmanService());
                StreamStandIn usual = StreamStandIn.inClear(2375, new Relay(podman.address(), podman.port()))) {
            LabLook look = all(usual.address(), usual.port());

            String asked = look.collected().attempts().stream()
                    .map(attempt -> attempt.question() + " " + attempt.status())
                    .collect(Collectors.joining(", "));
            assertThat(look.services()).as(asked).contains("http", "http/docker");
            assertThat(look.access()).as(asked).contains("docker ping none");
        }
    }

    @SideBySide
    @ParameterizedTest
    @CsvSource({
        "docker, 2375, 'docker ping none, docker version none'",
        "docker, 0, 'docker ping none, docker version none'",
        "kubelet, 10255, kubelet pods none",
        "consul, 8500, consul agent none",
        "consul, 0, consul agent none",
        "consul-acl, 8500, consul agent required",
        "elasticsearch, 9200, elasticsearch banner none",
        "elasticsearch, 0, elasticsearch banner none",
        "elasticsearch-login, 9200, 'elasticsearch banner required, elasticsearch api required'",
        "elasticsearch-login, 0, 'elasticsearch banner required, elasticsearch api required'",
    })
    void tellsWhoMayAskInClear(String answers, int port, String told) throws Exception {
        try (HttpStandIn server = HttpStandIn.inClear(port, answers)) {
            LabLook look = all(server.address(), server.port());

            assertThat(look.access()).containsExactlyInAnyOrder(told.split(", "));
            assertThat(look.services()).contains("http/" + told.split(" ")[0]);
        }
    }

    @SideBySide
    @ParameterizedTest
    @CsvSource({
        "docker, 2376, 'docker ping none, docker version none'",
        "kubelet, 10250, kubelet pods none",
        "kubelet-401, 10250, kubelet pods required",
        "kubelet-403, 10250, kubelet pods required",
        "consul-acl, 8501, consul agent required",
        "elasticsearch-login, 9200, 'elasticsearch banner required, elasticsearch api required'",
    })
    void tellsWhoMayAskInsideTls(String answers, int port, String told) throws Exception {
        try (HttpStandIn server = HttpStandIn.insideTls(port, answers)) {
            LabLook look = all(server.address(), server.port());

            assertThat(look.access()).containsExactlyInAnyOrder(told.split(", "));
            assertThat(look.services()).contains("tls/http/" + told.split(" ")[0]);
        }
    }

    @SideBySide
    @Test
    void readsVersionsOfThoseThatTellThem() throws Exception {
        try (HttpStandIn consul = HttpStandIn.inClear(8500, "consul");
                HttpStandIn strict = HttpStandIn.inClear(8500, "consul-acl")) {
            assertThat(all(consul.address(), consul.port()).facts(CommonFacts.SOFTWARE))
                    .anyMatch(fact ->
                            fact.text("version").filter("1.17.1"::equals).isPresent());
            assertThat(all(strict.address(), strict.port()).facts(CommonFacts.SOFTWARE))
                    .noneMatch(fact -> fact.text("version").isPresent());
        }
    }

    @SideBySide
    @Test
    void tellsWhetherRestconfWantsALogIn() throws Exception {
        try (HttpStandIn open = HttpStandIn.insideTls(8443, "restconf");
                HttpStandIn strict = HttpStandIn.insideTls(8443, "restconf-login")) {
            assertThat(all(open.address(), open.port()).facts(CarriedFacts.REST_API))
                    .contains(CarriedFacts.REST_API.partial("restconf", "none", 200));
            assertThat(all(strict.address(), strict.port()).facts(CarriedFacts.REST_API))
                    .contains(CarriedFacts.REST_API.partial("restconf", "required", 401))
                    .doesNotContain(CarriedFacts.REST_API.partial("restconf", "none", 200));
        }
    }

    @SideBySide
    @Test
    void callsGrpcAndGnmiInClearAndInsideTls() throws Exception {
        for (int port : List.of(9339, 57400)) {
            try (GrpcServer open = GrpcServer.open(port);
                    GrpcServer strict = GrpcServer.withLoginInsideTls(port)) {
                LabLook weak = all(open.address(), open.port());
                LabLook strong = all(strict.address(), strict.port());

                assertThat(weak.services()).contains("http", "http/grpc", "http/gnmi");
                assertThat(weak.access()).contains("grpc grpc.health.v1.Health none", "gnmi Capabilities none");
                assertThat(strong.services()).contains("tls", "tls/http", "tls/http/grpc");
                assertThat(strong.access())
                        .contains("grpc grpc.health.v1.Health required")
                        .noneMatch(told -> told.endsWith(" none"));
            }
        }
    }

    @SideBySide
    @Test
    void callsNoGnmiWhereItIsNotUsual() throws Exception {
        try (GrpcServer open = GrpcServer.open(UNUSUAL)) {
            LabLook look = all(open.address(), open.port());

            assertThat(look.access()).containsExactly("grpc grpc.health.v1.Health none");
        }
    }

    @SideBySide
    @Test
    void asksAnNrfForItsFunctions() throws Exception {
        try (TomcatServer given = TomcatServer.http2(new Nrf(false));
                TomcatServer guarded = TomcatServer.http2(new Nrf(true));
                StreamStandIn open = StreamStandIn.inClear(UNUSUAL, new Http2Alone(given));
                StreamStandIn strict = StreamStandIn.insideTls(UNUSUAL, new Http2Alone(guarded))) {
            LabLook weak = all(open.address(), open.port());
            LabLook strong = all(strict.address(), strict.port());

            assertThat(weak.services()).contains("http/sbi");
            assertThat(weak.access()).containsExactly("sbi nnrf-nfm none");
            assertThat(strong.services()).contains("tls/http/sbi");
            assertThat(strong.access()).containsExactly("sbi nnrf-nfm required");
        }
    }

    @SideBySide
    @Test
    void beginsAgainWithHttp2WhereAServerClosesWithoutAWord() throws Exception {
        try (TomcatServer given = TomcatServer.http2(new Nrf(false));
                StreamStandIn open = StreamStandIn.inClear(UNUSUAL, Http2Alone.silent(given));
                StreamStandIn closing = StreamStandIn.inClear(UNUSUAL, (in, out) -> in.readByte())) {
            assertThat(all(open.address(), open.port()).access()).containsExactly("sbi nnrf-nfm none");
            assertThat(all(closing.address(), closing.port()).services()).isEmpty();
        }
    }

    /** TS 29.510 6.1.3.2 (the NF instances), TS 29.500 6.7.3 (401 with a challenge where a token is wanted). */
    private static final class Nrf extends TomcatServer.Page {
        private static final long serialVersionUID = 1;

        private final boolean authorizing;

        Nrf(boolean authorizing) {
            this.authorizing = authorizing;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (!request.getRequestURI().equals("/nnrf-nfm/v1/nf-instances")) {
                answer(
                        response,
                        404,
                        "application/problem+json",
                        "{\"status\":404,\"cause\":\"RESOURCE_URI_STRUCTURE_NOT_FOUND\"}");
            } else if (authorizing) {
                response.setHeader("WWW-Authenticate", "Bearer realm=\"nrf\"");
                answer(response, 401, "application/problem+json", "{\"status\":401}");
            } else {
                answer(response, 200, "application/3gppHal+json", "{\"_links\":{\"item\":[]}}");
            }
        }
    }

    private static LabLook all(String address, int port) throws Exception {
        return LabLook.at(address, PortSet.of(port), ProtocolCatalog.asked());
    }
}
