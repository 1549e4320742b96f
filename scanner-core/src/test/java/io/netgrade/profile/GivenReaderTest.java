// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.Sighting;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an example says was seen. */
class GivenReaderTest {
    private static final FactType KEY = FactType.of("x.key", "")
            .number("bits", "")
            .text("kind", "")
            .names("uses", "")
            .flag("own", "")
            .instant("until", "");
    private static final Vocabulary VOCABULARY = Vocabulary.of(List.of(), List.of(KEY), List.of("x", "y"));
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final SoundFile GIVEN = new SoundFile("""
            given:
              - {x.key: {bits: 256, kind: EC, uses: [sign, verify], own: true, until: 2027-01-31T00:00:00Z}}
              - {service.software: {product: Acme}, protocol: y, layers: [tls], confidence: likely, source: capture, complete: false}
            attempts:
              - {question: x.hello, status: not-this-protocol}
            """);

    private final GivenReader reader = new GivenReader(VOCABULARY);

    @Test
    void eachFactIsAnObservationOfAServiceThatIsRecognised() {
        Observations read = GIVEN.read(example -> reader.read(example, NOW));

        Sighting plain = new Sighting(read.all().get(0).service().endpoint(), "x", List.of(), Confidence.CONFIRMED);
        Sighting inTls = new Sighting(plain.endpoint(), "y", List.of("tls"), Confidence.LIKELY);
        Evidence probe = new Evidence(Source.PROBE, NOW, "example", 0, "");
        Evidence capture = new Evidence(Source.CAPTURE, NOW, "example", 0, "");
        assertThat(read.all())
                .containsExactly(
                        new Observation(plain, CommonFacts.RECOGNISED.complete("server"), probe),
                        new Observation(
                                plain,
                                KEY.complete(
                                        256,
                                        "EC",
                                        List.of("sign", "verify"),
                                        true,
                                        Instant.parse("2027-01-31T00:00:00Z")),
                                probe),
                        new Observation(inTls, CommonFacts.RECOGNISED.complete("server"), capture),
                        new Observation(inTls, CommonFacts.SOFTWARE.partial("Acme", null, null), capture));
    }

    @Test
    void anAttemptIsOneOfTheSameEndpoint() {
        Observations read = GIVEN.read(example -> reader.read(example, NOW));

        assertThat(read.attempts())
                .containsExactly(new Attempt(
                        read.all().get(0).service().endpoint(),
                        "x.hello",
                        Attempt.Status.NOT_THIS_PROTOCOL,
                        "",
                        NOW,
                        0,
                        0,
                        0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {x.key: {bits | {complete: true, x.k: {}, x.key: {bits | 2: each entry holds one fact, not 2 [x.k, x.key]
            `service.software: {product: Acme}, ` | | 3: each entry holds one fact, not 0 []
            x.key: | x.keys: | 2: fact "x.keys" is not one of service.recognised, service.software, x.key; did you mean "x.key"?
            `protocol: y, ` | | 3: service.software is a fact of any protocol: say which with protocol:
            protocol: y | protocol: z | 3: protocol "z" is not one of x, y
            likely | maybe | 3: confidence "maybe" is not one of port, likely, confirmed
            source: capture | source: rumour | 3: source "rumour" is not one of capture, probe
            complete: false | complete: no | 3: complete "no" is not one of true, false
            kind: EC | sort: EC | 2: key "sort" is not one of bits, kind, uses, own, until
            bits: 256 | bits: 2.5 | 2: bits "2.5" is not a whole number
            2027-01-31T00:00:00Z | tomorrow | 2: until "tomorrow" is not a moment such as 2026-01-31T00:00:00Z
            own: true | own: mine | 2: own "mine" is not one of true, false
            `question: x.hello, ` | | 5: question is missing
            , status: not-this-protocol | | 5: status is missing
            status: not-this-protocol | status: resets | 5: status "resets" is not one of answered, banned, budget-spent, closed-early, fault, filtered, not-this-protocol, out-of-scope, out-of-window, refused, reset, timed-out, unreachable; did you mean "reset"?
            status: not-this-protocol | status: reset, bytes: 3 | 5: key "bytes" is not one of question, status
            """)
    void eachMistakeIsTold(String from, String to, String mistake) {
        assertThat(GIVEN.told(from, to, example -> reader.read(example, NOW))).containsExactly("f:" + mistake);
    }
}
