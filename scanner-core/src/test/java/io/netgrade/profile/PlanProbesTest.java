// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netgrade.endpoint.DomainName;
import io.netgrade.endpoint.PortChoice;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.scan.TargetFile;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says of its probes: targets and ports in every form that the command line takes, and the consent. */
class PlanProbesTest {
    private static final String PLAN = """
            schema: netgrade.plan/1
            scope: {allow: [192.0.2.0/24]}
            consent:
              snmp-communities: words.txt
              default-communities: true
              anonymous-log-ins: true
              zone-transfers: [Lab.example., 2.0.192.in-addr.arpa]
            units:
              - id: a
                targets: [192.0.2.1-9, "@list.txt", "@found.xml"]
                ports: "T:22,top-3,U:telecom"
            """;

    private static final String NMAP = """
            <?xml version="1.0"?>
            <nmaprun><host><status state="up"/><address addr="192.0.2.40" addrtype="ipv4"/>
            <ports><port protocol="tcp" portid="443"><state state="open"/></port></ports></host></nmaprun>
            """;

    @TempDir
    private Path folder;

    @Test
    void takesTheFormsOfTheCommandLine() throws Exception {
        Plan plan = read(PLAN, "192.0.2.20\n# a comment\n192.0.2.0/28 # and another\n");
        PlanUnit unit = plan.units().get(0);

        assertThat(unit.targets())
                .extracting(Object::toString)
                .containsExactly("192.0.2.1-192.0.2.9", "192.0.2.20", "192.0.2.0-192.0.2.15", "192.0.2.40:443/tcp");
        assertThat(unit.ports()).contains(PortChoice.of("T:22,top-3,U:telecom"));
    }

    @Test
    void readsTheConsentAndKeepsItsWordsToItself() throws Exception {
        PlanConsent consent = read(PLAN, "192.0.2.20").consent();

        assertThat(consent)
                .isEqualTo(new PlanConsent(
                        List.of("c0mmunity", "an0ther"),
                        true,
                        true,
                        List.of(DomainName.of("lab.example"), DomainName.of("2.0.192.in-addr.arpa"))));
        assertThat(consent.toString()).doesNotContain("c0mmunity", "an0ther").contains("2 communities");
    }

    @Test
    void consentsToNothingThatItDoesNotSay() throws Exception {
        String silent = "schema: netgrade.plan/1\nunits: [{id: a, captures: [a.pcap]}]\n";

        assertThat(read(silent, "").consent()).isEqualTo(PlanConsent.NONE);
        assertThat(read(silent + "consent: {default-communities: false}\n", "").consent())
                .isEqualTo(PlanConsent.NONE);
    }

    @Test
    void everyMistakeHasItsFileAndLine() throws Exception {
        String wrong = PLAN.replace("words.txt", "no-such.txt")
                .replace("anonymous-log-ins: true", "anonymous-log-ins: perhaps")
                .replace("default-communities", "default-community")
                .replace("2.0.192.in-addr.arpa", "a..b")
                .replace("top-3", "99999");

        assertThat(mistakes(wrong, "192.0.2.20\nnot a host\n198.51.100.1\n"))
                .containsExactlyInAnyOrder(
                        "plan.yaml:4: snmp-communities: " + folder
                                + "/no-such.txt: the list of communities cannot be read: NoSuchFileException",
                        "plan.yaml:5: key \"default-community\" is not one of snmp-communities, default-communities,"
                                + " anonymous-log-ins, zone-transfers; did you mean \"default-communities\"?",
                        "plan.yaml:6: anonymous-log-ins \"perhaps\" is not one of true, false",
                        "plan.yaml:7: zone-transfers: \"a..b\" is not a domain name",
                        "list.txt:2: target 'not a host': 'not a host' is neither an address nor a host name; write a host"
                                + " name, an address, a network (192.0.2.0/24), a range (192.0.2.1-9), host:port or"
                                + " [2001:db8::1]:port, the port perhaps with /tcp or /udp",
                        "plan.yaml:10: targets: @list.txt: 198.51.100.1 is outside the scope: the scope does not name"
                                + " 198.51.100.1",
                        "plan.yaml:11: ports: ports 'T:22,99999,U:telecom': '99999' is not a port from 1 to 65535; "
                                + FORMS);
    }

    private static final String FORMS =
            "write ports and ranges between commas (22,80,8000-8010), top-100, telecom or all,"
                    + " and T:, U: or S: before those of TCP, UDP or SCTP alone (T:22,U:161)";

    @ParameterizedTest
    @ValueSource(strings = {"consent: yes\n", "consent: [a]\n", "consent: {anonymous-log-ins: [true, false]}\n"})
    void aConsentOfAnotherShapeIsAMistake(String consent) {
        assertThat(mistakes("schema: netgrade.plan/1\nunits: [{id: a, captures: [a.pcap]}]\n" + consent, ""))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("plan.yaml:3: "));
    }

    private Plan read(String plan, String list) throws MistakesException, IOException {
        Files.writeString(folder.resolve("list.txt"), list);
        Files.writeString(folder.resolve("found.xml"), NMAP);
        Files.writeString(folder.resolve("words.txt"), "c0mmunity\n\nan0ther\n");
        Path file = Files.writeString(folder.resolve("plan.yaml"), plan);
        return new PlanReader(ProtocolCatalog.vocabulary(), TargetFile::read).read(file, Optional.empty());
    }

    private List<String> mistakes(String plan, String list) {
        return catchThrowableOfType(MistakesException.class, () -> read(plan, list)).mistakes().stream()
                .map(mistake -> mistake.toString().replaceFirst("^\\Q" + folder + "/\\E", ""))
                .toList();
    }
}
