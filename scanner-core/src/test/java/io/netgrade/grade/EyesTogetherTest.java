// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Collected;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Run;
import io.netgrade.fact.Sighting;
import io.netgrade.grade.Comparison.Difference;
import io.netgrade.grade.Comparison.Kind;
import io.netgrade.profile.DeclaredService;
import io.netgrade.profile.Statements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EyesTogetherTest {
    private static final FactType OFFER = FactType.of("ssh.offer", "").names("names", "");
    private static final FactType KEY =
            FactType.of("ssh.host-key", "").text("type", "").text("sha256", "");
    private static final FactType GROUP =
            FactType.of("ssh.group", "").text("kind", "").names("names", "");
    private static final Endpoint SSH = Seen.endpoint(1, 22);

    private final List<Observation> observations = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<CaptureCoverage> captures = new ArrayList<>();

    @Test
    void differentVersionsOfOneProductAreShownWithBothPlaces() {
        saw(Source.CAPTURE, CommonFacts.SOFTWARE.complete("OpenSSH", "8.4p1", null));
        saw(Source.PROBE, CommonFacts.SOFTWARE.complete("OpenSSH", "9.2p1", null));
        Difference difference = only(compared());
        assertThat(difference.kind()).isEqualTo(Kind.DISAGREEMENT);
        assertThat(difference.fact()).isEqualTo("service.software");
        assertThat(difference.captured().orElseThrow().value()).isEqualTo(Map.of("version", "8.4p1"));
        assertThat(difference.captured().orElseThrow().evidence().place()).isEqualTo("a.pcap");
        assertThat(difference.probed().orElseThrow().value()).isEqualTo(Map.of("version", "9.2p1"));
        assertThat(difference.probed().orElseThrow().evidence().place()).isEqualTo("ssh.question");
    }

    @Test
    void sameVersionIsAlike() {
        saw(Source.CAPTURE, CommonFacts.SOFTWARE.complete("OpenSSH", "9.2p1", null));
        saw(Source.PROBE, CommonFacts.SOFTWARE.complete("OpenSSH", "9.2p1", null));
        assertThat(compared().differences()).isEmpty();
        assertThat(compared().both())
                .singleElement()
                .satisfies(one -> assertThat(one.alike()).containsExactly("service.software"));
    }

    @Test
    void anotherKeyOfTheSameKindIsADisagreementOneOfAnotherKindIsNot() {
        saw(Source.CAPTURE, KEY.complete("ssh-rsa", "aa"));
        saw(Source.PROBE, KEY.complete("ssh-ed25519", "bb"));
        saw(Source.PROBE, KEY.complete("ssh-dss", "cc"));
        assertThat(compared().differences()).isEmpty();
        saw(Source.PROBE, KEY.complete("ssh-rsa", "dd"));
        assertThat(only(compared()).probed().orElseThrow().value()).isEqualTo(Map.of("sha256", "dd"));
    }

    @Test
    void partWithinTheWholeIsAlikeAndPartOutsideItIsNot() {
        saw(Source.PROBE, OFFER.complete(List.of("a", "b")));
        saw(Source.CAPTURE, OFFER.partial(List.of("a")));
        assertThat(compared().differences()).isEmpty();
        saw(Source.CAPTURE, OFFER.partial(List.of("c")));
        assertThat(only(compared()).captured().orElseThrow().value()).isEqualTo(Map.of("names", List.of("c")));
    }

    @Test
    void wholeOfOneKindSaysNothingOfAPartOfAnother() {
        saw(Source.PROBE, GROUP.complete("tls1.2", List.of("a")));
        saw(Source.CAPTURE, GROUP.partial("tls1.0", List.of("b")));
        assertThat(compared().differences()).isEmpty();
        saw(Source.CAPTURE, GROUP.partial("tls1.2", List.of("b")));
        assertThat(compared().count(Kind.DISAGREEMENT)).isOne();
    }

    @Test
    void oneEyeSaysNoneAndTheOtherSome() {
        saw(Source.PROBE, OFFER.none());
        saw(Source.CAPTURE, OFFER.complete(List.of("c")));
        assertThat(only(compared()).captured().orElseThrow().value()).isEqualTo(Map.of("names", List.of("c")));
        assertThat(only(compared()).probed().orElseThrow().value()).isEmpty();
    }

    @Test
    void heuristicIsNotHeldAgainstWhatIsSure() {
        observations.add(Seen.seen(SSH, OFFER.complete(List.of("c")), Confidence.LIKELY, Source.CAPTURE));
        saw(Source.PROBE, OFFER.complete(List.of("a")));
        assertThat(compared().differences()).isEmpty();
    }

    @Test
    void factsOfOneEyeAloneAreNamed() {
        saw(Source.CAPTURE, OFFER.complete(List.of("a")));
        saw(Source.PROBE, KEY.complete("ssh-rsa", "aa"));
        assertThat(compared().both()).singleElement().satisfies(one -> {
            assertThat(one.captured()).containsExactly("ssh.offer");
            assertThat(one.probed()).containsExactly("ssh.host-key");
        });
    }

    @Test
    void whatIsSeenInUseAndDoesNotAnswerIsToldFromWhatNobodyAsked() {
        saw(Source.CAPTURE, OFFER.partial(List.of("a")));
        observations.add(
                Seen.seen(Seen.endpoint(2, 22), OFFER.partial(List.of("a")), Confidence.CONFIRMED, Source.CAPTURE));
        attempts.add(Seen.attempt(SSH, "connect", Status.FILTERED));
        assertThat(compared().differences())
                .hasSize(2)
                .satisfiesExactly(
                        asked -> {
                            assertThat(asked.kind()).isEqualTo(Kind.SEEN_NOT_ANSWERING);
                            assertThat(asked.said()).isEqualTo("connect filtered");
                        },
                        unasked -> assertThat(unasked.kind()).isEqualTo(Kind.SEEN_NOT_PROBED));
    }

    @Test
    void captureAloneIsHeldAgainstNothing() {
        saw(Source.CAPTURE, OFFER.partial(List.of("a")));
        assertThat(compared().none()).isTrue();
    }

    @Test
    void whatAnswersAndIsNotInTheCapturesIsNamedWhereThereAreSome() {
        saw(Source.PROBE, OFFER.complete(List.of("a")));
        assertThat(compared().none()).isTrue();
        observations.add(
                Seen.seen(Seen.endpoint(2, 22), OFFER.partial(List.of("a")), Confidence.CONFIRMED, Source.CAPTURE));
        assertThat(compared().differences()).extracting(Difference::kind).contains(Kind.ANSWERING_NOT_USED);
    }

    @Test
    void listIsHeldAgainstWhatWasSeen() {
        observations.add(Seen.recognised(SSH, "ssh"));
        observations.add(Seen.recognised(Seen.endpoint(1, 23), "telnet"));
        Comparison compared = compared(service(22, "ssh"), service(443, "http"));
        assertThat(compared.differences())
                .hasSize(2)
                .satisfiesExactly(
                        undeclared -> {
                            assertThat(undeclared.kind()).isEqualTo(Kind.SEEN_NOT_DECLARED);
                            assertThat(undeclared.protocol()).isEqualTo("telnet");
                        },
                        absent -> {
                            assertThat(absent.kind()).isEqualTo(Kind.DECLARED_NOT_SEEN);
                            assertThat(absent.said()).isEqualTo("443/tcp http");
                        });
    }

    @Test
    void theBoundsOfTheCapturesAreTheFirstAndTheLastMomentOfAny() {
        captures.add(Captured.between(Seen.NOW.plusSeconds(5), Seen.NOW.plusSeconds(9)));
        captures.add(Captured.between(Seen.NOW, Seen.NOW.plusSeconds(6)));
        assertThat(compared().capturedFrom()).contains(Seen.NOW);
        assertThat(compared().capturedTo()).contains(Seen.NOW.plusSeconds(9));
    }

    @Test
    void evidenceOfProbesWithoutTheirAttemptsIsALookAsWell() {
        observations.add(probed(2, "ssh"));
        saw(Source.CAPTURE, OFFER.partial(List.of("a")));
        assertThat(compared().count(Kind.SEEN_NOT_PROBED)).isOne();
        assertThat(compared().count(Kind.ANSWERING_NOT_USED)).isOne();
        assertThat(compared().count(Kind.DISAGREEMENT)).isZero();
    }

    @Test
    void whatOneEyeAloneSawNamesWhatSpeaksThereAndTheFirstOfThatEye() {
        observations.add(new Observation(
                new Sighting(SSH, "http", List.of("tls"), Confidence.CONFIRMED),
                OFFER.partial(List.of("a")),
                new Evidence(Source.CAPTURE, Seen.NOW.plusSeconds(1), "a.pcap", 7, "")));
        observations.add(new Observation(
                new Sighting(SSH, "tls", List.of(), Confidence.CONFIRMED),
                OFFER.partial(List.of("b")),
                new Evidence(Source.CAPTURE, Seen.NOW, "a.pcap", 3, "")));
        observations.add(probed(2, "telnet"));
        Comparison compared = compared();
        assertThat(compared.none()).isFalse();
        assertThat(compared.differences())
                .satisfiesExactly(
                        used -> {
                            assertThat(used.protocol()).isEqualTo("http");
                            assertThat(used.captured().orElseThrow().evidence().frame())
                                    .isEqualTo(3);
                            assertThat(used.probed()).isEmpty();
                        },
                        answering -> {
                            assertThat(answering.protocol()).isEqualTo("telnet");
                            assertThat(answering
                                            .probed()
                                            .orElseThrow()
                                            .evidence()
                                            .place())
                                    .isEqualTo("connect");
                            assertThat(answering.captured()).isEmpty();
                        });
    }

    @Test
    void placesOfAnUndeclaredServiceAreItsOwn() {
        observations.add(new Observation(
                new Sighting(SSH, "http", List.of(), Confidence.CONFIRMED),
                CommonFacts.RECOGNISED.complete("server"),
                new Evidence(Source.CAPTURE, Seen.NOW, "a.pcap", 3, "")));
        observations.add(new Observation(
                new Sighting(SSH, "telnet", List.of(), Confidence.CONFIRMED),
                CommonFacts.RECOGNISED.complete("server"),
                new Evidence(Source.CAPTURE, Seen.NOW.plusSeconds(1), "a.pcap", 8, "")));
        assertThat(compared(service(22, "http")).differences()).singleElement().satisfies(telnet -> {
            assertThat(telnet.kind()).isEqualTo(Kind.SEEN_NOT_DECLARED);
            assertThat(telnet.captured().orElseThrow().evidence().frame()).isEqualTo(8);
            assertThat(telnet.probed()).isEmpty();
        });
    }

    @Test
    void aDeclaredServiceMayBeTheOneOnItsOpenPortThatSaysNothing() {
        attempts.add(Seen.attempt(SSH, "connect", Status.ANSWERED));
        assertThat(compared(service(22, "ssh")).none()).isTrue();
        assertThat(compared(service(443, "http")).count(Kind.DECLARED_NOT_SEEN)).isOne();
    }

    @Test
    void anotherProtocolInThePlaceOfADeclaredOneIsNotIt() {
        observations.add(probed(1, "telnet"));
        Comparison compared = compared(service(22, "ssh"));
        assertThat(compared.count(Kind.DECLARED_NOT_SEEN)).isOne();
        assertThat(compared.count(Kind.SEEN_NOT_DECLARED)).isOne();
    }

    @Test
    void servicesOfOneEndpointAreComparedOneByOneWhereBothEyesSawThem() {
        saw(Source.CAPTURE, OFFER.complete(List.of("a")));
        saw(Source.PROBE, OFFER.complete(List.of("a")));
        observations.add(probed(1, "telnet"));
        observations.add(new Observation(
                new Sighting(SSH, "ftp", List.of(), Confidence.CONFIRMED),
                CommonFacts.RECOGNISED.complete("server"),
                new Evidence(Source.CAPTURE, Seen.NOW, "a.pcap", 3, "")));
        assertThat(compared().both()).extracting(Comparison.BothSeen::protocol).containsExactly("ssh");
    }

    @Test
    void anotherProductIsADisagreementOnlyWhereEachEyeTellsOfOne() {
        saw(Source.CAPTURE, CommonFacts.SOFTWARE.complete("OpenSSH", "8.4p1", null));
        saw(Source.PROBE, CommonFacts.SOFTWARE.complete("Dropbear", "2020", null));
        assertThat(only(compared()).captured().orElseThrow().value())
                .isEqualTo(Map.of("product", "OpenSSH", "version", "8.4p1"));
        saw(Source.PROBE, CommonFacts.SOFTWARE.complete("libssh", "0.9", null));
        assertThat(compared().differences()).isEmpty();
        observations.remove(1);
        saw(Source.CAPTURE, CommonFacts.SOFTWARE.complete("Dropbear", "2021", null));
        assertThat(compared().differences()).isEmpty();
    }

    @Test
    void whatIsMostAlikeIsShownAgainstIt() {
        FactType key = FactType.of("ssh.host-key", "")
                .text("type", "")
                .number("bits", "")
                .text("sha256", "");
        saw(Source.CAPTURE, key.complete("ssh-rsa", 2048, "aa"));
        saw(Source.PROBE, key.complete("ssh-rsa", 1024, "bb"));
        saw(Source.PROBE, key.complete("ssh-rsa", 2048, "cc"));
        saw(Source.PROBE, key.complete("ssh-rsa", 4096, "dd"));
        assertThat(only(compared()).probed().orElseThrow().value()).isEqualTo(Map.of("sha256", "cc"));
    }

    @Test
    void orderOfWhatWasSeenDoesNotMatter() {
        saw(Source.CAPTURE, OFFER.partial(List.of("c")));
        saw(Source.PROBE, OFFER.complete(List.of("a")));
        saw(Source.CAPTURE, KEY.complete("ssh-rsa", "aa"));
        saw(Source.PROBE, KEY.complete("ssh-rsa", "bb"));
        Comparison one = compared();
        Collections.reverse(observations);
        assertThat(compared()).isEqualTo(one);
        assertThat(one.differences()).hasSize(2);
    }

    private void saw(Source eye, Fact fact) {
        Evidence evidence = new Evidence(eye, Seen.NOW, eye == Source.CAPTURE ? "a.pcap" : "ssh.question", 1, "");
        observations.add(new Observation(new Sighting(SSH, "ssh", List.of(), Confidence.CONFIRMED), fact, evidence));
        if (eye == Source.PROBE) {
            attempts.add(Seen.attempt(SSH, "ssh.question", Status.ANSWERED));
        }
    }

    private static Observation probed(int host, String protocol) {
        return Seen.recognised(Seen.endpoint(host, 22), protocol);
    }

    private static DeclaredService service(int port, String protocol) {
        return new DeclaredService(
                List.of(), PortSet.of(port), Transport.TCP, Optional.of(protocol), List.of(), "", "");
    }

    private Comparison compared(DeclaredService... declared) {
        Statements stated = new Statements(
                declared.length == 0 ? Optional.empty() : Optional.of(Arrays.asList(declared)), Optional.empty());
        UnitScope unit =
                new UnitScope("u", "", "", "untrusted", Optional.empty(), any -> true, any -> true, List.of(), stated);
        Run run = new Run("run", "0", "scan", Seen.NOW, Seen.NOW, "untrusted", true);
        Collected collected = new Collected(run, observations, attempts, captures, List.of());
        EyesTogether eyes = new EyesTogether(collected);
        eyes.add(unit, Stating.of(SeenEndpoints.of(collected), unit, collected.attempts()));
        return eyes.compared();
    }

    private static Difference only(Comparison compared) {
        assertThat(compared.differences()).hasSize(1);
        return compared.differences().get(0);
    }
}
