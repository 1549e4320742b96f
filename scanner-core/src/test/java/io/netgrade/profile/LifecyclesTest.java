// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Sighting;
import io.netgrade.yaml.Mistakes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecyclesTest {
    private static final String TABLE = """
            schema: netgrade.lifecycles/1
            products:
              - product: Server
                source: its maker
                cycles:
                  - version: "1.4"
                    ends: 2020-12-31
                    kept-by:
                      - {name: Distro 1, ends: 2027-12-31}
                      - {name: Distro 2, version: "1.4.2", ends: 2024-12-31}
                      - {name: Distro 3, version: "1.4.3", ends: 2040-12-31}
                  - {version: "1.5", ends: none, kept-by: [{name: Distro 1, ends: 2027-12-31}, {name: Maker for money}]}
              - product: Distro
                source: distro.example
                cycles:
                  - {version: "1", ends: 2022-12-31}
                  - {version: "2", ends: 2024-12-31, kept-by: [{name: LTS, ends: 2032-12-31}]}
                  - {version: "3", ends: 2026-12-31, kept-by: [{name: LTS, ends: 2034-12-31}, {name: others}]}
            marks:
              - {mark: [Distro, a very long mark of no release], system: Distro}
              - {mark: dist2u4-lts, system: Distro, version: "1"}
              - {mark: dist2u, system: Distro, version: "2"}
              - {mark: dist3u, system: Distro, version: "3"}
              - {mark: dist9u, system: Distro, version: "9"}
            """;

    @TempDir
    private Path folder;

    @Test
    void versionIsOfTheReleaseThatItBeginsWith() {
        assertThat(only("PHP", "7.4.99", "").text("cycle")).contains("7.4");
        assertThat(only("Kubernetes", "v1.28.3", "").text("cycle")).contains("1.28");
        assertThat(only("PostgreSQL", "13.14", "").instant("ends")).contains(Instant.parse("2025-11-14T00:00:00Z"));
    }

    @Test
    void numberThatOnlyLooksAlikeIsOfNone() {
        Fact fact = only("nginx", "1.180.0", "");
        assertThat(fact.complete()).isFalse();
        assertThat(fact.text("cycle")).isEmpty();
    }

    @Test
    void whatCameBeforeTheListIsOverAsWell() {
        assertThat(only("nginx", "1.9.9", "").instant("ends")).contains(Instant.parse("2020-04-22T00:00:00Z"));
    }

    @Test
    void versionThatADistributionShipsMayBeMendedByIt() {
        assertThat(only("nginx", "1.22.1", "").text("kept-by").orElseThrow()).contains("Debian 12");
        assertThat(only("nginx", "1.22.0", "").text("kept-by")).isEmpty();
    }

    @Test
    void systemInTheBannerSaysWhoMendsIt() {
        Fact marked = only("nginx", "1.18.0", "nginx/1.18.0 (Ubuntu)");
        assertThat(marked.text("kept-by")).contains("Ubuntu");
        assertThat(marked.instant("kept-until")).isEmpty();
    }

    @Test
    void releaseOfTheSystemIsHeldAgainstItsOwnDay() {
        List<Fact> facts = facts("OpenSSH", "7.9p1", "SSH-2.0-OpenSSH_7.9p1 Debian-10+deb10u2");
        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.text("product")).contains("Debian");
            assertThat(fact.text("cycle")).contains("10");
            assertThat(fact.instant("ends")).contains(Instant.parse("2024-07-01T00:00:00Z"));
        });
    }

    @Test
    void softwareWithoutDaysOrVersionSaysNothing() {
        assertThat(facts("OpenSSH", "9.2p1", "SSH-2.0-OpenSSH_9.2p1")).isEmpty();
        assertThat(facts("nginx", null, "nginx")).isEmpty();
        assertThat(facts("Frobnicator", "1.0", "")).isEmpty();
    }

    @Test
    void endlessNumbersDoNoHarm() {
        assertThat(facts("nginx", "9".repeat(5000) + "." + "1.".repeat(5000), ""))
                .hasSize(1);
        assertThat(facts("nginx", "...", "")).hasSize(1);
    }

    @Test
    void tableOfTheUsersOwnGoesBeforeTheShippedOne() throws Exception {
        Lifecycles own = read("""
                schema: netgrade.lifecycles/1
                products:
                  - product: nginx
                    source: contract 7
                    verified: true
                    cycles: [{version: "1.18", ends: 2031-12-31}]
                """).before(Lifecycles.shipped());
        Fact nginx = own.of(software("nginx", "1.18.0", "")).get(0).fact();
        assertThat(nginx.text("source")).contains("contract 7");
        assertThat(nginx.instant("ends")).contains(Instant.parse("2032-01-01T00:00:00Z"));
        assertThat(own.of(software("PHP", "7.4.1", ""))).hasSize(1);
    }

    @Test
    void theLastDayOfAllWhoMayMendARelease() throws Exception {
        Lifecycles table = read(TABLE);

        Fact kept = fact(table, "Server", "1.4.2", "");
        assertThat(kept.instant("ends")).contains(Instant.parse("2021-01-01T00:00:00Z"));
        assertThat(kept.text("kept-by")).contains("Distro 1, Distro 2");
        assertThat(kept.instant("kept-until")).contains(Instant.parse("2028-01-01T00:00:00Z"));
    }

    @Test
    void whereOneOfThemNamesNoDayThereIsNoLastDay() throws Exception {
        Fact kept = fact(read(TABLE), "Server", "1.5.0", "");

        assertThat(kept.text("kept-by")).contains("Distro 1, Maker for money");
        assertThat(kept.instant("kept-until")).isEmpty();
    }

    @Test
    void theSystemInTheBannerMendsUntilItIsNotMendedItself() throws Exception {
        Lifecycles table = read(TABLE);
        List<Fact> told = factsOf(table, "Server", "1.5.0", "Server 1.5.0-dist2u4");

        assertThat(told).hasSize(2);
        assertThat(told.get(0).text("product")).contains("Server");
        assertThat(told.get(0).text("kept-by")).contains("Distro 2");
        assertThat(told.get(0).instant("kept-until")).contains(Instant.parse("2033-01-01T00:00:00Z"));
        assertThat(told.get(1).text("product")).contains("Distro");
        assertThat(told.get(1).text("cycle")).contains("2");
        assertThat(told.get(1).instant("kept-until")).contains(Instant.parse("2033-01-01T00:00:00Z"));
        assertThat(fact(table, "Server", "1.5.0", "Server (Distro)").text("kept-by"))
                .contains("Distro");
        assertThat(fact(table, "Server", "1.5.0", "Server (Distro)").instant("kept-until"))
                .isEmpty();
    }

    @Test
    void aSystemThatSomebodyMendsWithoutADayHasNoLastDay() throws Exception {
        assertThat(factsOf(read(TABLE), "Server", "1.5.0", "dist3u1").get(0).instant("kept-until"))
                .isEmpty();
        assertThat(factsOf(read(TABLE), "Server", "1.5.0", "dist9u1").get(0).instant("kept-until"))
                .isEmpty();
    }

    @Test
    void aSystemThatSaysItsOwnVersionIsToldOnce() throws Exception {
        assertThat(factsOf(read(TABLE), "distro", "2", "dist2u4")).hasSize(1);
    }

    @Test
    void ofTwoMarksTheOneThatTellsTheReleaseCountsAndOfThoseTheLonger() throws Exception {
        Lifecycles table = read(TABLE);

        assertThat(fact(table, "Other", null, "a very long mark of no release, dist2u4")
                        .text("cycle"))
                .contains("2");
        assertThat(fact(table, "Other", null, "dist2u4 dist2u4-lts").text("cycle"))
                .contains("1");
    }

    @Test
    void whatIsKnownOfSoftwareStandsBehindWhatWasSeen() {
        Observation nginx = software("nginx", "1.18.0", "");
        Observation other = Seen.recognised(Seen.ENDPOINT, "http");

        assertThat(Lifecycles.shipped().with(Seen.of(nginx, other)).all())
                .hasSize(3)
                .startsWith(nginx, other)
                .last()
                .satisfies(told -> assertThat(told.fact().text("product")).contains("nginx"));
    }

    private Lifecycles read(String yaml) throws Exception {
        Mistakes mistakes = new Mistakes();
        Lifecycles read = Lifecycles.read(Files.writeString(folder.resolve("own.yml"), yaml), mistakes);
        assertThat(mistakes.all()).isEmpty();
        return read;
    }

    private static Fact only(String product, String version, String banner) {
        List<Fact> facts = facts(product, version, banner);
        assertThat(facts).hasSize(1);
        return facts.get(0);
    }

    private static Fact fact(Lifecycles table, String product, @Nullable String version, String banner) {
        List<Fact> facts = factsOf(table, product, version, banner);
        assertThat(facts).hasSize(1);
        return facts.get(0);
    }

    private static List<Fact> factsOf(Lifecycles table, String product, @Nullable String version, String banner) {
        return table.of(software(product, version, banner)).stream()
                .map(Observation::fact)
                .toList();
    }

    private static List<Fact> facts(String product, @Nullable String version, String banner) {
        return factsOf(Lifecycles.shipped(), product, version, banner);
    }

    private static Observation software(String product, @Nullable String version, String banner) {
        return new Observation(
                new Sighting(Seen.ENDPOINT, "x", List.of(), Confidence.CONFIRMED),
                CommonFacts.SOFTWARE.partial(product, version, null),
                new Evidence(Evidence.Source.PROBE, Seen.NOW, "q", 0, banner));
    }
}
