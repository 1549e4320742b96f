// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.fact.Attempts;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Run;
import io.netgrade.profile.Level;
import io.netgrade.protocol.tls.TlsFacts;
import io.netgrade.scan.Judging;
import io.netgrade.yaml.MistakesException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The scores of the shipped profile, against sums made by hand from the guide's tables. */
class SslLabsScoreTest {
    private static final Instant EARLIER = Seen.NOW.minusSeconds(86_400);
    private static final Instant LATER = Seen.NOW.plusSeconds(8_640_000);

    private final List<Observation> seen = new ArrayList<>();

    /** Protocol (100+100)/2; key 2048 bits: 90; cipher (80+100)/2 = 90: 30 + 27 + 36. */
    @Test
    void aModernServer() throws MistakesException {
        versions("TLSv1.2", "TLSv1.3");
        suites("TLSv1.2", 128, List.of("RSA"), "AES_128", "AES_256");
        suites("TLSv1.3", 128, List.of(), "AES_128", "AES_256", "CHACHA20");
        certificate("RSA", 2048, false);
        says(TlsFacts.DH_GROUP.none());

        Score score = score();

        assertThat(points(score)).containsExactly("100", "90", "90");
        assertThat(score.total()).hasValueSatisfying(equalTo("93"));
        assertThat(score.byScore().map(Level::id)).contains("A");
        assertThat(score.cappedBy()).isEmpty();
        assertThat(score.open()).contains("LAB-02", "LAB-30");
    }

    /**
     * Protocol (90+100)/2 = 95; key: the prime of 1024 bits, 80; cipher (20+80)/2 = 50: 28.5 + 24 + 20. Blocks of 64 bits
     * with TLS 1.1 or later cap at C.
     */
    @Test
    void anOldServerIsCappedToo() throws MistakesException {
        versions("TLSv1.0", "TLSv1.1", "TLSv1.2");
        for (String version : List.of("TLSv1.0", "TLSv1.1", "TLSv1.2")) {
            suites(version, 112, List.of("RSA"), "AES_128", "3DES");
        }
        certificate("RSA", 2048, false);
        says(TlsFacts.DH_GROUP.complete(1024));

        Score score = score();

        assertThat(points(score)).containsExactly("95", "80", "50");
        assertThat(score.total()).hasValueSatisfying(equalTo("72.5"));
        assertThat(score.byScore().map(Level::id)).contains("B");
        assertThat(score.letter().map(Level::id)).contains("C");
        assertThat(score.cappedBy()).as("LAB-01 caps at B, which the score is").containsExactly("LAB-05");
        assertThat(score.instead())
                .as("what fails there is neither trust nor name")
                .isEmpty();
    }

    /** Protocol (80+90)/2 = 85; an export suite and a key of 512 bits: 40; cipher (20+80)/2: 25.5 + 12 + 20. */
    @Test
    void aScoreOfCIsCappedToF() throws MistakesException {
        versions("SSLv3", "TLSv1.0");
        suites("SSLv3", 40, List.of("RSA"), "RC4", "EXPORT");
        suites("TLSv1.0", 40, List.of("RSA"), "RC4", "EXPORT");
        certificate("RSA", 512, false);
        says(TlsFacts.DH_GROUP.none());

        Score score = score();

        assertThat(points(score)).containsExactly("85", "40", "50");
        assertThat(score.total()).hasValueSatisfying(equalTo("57.5"));
        assertThat(score.byScore().map(Level::id)).contains("C");
        assertThat(score.letter().map(Level::id)).contains("F");
        assertThat(score.cappedBy()).contains("LAB-03", "LAB-08");
    }

    /** Everything is 100. */
    @Test
    void theBestThereIs() throws MistakesException {
        versions("TLSv1.3");
        suites("TLSv1.3", 256, List.of(), "AES_256", "CHACHA20");
        certificate("EC", 256, false);
        says(TlsFacts.DH_GROUP.none());

        assertThat(score().total()).hasValueSatisfying(equalTo("100"));
    }

    /** One part of 0 makes the whole 0. */
    @Test
    void anAnonymousSuiteScoresNothing() throws MistakesException {
        versions("TLSv1.2");
        suites("TLSv1.2", 256, List.of("RSA", "anon"), "AES_256");
        certificate("RSA", 4096, false);
        says(TlsFacts.DH_GROUP.none());

        Score score = score();

        assertThat(points(score)).containsExactly("100", "0", "100");
        assertThat(score.total()).hasValueSatisfying(equalTo("0"));
        assertThat(score.letter().map(Level::id)).contains("F");
    }

