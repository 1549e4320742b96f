// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.FactType;
import io.netgrade.profile.Rating.Each;
import io.netgrade.profile.Rating.Input;
import io.netgrade.profile.Rating.Instead;
import io.netgrade.profile.Rating.Letter;
import io.netgrade.profile.Rating.Part;
import io.netgrade.profile.Rating.Step;
import io.netgrade.profile.Rating.Take;
import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a profile's scheme scores an endpoint: {@code rating.yml}. */
class RatingReaderTest {
    private static final SoundFile RATING = new SoundFile("""
            schema: netgrade.rating/1
            title: {en: Score, zh: 评分}
            source: a guide
            unverified: [{en: from memory, zh: 凭记忆}]
            protocols: [tls]
            parts:
              - {id: key, title: {en: Key, zh: 密钥}, weight: 60, take: worst, inputs: [
                  {fact: tls.key, field: bits, where: {kind: [RSA, DSA]}, below: {"2048": 80, "512": 20}, above: 100}]}
              - {id: suites, title: {en: Suites, zh: 套件}, weight: 40, take: mean, inputs: [
                  {fact: tls.suites, field: names, names: {weak: 0, strong: 100}, ignore-others: true,
                   each: {field: version, fact: tls.versions, names: versions}}]}
            letters:
              - {at-least: 0, level: F}
              - {at-least: 80, level: A}
            beyond: A+
            instead: [{control: LAB-10, letter: T}]
            """);
    private static final Vocabulary VOCABULARY = Vocabulary.of(
            List.of(),
            List.of(
                    FactType.of("tls.key", "").number("bits", "").text("kind", ""),
                    FactType.of("tls.suites", "").text("version", "").names("names", ""),
                    FactType.of("tls.versions", "").names("versions", "")),
            List.of("ssh", "tls"));
    private static final List<Level> LEVELS = Rungs.levels("F", "A", "A+");

    private final RatingReader reader = new RatingReader(VOCABULARY, LEVELS, Rungs.controls("LAB-10"));

