// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Sighting;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServicesTest {
    private static final Fact RECOGNISED = CommonFacts.RECOGNISED.partial((Object) null);
    private static final FactType VERSIONS =
            FactType.of("tls.versions-accepted", "").names("versions", "");

    @Test
    void foldsTlsIntoWhatItCarries() {
        List<ServiceSeen> services = services(
                in("http", Confidence.CONFIRMED, Source.PROBE, 1, software("nginx", null), "tls"),
                in("tls", Confidence.CONFIRMED, Source.PROBE, 1, VERSIONS.complete(List.of("TLSv1.2"))));
        assertThat(services).singleElement().satisfies(service -> {
            assertThat(service.protocol()).isEqualTo("http");
            assertThat(service.layers()).containsExactly("tls");
            assertThat(service.product()).contains("nginx");
            assertThat(service.facts())
                    .extracting(seen -> seen.fact().type())
                    .containsExactly("service.software", "tls.versions-accepted");
        });
    }

    @Test
    void keepsTlsWhereNothingInItWasSeen() {
        assertThat(services(in("tls", Confidence.CONFIRMED, Source.PROBE, 1, VERSIONS.complete(List.of("TLSv1.2")))))
                .extracting(ServiceSeen::protocol)
                .containsExactly("tls");
    }

    @Test
    void foldsTheSameFactAndKeepsFiveEvidences() {
        Observation[] same = new Observation[8];
        for (int i = 0; i < same.length; i++) {
            same[i] = in(
                    "ssh", Confidence.CONFIRMED, i == 0 ? Source.CAPTURE : Source.PROBE, i, software("OpenSSH", "9"));
        }
        assertThat(services(same)).singleElement().satisfies(service -> {
            assertThat(service.facts()).hasSize(1);
            assertThat(service.facts().get(0).evidence()).hasSize(5);
            assertThat(service.seen()).containsExactlyInAnyOrder(Source.CAPTURE, Source.PROBE);
        });
    }

    @Test
    void takesTheSurestAndTheFullest() {
        assertThat(services(
                        in("ssh", Confidence.LIKELY, Source.CAPTURE, 1, software("OpenSSH", null)),
                        in("ssh", Confidence.CONFIRMED, Source.PROBE, 2, software("OpenSSH", "9.2p1")),
                        in("ssh", Confidence.CONFIRMED, Source.PROBE, 2, CommonFacts.RECOGNISED.complete("peer"))))
                .singleElement()
                .satisfies(service -> {
                    assertThat(service.confidence()).isEqualTo(Confidence.CONFIRMED);
                    assertThat(service.version()).contains("9.2p1");
                    assertThat(service.role()).isEqualTo("peer");
                });
    }

    @Test
    void isInClearWhereItWasSurelySeenSo() {
        assertThat(services(
                        in("smtp", Confidence.CONFIRMED, Source.PROBE, 1, software("Postfix", null)),
                        in("smtp", Confidence.CONFIRMED, Source.PROBE, 2, software("Postfix", null), "tls")))
                .singleElement()
                .extracting(ServiceSeen::layers)
                .isEqualTo(List.of());
    }

    @Test
    void softwareIsThatOfWhatCarriesItWhereItNamesNone() {
        assertThat(services(
                        in("elasticsearch", Confidence.CONFIRMED, Source.PROBE, 1, RECOGNISED, "http"),
                        in(
                                "http",
                                Confidence.CONFIRMED,
                                Source.PROBE,
                                1,
                                CommonFacts.SOFTWARE.complete("nginx", "1.18.0", "cpe:2.3:a:f5:nginx:1.18.0:*"))))
                .singleElement()
                .satisfies(service -> {
                    assertThat(service.product()).contains("nginx");
                    assertThat(service.cpe()).contains("cpe:2.3:a:f5:nginx:1.18.0:*");
                });
    }

    @Test
    void factsOfAnotherTypeNameNoSoftware() {
        FactType wide = FactType.of("ssh.wide", "")
                .text("a", "")
                .text("b", "")
                .text("c", "")
                .text("d", "");
        assertThat(services(
                        in("ssh", Confidence.CONFIRMED, Source.PROBE, 1, software("OpenSSH", "9.2p1")),
                        in("ssh", Confidence.CONFIRMED, Source.PROBE, 1, wide.complete("1", "2", "3", "4"))))
                .singleElement()
                .satisfies(service -> assertThat(service.product()).contains("OpenSSH"));
    }

    @Test
    void ofSoftwareToldAtOneMomentTheLastInTheAlphabetIsTaken() {
        assertThat(services(
                        in("ssh", Confidence.CONFIRMED, Source.PROBE, 1, software("OpenSSH", "9.2p1")),
                        in("ssh", Confidence.CONFIRMED, Source.PROBE, 1, software("Dropbear", "2020"))))
                .singleElement()
                .satisfies(service -> assertThat(service.product()).contains("OpenSSH"));
    }

    @Test
    void withoutARoleItIsAServer() {
        assertThat(services(in("ssh", Confidence.CONFIRMED, Source.PROBE, 1, software("OpenSSH", "9"))))
                .extracting(ServiceSeen::role)
                .containsExactly("server");
    }

    @Test
    void ofSeveralWaysToBeCarriedTheLongestIsShown() {
        assertThat(layers(List.of("tls"), List.of("tls", "http"))).containsExactly("tls", "http");
        assertThat(layers(List.of("tls", "http"), List.of("tls"))).containsExactly("tls", "http");
        assertThat(layers(List.of("http"), List.of("tls"))).containsExactly("tls");
        assertThat(layers(List.of("tls"), List.of("http"))).containsExactly("tls");
    }

    @Test
    void evidenceOfAFactIsInItsOrderThoughTwoServicesTellIt() {
        Fact nginx = software("nginx", "1");
        assertThat(services(
                        in("elasticsearch", Confidence.CONFIRMED, Source.PROBE, 7, nginx, "http"),
                        in("http", Confidence.CONFIRMED, Source.PROBE, 3, nginx)))
                .singleElement()
                .satisfies(service -> assertThat(service.facts().get(0).evidence())
                        .extracting(Evidence::frame)
                        .containsExactly(3L, 7L));
    }

    /** Of a service that was seen twice, the first time as what is first in the order. */
    private static List<String> layers(List<String> first, List<String> second) {
        return services(
                        in("x", Confidence.CONFIRMED, Source.PROBE, 1, RECOGNISED, first.toArray(String[]::new)),
                        in("x", Confidence.CONFIRMED, Source.PROBE, 2, RECOGNISED, second.toArray(String[]::new)))
                .get(0)
                .layers();
    }

    private static Fact software(String product, String version) {
        return CommonFacts.SOFTWARE.complete(product, version, null);
    }

    private static Observation in(
            String protocol, Confidence confidence, Source source, long frame, Fact fact, String... layers) {
        return new Observation(
                new Sighting(Seen.ENDPOINT, protocol, List.of(layers), confidence),
                fact,
                new Evidence(source, Seen.NOW, "place", frame, ""));
    }

    private static List<ServiceSeen> services(Observation... seen) {
        Case it = new Case();
        it.observations.addAll(List.of(seen));
        return it.judged().services();
    }
}