    /** The bounds of the scale of elliptic curves: 224 bits 90, 225 bits 100. */
    @Test
    void stepsHoldAtTheirBounds() throws MistakesException {
        versions("TLSv1.3");
        suites("TLSv1.3", 256, List.of(), "AES_256");
        says(TlsFacts.DH_GROUP.none());
        certificate("EC", 224, false);
        assertThat(points(score())).containsExactly("100", "90", "100");

        seen.remove(seen.size() - 1);
        certificate("EC", 225, false);
        assertThat(points(score())).containsExactly("100", "100", "100");
    }

    @Test
    void aSelfSignedCertificateIsNotTrustedWhateverTheScore() throws MistakesException {
        versions("TLSv1.3");
        suites("TLSv1.3", 256, List.of(), "AES_256");
        certificate("EC", 256, true);
        says(TlsFacts.DH_GROUP.none());
        says(fact(TlsFacts.CHAIN, true, Map.of("length", 1L, "in-order", true, "self-signed", true)));

        assertThat(score().instead()).contains("T");
    }

    @Test
    void whatWasSeenInPartScoresNothingAndSaysSo() throws MistakesException {
        says(fact(TlsFacts.VERSIONS_ACCEPTED, false, Map.of("versions", List.of("TLSv1.2"))));
        says(fact(
                TlsFacts.SUITES_ACCEPTED,
                false,
                Map.of("version", "TLSv1.2", "encryptions", List.of("AES_128"), "bits", 128L)));

        Score score = score();

        assertThat(score.total()).isEmpty();
        assertThat(score.letter()).isEmpty();
        assertThat(score.parts())
                .allSatisfy(part -> assertThat(part.why()).contains("is not known in full"))
                .allSatisfy(part -> assertThat(part.score()).isEmpty());
    }

    @Test
    void everyVersionMustBeKnown() throws MistakesException {
        versions("TLSv1.2", "TLSv1.3");
        suites("TLSv1.2", 128, List.of("RSA"), "AES_128");
        certificate("RSA", 2048, false);
        says(TlsFacts.DH_GROUP.none());

        Score score = score();

        assertThat(score.parts().get(0).score()).isPresent();
        assertThat(score.parts().get(2).why()).isEqualTo("tls.suites-accepted is not known in full for TLSv1.3");
        assertThat(score.total()).isEmpty();
    }

    @Test
    void aKeyWithoutAScaleAndAnUnknownCipherScoreNothing() throws MistakesException {
        versions("TLSv1.2");
        suites("TLSv1.2", 128, List.of("RSA"), "BLOWFISH");
        certificate("1.2.3.4", 2048, false);
        says(TlsFacts.DH_GROUP.none());

        Score score = score();

        assertThat(score.parts().get(1).why()).isEqualTo("the scheme has no score for what tls.certificate says");
        assertThat(score.parts().get(2).why()).isEqualTo("the scheme has no score for BLOWFISH");
    }

    /** Protocol 100; key 100; cipher (20+80)/2 = 50: 30 + 30 + 20, the bound of A itself. */
    @Test
    void aTotalAtTheBoundOfALetterHasThatLetter() throws MistakesException {
        versions("TLSv1.2");
        suites("TLSv1.2", 112, List.of("RSA"), "AES_128");
        certificate("EC", 256, false);
        says(TlsFacts.DH_GROUP.none());

        Score score = score();

        assertThat(score.total()).hasValueSatisfying(equalTo("80"));
        assertThat(score.byScore().map(Level::id)).contains("A");
        assertThat(score.instead()).as("no letter takes its place").isEmpty();
    }

    /** A part of the worst is 0 whatever else there may be; one of a mean may be anything. */
    @Test
    void aZeroDecidesThePartOfTheWorstAlone() throws MistakesException {
        versions("TLSv1.2");
        suites("TLSv1.2", 256, List.of("anon"), "NULL", "BLOWFISH");
        certificate("1.2.3.4", 2048, false);
        says(TlsFacts.DH_GROUP.none());

        assertThat(points(score())).containsExactly("100", "0", "the scheme has no score for BLOWFISH");
    }

