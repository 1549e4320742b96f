// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.scan.TargetFile;
import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan asks of its units, by declaration and by grading methods. */
class RequirementReaderTest {
    @TempDir
    private Path folder;

    @Test
    void aMethodComputesTheLevelAsked() throws Exception {
        Requirement asked = read("""
                {method: ydt-1729-2008, factors: {social-influence: {value: 3, reason: a province}, service-importance: 4,
                 scale: 3}, reviewed: {on: 2026-03-01, by: experts}, evaluated: 2026-05-01}""");

        assertThat(asked.level().map(Level::id)).contains("3.2");
        assertThat(asked.classification().orElseThrow().answers().get(0).reason())
                .isEqualTo("a province");
        assertThat(asked.review().on()).contains(LocalDate.parse("2026-03-01"));
        assertThat(asked.done().evaluated()).contains(LocalDate.parse("2026-05-01"));
        assertThat(asked.done().riskAssessed()).isEmpty();
    }

    @Test
    void theTelecomMethodIsTakenWhereNoneIsNamed() throws Exception {
        Requirement asked = read("{factors: {social-influence: 1, service-importance: 1, scale: 1}}");

        assertThat(asked.level().map(Level::id)).contains("1");
    }

    @Test
    void harmIsWrittenAsObjectAndDegree() throws Exception {
        Requirement asked = read("""
                {method: gbt-22240-2020, factors: {business-information: {citizens: serious, reason: customers},
                 system-service: {social-order: general}}}""");

        assertThat(asked.level().map(Level::id)).contains("2");
    }

    @Test
    void aReviewedLevelTakesThePlaceOfTheComputedOne() throws Exception {
        Requirement asked = read("""
                {factors: {social-influence: 1, service-importance: 1, scale: 1},
                 reviewed: {level: "2", reason: neighbours depend on it}}""");

        assertThat(asked.level().map(Level::id)).contains("2");
        assertThat(asked.classification().orElseThrow().computed()).isEqualTo("1");
    }

    @Test
    void aLevelThatTheProfileHasNotIsSaidByHand() throws Exception {
        String three = """
                {method: gbt-22240-2020, factors: {business-information: {social-order: serious},
                 system-service: {citizens: general}}%s}""";

        assertThat(mistakes(three.formatted("")))
                .singleElement()
                .asString()
                .contains("level 3 of method gbt-22240-2020 is none of the profile's (1, 2, 3.1, 3.2, 4, 5)");
        assertThat(read(three.formatted(", level: \"3.1\", reason: 3 is taken as 3.1"))
                        .level()
                        .map(Level::id))
                .contains("3.1");
    }

    @Test
    void aMethodOfTheUsersOwnStandsBesideThePlan() throws Exception {
        Path shipped = Path.of(
                System.getProperty("netgrade.root", ".."), "profiles/src/main/resources/methods/ydt-1729-2008.yml");
        Files.writeString(
                folder.resolve("own.yml"),
                Files.readString(shipped)
                        .replaceFirst("(?s)examples:.*", "")
                        .replace("from: \"4.5\"", "from: \"4.9\""));

        assertThat(read("{method: own.yml, factors: {social-influence: 5, service-importance: 5, scale: 4}}")
                        .level()
                        .map(Level::id))
                .contains("4");
    }

    @Test
    void mistakesOfAMethodStandAtTheirOwnLines() throws Exception {
        Files.writeString(folder.resolve("own.yml"), "schema: netgrade.grading/0\n");

        assertThat(mistakes("{method: own.yml, factors: {scale: 1}}"))
                .isNotEmpty()
                .allSatisfy(mistake -> assertThat(mistake.file()).isEqualTo(folder + "/own.yml"));
        assertThat(mistakes("{method: none.yml, factors: {scale: 1}}"))
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.file()).isEqualTo(folder + "/plan.yaml");
                    assertThat(mistake.line()).isEqualTo(4);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{reason: none}|level is missing",
                "{method: ydt-1729}|method \"ydt-1729\" is not one of gbt-22240-2020, ydt-1729-2008",
                "{factors: {social-influence: 3, service-importance: 3}}|scale is missing",
                "{factors: {social-influence: 9, service-importance: 3, scale: 3}}|social-influence \"9\" is not one of 1, 2, 3, 4, 5",
                "{factors: {social: 3, service-importance: 3, scale: 3}}|key \"social\" is not one of",
                "{level: '2', levels: x}|key \"levels\" is not one of level, reason, method, factors, weights, reviewed, evaluated,"
                        + " risk-assessed; did you mean \"level\"?",
                "{method: ydt-1729-2008}|factors is missing",
                "{factors: {social-influence: {value: 3, why: x}, service-importance: 3, scale: 3}}|key \"why\" is not one of"
                        + " value, reason",
                "{level: '2', reviewed: {at: x}}|key \"at\" is not one of on, by, level, reason",
                "{level: '2', evaluated: yesterday}|evaluated: \"yesterday\" is no day such as 2026-11-23",
                "{level: '2', reviewed: {level: '3.1', reason: x}}|reviewed.level is for a computed level",
                "{factors: {social-influence: 3, service-importance: 3, scale: 3}, reviewed: {level: '2'}}|a reviewed level needs a reason",
                "{factors: {social-influence: 3, service-importance: 3, scale: 3}, level: '2'}|level in place of the method's needs a reason",
                "{factors: {social-influence: 3, service-importance: 3, scale: 3}, weights: {scale: 1}}|weights: social-influence is missing",
            })
    void mistakesAreTold(String required, String message) throws Exception {
        assertThat(mistakes(required)).anySatisfy(mistake -> {
            assertThat(mistake.message()).startsWith(message);
            assertThat(mistake.line()).isEqualTo(4);
        });
    }

    private Requirement read(String required) throws IOException, MistakesException {
        return new PlanReader(ProtocolCatalog.vocabulary(), TargetFile::read)
                .ofLevelsAsked()
                .read(plan(required), Optional.empty())
                .units()
                .get(0)
                .requirement();
    }

    private List<Mistake> mistakes(String required) {
        return catchThrowableOfType(MistakesException.class, () -> read(required))
                .mistakes();
    }

    private Path plan(String required) throws IOException {
        return Files.writeString(
                folder.resolve("plan.yaml"),
                "schema: netgrade.plan/1\nunits:\n  - id: a\n    required: " + required.replace("\n", "\n      ")
                        + "\n");
    }
}