    @Test
    void aRatingIsReadWhole() {
        Part key = new Part(
                "key",
                new Text("Key", "密钥"),
                60,
                Take.WORST,
                List.of(new Input(
                        "tls.key",
                        "bits",
                        Map.of("kind", Set.of("RSA", "DSA")),
                        Map.of(),
                        false,
                        List.of(new Step(512, 20), new Step(2048, 80)),
                        100,
                        Optional.empty())));
        Part suites = new Part(
                "suites",
                new Text("Suites", "套件"),
                40,
                Take.MEAN,
                List.of(new Input(
                        "tls.suites",
                        "names",
                        Map.of(),
                        Map.of("weak", 0, "strong", 100),
                        true,
                        List.of(),
                        0,
                        Optional.of(new Each("version", "tls.versions", "versions")))));

        assertThat(RATING.read(reader::read))
                .contains(new Rating(
                        new Text("Score", "评分"),
                        "a guide",
                        List.of(new Text("from memory", "凭记忆")),
                        new Applies(Set.of("tls"), Set.of(), Set.of(), false, false),
                        List.of(key, suites),
                        List.of(new Letter(80, LEVELS.get(1)), new Letter(0, LEVELS.get(0))),
                        LEVELS.get(2),
                        List.of(new Instead("LAB-10", "T"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            schema: netgrade.rating/1 | schema: netgrade.rating/2 | f:1: schema is "netgrade.rating/2", must be netgrade.rating/1
            , zh: 评分 | | f:2: title is missing in zh
            , zh: 凭记忆 | | f:4: zh is missing
            protocols: [tls] | protocols: [dns] | f:5: protocols "dns" is not one of ssh, tls
            protocols: [tls] | protocols: [] | f:5: protocols holds nothing
            beyond: A+ | beyond: A++ | f:15: beyond "A++" is not one of F, A, A+; did you mean "A+"?
            beyond: A+ | | f:1: beyond is missing
            LAB-10 | LAB-11 | f:16: control "LAB-11" is not one of LAB-10; did you mean "LAB-10"?
            `control: LAB-10, ` | | f:16: control is missing
            , letter: T | | f:16: letter is missing
            letter: T | letter: T, says: x | f:16: key "says" is not one of control, letter
            """)
    void eachMistakeInItsHeadIsTold(String from, String to, String mistakes) {
        assertTold(from, to, mistakes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `weight: 60, ` | | f:6: the weights of the parts sum to 40, must be 100; f:7: weight is missing
            weight: 60 | weight: 61 | f:6: the weights of the parts sum to 101, must be 100
            `take: worst, ` | | f:7: take is missing
            take: worst | take: best | f:7: take "best" is not one of mean, worst
            `id: suites, ` | | f:9: id is missing
            take: mean | took: 1, take: mean | f:9: key "took" is not one of id, title, weight, take, inputs
            `fact: tls.key, ` | | f:8: fact is missing
            tls.key | tls.kay | f:8: fact "tls.kay" is not one of service.recognised, service.software, tls.key, tls.suites, tls.versions; did you mean "tls.key"?
            `field: bits, ` | | f:8: field is missing
            field: bits | field: size | f:8: field "size" is not one of bits, kind
            {kind: [RSA, DSA]} | {type: [RSA]} | f:8: key "type" is not one of bits, kind
            , above: 100 | | f:8: above is missing
            , above: 100 | , above: 101 | f:8: above: "101" is not from 0 to 100
            , above: 100 | , above: 1000 | f:8: above: "1000" is not from 0 to 100
            "2048": 80 | "2 k": 80 | f:8: "2 k" is no number
            "2048": 80 | "2048": much | f:8: 2048: "much" is not from 0 to 100
            ignore-others: true | above: 3 | f:10: above is the score of a number that is not below a bound: it needs below
            ignore-others: true | others: true | f:10: key "others" is not one of fact, field, where, names, ignore-others, below, above, each
            `names: {weak: 0, strong: 100}, ` | | f:10: an input has names with their scores, or below and above for a number
            names: {weak: 0, strong: 100} | names: {weak: 0}, below: {"1": 0}, above: 3 | f:10: an input has names with their scores, or below and above for a number
            weak: 0 | weak: -1 | f:10: weak: "-1" is not from 0 to 100
            `, fact: tls.versions` | | f:11: fact is missing
            `, names: versions}` | } | f:11: names is missing
            `field: version, ` | | f:11: field is missing
            field: version | of: x, field: version | f:11: key "of" is not one of field, fact, names
            names: versions | names: version | f:11: names "version" is not one of versions; did you mean "versions"?
            """)
    void eachMistakeInItsPartsIsTold(String from, String to, String mistakes) {
        assertTold(from, to, mistakes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            at-least: 0 | at-least: 1 | f:12: letters must say which one a score of 0 gives
            `at-least: 0, ` | | f:13: at-least is missing
            , level: F | | f:13: level is missing
            level: F | level: G | f:13: level "G" is not one of F, A, A+
            level: F | level: F, grade: 1 | f:13: key "grade" is not one of at-least, level
            """)
    void eachMistakeInItsLettersIsTold(String from, String to, String mistakes) {
        assertTold(from, to, mistakes);
    }

    @ParameterizedTest
    @CsvSource({"title,2", "source,3", "protocols,5", "parts,6", "letters,12"})
    void whatIsMisspeltIsMissing(String key, int line) {
        assertThat(RATING.told(key + ":", "x-" + key + ":", reader::read))
                .contains("f:1: " + key + " is missing")
                .anyMatch(
                        told -> told.startsWith(
                                "f:" + line + ": key \"x-" + key
                                        + "\" is not one of schema, title, source, unverified, protocols, parts, letters, beyond, instead"));
    }

    @Test
    void aRatingWithoutPartsOrLettersWouldScoreNothing() {
        SoundFile bare = new SoundFile("""
                schema: netgrade.rating/1
                title: {en: Score, zh: 评分}
                source: a guide
                protocols: [tls]
                parts: []
                letters: [{at-least: 0, level: F}]
                beyond: A+
                """);

        assertThat(bare.told("", "", reader::read)).containsExactly("f:5: parts holds nothing");
        assertThat(bare.told(
                        "parts: []",
                        "parts: [{id: a, title: {en: A, zh: 甲}, weight: 100, take: mean, inputs: []}]",
                        reader::read))
                .containsExactly("f:5: inputs holds nothing");
        assertThat(bare.with("parts: []", "parts: x").told("[{at-least: 0, level: F}]", "[]", reader::read))
                .containsExactly("f:5: parts must be a mapping, not a single value", "f:6: letters holds nothing");
    }

    private void assertTold(String from, String to, String mistakes) {
        assertThat(String.join("; ", RATING.told(from, to, reader::read))).isEqualTo(mistakes);
    }
}