    @Test
    void suitesThatTellNoCipherHaveNoScore() throws MistakesException {
        versions("TLSv1.2");
        says(fact(TlsFacts.SUITES_ACCEPTED, true, Map.of("version", "TLSv1.2")));
        certificate("RSA", 2048, false);
        says(TlsFacts.DH_GROUP.none());

        assertThat(points(score()))
                .containsExactly("100", "90", "the scheme has no score for what tls.suites-accepted says");
    }

    /** What is open above the letter cannot move it, and what was found is not open. */
    @Test
    void whatIsOpenIsNamedUpToTheLetter() throws MistakesException {
        versions("TLSv1.2");
        suites("TLSv1.2", 128, List.of("RSA"), "AES_128");
        certificate("RSA", 2048, false);
        says(TlsFacts.DH_GROUP.none());

        Score best = score();

        assertThat(best.letter().map(Level::id)).contains("A+");
        assertThat(best.open()).contains("LAB-10", "LAB-14", "LAB-30").doesNotContain("LAB-01", "LAB-03", "LAB-08");

        seen.clear();
        versions("TLSv1.0");
        suites("TLSv1.0", 112, List.of("RSA"), "3DES");
        certificate("RSA", 2048, false);
        says(TlsFacts.DH_GROUP.none());
        Score capped = score();

        assertThat(capped.letter().map(Level::id)).contains("C");
        assertThat(capped.open()).containsExactly("LAB-10", "LAB-11", "LAB-30");
    }

    @Test
    void whereThereIsNoTlsNothingIsScored() throws MistakesException {
        seen.add(Seen.recognised(Seen.ENDPOINT, "ssh"));

        assertThat(judged("ssl-labs").scores()).isEmpty();
    }

    @Test
    void otherSchemesHaveNoScore() throws MistakesException {
        versions("TLSv1.3");

        assertThat(judged("ssl-labs").scores()).hasSize(1);
        assertThat(judged("mozilla-tls").scores()).isEmpty();
    }

    private void versions(String... versions) {
        says(fact(TlsFacts.VERSIONS_ACCEPTED, true, Map.of("versions", List.of(versions))));
    }

    private void suites(String version, long bits, List<String> authentications, String... encryptions) {
        says(fact(
                TlsFacts.SUITES_ACCEPTED,
                true,
                Map.of(
                        "version",
                        version,
                        "authentications",
                        authentications,
                        "encryptions",
                        List.of(encryptions),
                        "bits",
                        bits)));
    }

    private void certificate(String algorithm, long bits, boolean selfSigned) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("position", 0L);
        value.put("not-before", EARLIER);
        value.put("not-after", LATER);
        value.put("key-algorithm", algorithm);
        value.put("key-bits", bits);
        value.put("self-signed", selfSigned);
        says(fact(TlsFacts.CERTIFICATE, true, value));
    }

    private static Fact fact(FactType type, boolean complete, Map<String, Object> value) {
        return new Fact(type.id(), complete, value);
    }

    private void says(Fact fact) {
        seen.add(Seen.seen(Seen.ENDPOINT, fact, io.netgrade.fact.Confidence.CONFIRMED, Evidence.Source.PROBE));
    }

    private Score score() throws MistakesException {
        List<Score> scores = judged("ssl-labs").scores();
        assertThat(scores).hasSize(1);
        return scores.get(0);
    }

    private Assessment judged(String profile) throws MistakesException {
        Run run = new Run("run", "0", "scan", Seen.NOW, Seen.NOW, "untrusted", true);
        UnitScope unit = new UnitScope("u", "", "", "untrusted", Optional.empty(), any -> true, any -> true);
        return Judging.judge(
                new Collected(run, seen, Attempts.of(List.of()), List.of(), List.of()),
                Judging.profile(profile),
                List.of(unit),
                Optional.empty());
    }

    private static List<String> points(Score score) {
        return score.parts().stream()
                .map(part -> part.score()
                        .map(BigDecimal::stripTrailingZeros)
                        .map(BigDecimal::toPlainString)
                        .orElse(part.why()))
                .toList();
    }

    private static java.util.function.Consumer<BigDecimal> equalTo(String total) {
        return found -> assertThat(found).isEqualByComparingTo(total);
    }
}
