// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netgrade.check.Seen;
import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortChoice;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.TimeWindow;
import io.netgrade.grade.UnitScope;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.scan.TargetFile;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanReaderTest {
    private static final String WHOLE = """
            schema: netgrade.plan/1
            operator: Example Telecom
            profile: miit-telecom
            vantage: internal
            state: state
            scope:
              allow: [192.0.2.0/24, ns.example]
              deny: [192.0.2.13]
              ports: "22,53"
              authorised-by: Change 4711
              valid-until: 2027-01-31T00:00:00Z
            units:
              - id: dns-1
                title: Resolvers
                type: dns-recursive
                required: {level: "3.1", reason: filed}
                vantage: management
                addresses: [192.0.2.0/28]
                targets: [192.0.2.1, "ns.example:53"]
                ports: "53"
                captures: [captures/*.pcap]
                evidence: [/var/old.ndjson]
              - id: rest
                captures: [all.pcap]
            """;

    @TempDir
    private Path folder;

    @Test
    void readsAWholePlan() throws Exception {
        Plan plan = read(WHOLE);
        assertThat(plan.operator()).isEqualTo("Example Telecom");
        assertThat(plan.profile().id()).isEqualTo("miit-telecom");
        assertThat(plan.vantage()).isEqualTo("internal");
        assertThat(plan.vantageDeclared()).isTrue();
        assertThat(plan.state()).contains(folder + "/state");
        assertThat(plan.scope().hosts()).containsExactly("ns.example");
        assertThat(plan.scope().ports()).isEqualTo(PortSet.of(22, 53));
        PlanUnit unit = plan.units().get(0);
        assertThat(unit.required().map(Level::id)).contains("3.1");
        assertThat(unit.requirement().reason()).isEqualTo("filed");
        assertThat(unit.vantage()).isEqualTo("management");
        assertThat(unit.addresses()).containsExactly(AddressRange.of("192.0.2.0/28"));
        assertThat(unit.targets()).extracting(Object::toString).containsExactly("192.0.2.1", "ns.example:53");
        assertThat(unit.ports()).contains(PortChoice.of("53"));
        assertThat(unit.captures()).containsExactly(folder + "/captures/*.pcap");
        assertThat(unit.evidence()).containsExactly("/var/old.ndjson");
    }

    @Test
    void takesTheStrictReadingOfWhatIsNotSaid() throws Exception {
        Plan plan = read("schema: netgrade.plan/1\nunits:\n  - {id: a, captures: [a.pcap], ports: usual}\n");
        assertThat(plan.profile().id()).isEqualTo("miit-telecom");
        assertThat(plan.vantage()).isEqualTo("untrusted");
        assertThat(plan.vantageDeclared()).isFalse();
        PlanUnit unit = plan.units().get(0);
        assertThat(unit.required()).isEmpty();
        assertThat(unit.ports()).isEmpty();
        assertThat(unit.ownsAllItHolds()).isTrue();
    }

    @Test
    void unitOwnsItsAddressesOrAllThatItsInputsHold() throws Exception {
        Plan plan = read(WHOLE);
        UnitScope dns = UnitScope.of(plan.units().get(0), List.of(), any -> true);
        assertThat(dns.tries().test(Seen.endpoint(1, 53))).isTrue();
        assertThat(dns.tries().test(Seen.endpoint(77, 53))).isFalse();
        UnitScope rest = UnitScope.of(plan.units().get(1), List.of(), any -> true);
        assertThat(rest.owns().test(Seen.recognised(Seen.endpoint(77, 1), "ssh")))
                .isTrue();
        assertThat(rest.tries().test(Seen.endpoint(77, 1))).isFalse();
    }

    @Test
    void unitMayDeclareWhatItExposes() throws Exception {
        String head = "schema: netgrade.plan/1\nunits:\n  - {id: a, captures: [a.pcap], exposes: ";
        Plan plan = read(head + "[dns, ssh]}\n");
        assertThat(plan.units().get(0).exposes()).containsExactly("dns", "ssh");
        assertThat(UnitScope.of(plan.units().get(0), List.of(), any -> true).exposes())
                .containsExactly("dns", "ssh");
        assertThat(mistakes(head + "[telnett]}\n"))
                .singleElement()
                .asString()
                .startsWith("plan.yaml:3: exposes \"telnett\" is not one of ")
                .endsWith("did you mean \"telnet\"?");
    }

    @Test
    void listsAllThreeMistakesWithTheirLines() throws Exception {
        String plan = WHOLE.replace("\"3.1\"", "\"33\"")
                .replace("dns-recursive", "dns-recursiv")
                .replace("operator:", "operater:");
        assertThat(mistakes(plan))
                .containsExactly(
                        "plan.yaml:2: key \"operater\" is not one of schema, operator, profile, profiles, vantage, state, scope, consent,"
                                + " probing, recog, lifecycles, units, waivers, attestations, self-approval;"
                                + " did you mean \"operator\"?",
                        "plan.yaml:15: type "
                                + Spelling.notOneOf(
                                        "dns-recursiv", UnitTypes.shipped().keySet()),
                        "plan.yaml:16: level \"33\" is not one of 1, 2, 3.1, 3.2, 4, 5");
    }

    @Test
    void refusesATargetOutsideTheScope() throws Exception {
        assertThat(mistakes(WHOLE.replace("192.0.2.1,", "198.51.100.1,")))
                .singleElement()
                .asString()
                .startsWith("plan.yaml:19: targets: 198.51.100.1 is outside the scope");
        assertThat(mistakes(WHOLE.replace("\"ns.example:53\"", "www.example")))
                .singleElement()
                .asString()
                .contains("the scope does not name www.example");
    }

    @Test
    void readsTheTimesAndTheVantageOfAScope() throws Exception {
        String windows = """
              vantage: internal
              windows:
                - {days: [mon, tue], from: "22:00", to: "06:00", zone: Asia/Shanghai}
                - {from: "12:00", to: "24:00", zone: +08:00}
            units:
            """.indent(0);
        Plan plan = read(WHOLE.replace("units:\n", windows));

        assertThat(plan.scope().vantage()).isEqualTo("internal");
        assertThat(plan.scope().times().windows())
                .containsExactly(
                        new TimeWindow(
                                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                                LocalTime.of(22, 0),
                                LocalTime.of(6, 0),
                                ZoneId.of("Asia/Shanghai")),
                        new TimeWindow(
                                EnumSet.allOf(DayOfWeek.class),
                                LocalTime.NOON,
                                LocalTime.MIDNIGHT,
                                ZoneId.of("+08:00")));
        assertThat(read(WHOLE).scope().times().windows()).isEmpty();
    }

    @Test
    void aWindowThatIsMisreadIsAMistakeOfItsLine() throws Exception {
        String plan = """
                schema: netgrade.plan/1
                scope:
                  vantage: moon
                  windows:
                    - {days: [monday], from: "25:00", to: "6", zone: Mars}
                    - {days: mon}
                units: [{id: a, captures: [x]}]
                """;
        assertThat(mistakes(plan))
                .anyMatch(line -> line.startsWith("plan.yaml:3: vantage \"moon\" is not one of untrusted"))
                .anyMatch(line -> line.startsWith("plan.yaml:5: days \"monday\" is not one of mon, tue"))
                .anyMatch(line -> line.startsWith("plan.yaml:5: from \"25:00\" is not a time of day"))
                .anyMatch(line -> line.startsWith("plan.yaml:5: to \"6\" is not a time of day"))
                .anyMatch(line -> line.startsWith("plan.yaml:5: zone \"Mars\" is not a time zone"))
                .anyMatch(line -> line.startsWith("plan.yaml:6: zone is missing"));
    }

    @Test
    void readsTheScopeFromAFileOfItsOwn() throws Exception {
        Files.writeString(folder.resolve("scope.yml"), "schema: netgrade.scope/1\nallow: [192.0.2.1]\nallows: x\n");
        String plan = """
                schema: netgrade.plan/1
                scope: scope.yml
                units: [{id: a, targets: [192.0.2.1]}]
                """;
        assertThat(mistakes(plan)).singleElement().asString().startsWith("scope.yml:3: key \"allows\"");
    }

    @Test
    void saysWhatIsWrongWithEachValue() throws Exception {
        String plan = """
                schema: netgrade.plan/2
                vantage: outside
                scope: {allow: [192.0.2.0/99], valid-until: tomorrow, ports: "0"}
                units:
                  - {id: a, captures: [x]}
                  - {id: a, targets: ["h:70000"], ports: many}
                  - {title: no id}
                """;
        assertThat(mistakes(plan))
                .anyMatch(line -> line.startsWith("plan.yaml:1: schema is \"netgrade.plan/2\""))
                .anyMatch(line -> line.startsWith("plan.yaml:2: vantage \"outside\" is not one of untrusted"))
                .anyMatch(line -> line.startsWith("plan.yaml:3: allow: "))
                .anyMatch(line -> line.startsWith("plan.yaml:3: valid-until \"tomorrow\""))
                .anyMatch(line -> line.startsWith("plan.yaml:3: ports: "))
                .anyMatch(line -> line.startsWith("plan.yaml:6: unit \"a\" is there twice"))
                .anyMatch(line -> line.startsWith("plan.yaml:6: targets: "))
                .anyMatch(line -> line.startsWith("plan.yaml:6: ports: "))
                .anyMatch(line -> line.startsWith("plan.yaml:7: id is missing"))
                .anyMatch(line -> line.startsWith("plan.yaml:7: unit \"\" names nothing to look at"));
    }

    @Test
    void portsAreOneText() throws Exception {
        assertThat(mistakes("schema: netgrade.plan/1\nunits:\n  - {id: a, captures: [a.pcap], ports: [22, 53]}\n"))
                .containsExactly("plan.yaml:3: ports must be a single value, not a list");
    }

    @Test
    void unknownProfileIsAMistakeOfThePlan() throws Exception {
        assertThat(mistakes(WHOLE.replace("profile: miit-telecom", "profile: miit-telekom")))
                .singleElement()
                .asString()
                .startsWith("plan.yaml:3: profile \"miit-telekom\" is not one of ")
                .contains("did you mean \"miit-telecom\"?");
    }

    @Test
    void missingPlanIsOneLine() {
        MistakesException thrown = catchThrowableOfType(
                MistakesException.class,
                () -> new PlanReader(ProtocolCatalog.vocabulary(), TargetFile::read)
                        .read(folder.resolve("none.yaml"), Optional.empty()));
        assertThat(thrown).hasMessage(folder + "/none.yaml: there is no such file");
    }

    private Plan read(String text) throws MistakesException, IOException {
        Path file = Files.writeString(folder.resolve("plan.yaml"), text);
        return new PlanReader(ProtocolCatalog.vocabulary(), TargetFile::read).read(file, Optional.empty());
    }

    private List<String> mistakes(String text) {
        MistakesException thrown = catchThrowableOfType(MistakesException.class, () -> read(text));
        return thrown.mistakes().stream()
                .map(mistake -> mistake.toString().replace(folder + "/", ""))
                .toList();
    }
}
