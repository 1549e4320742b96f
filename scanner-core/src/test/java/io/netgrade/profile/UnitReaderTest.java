// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortChoice;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Scope;
import io.netgrade.endpoint.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One unit of a plan. */
class UnitReaderTest {
    private static final SoundFile UNIT = new SoundFile("""
            id: dns-1
            title: Resolvers
            type: epc
            required: {level: "2"}
            vantage: internal
            addresses: [192.0.2.0/28]
            targets: [192.0.2.1, "@list.txt"]
            ports: "53"
            captures: [a.pcap]
            evidence: [b.ndjson]
            exposes: [dns]
            """);
    private static final Map<String, List<Target>> LISTS = Map.of(
            "list.txt", targets("192.0.2.2", "ns.example:53"),
            "one.txt", targets("192.0.2.3", "198.51.100.1"),
            "many.txt", targets("198.51.100.1", "192.0.2.3", "198.51.100.2", "198.51.100.3"));
    private static final Scope SCOPE = new Scope(
            List.of(AddressRange.of("192.0.2.0/24")),
            Set.of("ns.example"),
            List.of(AddressRange.of("192.0.2.13")),
            PortSet.of(53),
            "",
            Optional.empty());

    private final UnitReader reader = reader(true);

    @Test
    void aUnitIsReadWhole() {
        PlanUnit unit = UNIT.read(reader::read);

        assertThat(unit)
                .isEqualTo(new PlanUnit(
                        "dns-1",
                        "Resolvers",
                        "epc",
                        unit.requirement(),
                        Map.of(),
                        "internal",
                        List.of(AddressRange.of("192.0.2.0/28")),
                        targets("192.0.2.1", "192.0.2.2", "ns.example:53"),
                        Optional.of(PortChoice.of("53")),
                        List.of("/plan/a.pcap"),
                        List.of("/plan/b.ndjson"),
                        List.of("dns"),
                        unit.stated()));
        assertThat(unit.required().map(Level::id)).contains("2");
    }

    @Test
    void whatIsNotSaidIsTakenAsUsual() {
        PlanUnit unit = new SoundFile("{id: a, targets: [localhost], ports: usual}\n").read(reader::read);

        assertThat(unit.title()).isEqualTo("a");
        assertThat(unit.type()).isEmpty();
        assertThat(unit.vantage()).isEqualTo("management");
        assertThat(unit.ports()).isEmpty();
        assertThat(unit.required()).isEmpty();
        assertThat(unit.targets()).isEqualTo(targets("localhost"));
    }

    @Test
    void aUnitOfWhichOnlyTheLevelIsWantedNamesNothingToLookAt() {
        SoundFile bare = new SoundFile("id: a\n");

        assertThat(bare.told("", "", reader::read))
                .containsExactly("f:1: unit \"a\" names nothing to look at: targets, captures or evidence");
        assertThat(bare.read(reader(false)::read).id()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title: Resolvers | titel: Resolvers | 2: key "titel" is not one of id, title, type, required, required-under, vantage, addresses, targets, ports, services, captures, evidence, exposes
            type: epc | type: epd | 3: type "epd" is not one of epc, ran; did you mean "epc"?
            vantage: internal | vantage: moon | 5: vantage "moon" is not one of untrusted, internal, management
            192.0.2.1, | 192.0.2.13, | 7: targets: 192.0.2.13 is outside the scope: the scope denies 192.0.2.13
            192.0.2.1, | "192.0.2.1:80", | 7: targets: 192.0.2.1:80 is outside the scope: the scope does not name port 80
            192.0.2.1, | other.example, | 7: targets: other.example is outside the scope: the scope does not name other.example
            list.txt | one.txt | 7: targets: @one.txt: 198.51.100.1 is outside the scope: the scope does not name 198.51.100.1
            list.txt | many.txt | 7: targets: @many.txt: 198.51.100.1 is outside the scope: the scope does not name 198.51.100.1; and 2 more of the list
            [dns] | [dnss] | 11: exposes "dnss" is not one of dns, ssh; did you mean "dns"?
            """)
    void eachMistakeIsTold(String from, String to, String mistake) {
        assertThat(UNIT.told(from, to, reader::read)).containsExactly("f:" + mistake);
    }

    private static UnitReader reader(boolean toBeLookedAt) {
        return new UnitReader(
                new RequirementReader(
                        Rungs.levels("1", "2"), new RequiredUnder(List.of(), false), name -> "/plan/" + name),
                toBeLookedAt,
                List.of("epc", "ran"),
                List.of("dns", "ssh"),
                SCOPE,
                Vantage.MANAGEMENT,
                name -> "/plan/" + name,
                name -> LISTS.getOrDefault(name, List.of()),
                Optional.empty());
    }

    private static List<Target> targets(String... texts) {
        return List.of(texts).stream().map(Target::of).toList();
    }
}
