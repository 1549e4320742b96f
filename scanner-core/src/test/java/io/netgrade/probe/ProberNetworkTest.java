// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Attempt.Status;
import io.netgrade.testing.SideBySide;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that drop and reject, each in a namespace of its own; what is timed has the machine for itself. */
class ProberNetworkTest {
    /** Milliseconds in which a run must be over that would wait a minute and more if it waited for every silent port. */
    private static final long BOUND = 40_000;

    @TempDir
    private Path folder;

    @Test
    void afterAFirewallBansTheRestIsUnknownAndNotFiltered() throws Exception {
        List<String> said = run(
                rules("tcp flags & (syn | ack) == syn limit rate over 1/hour burst 20 packets drop"),
                "127.0.0.1",
                "7000-7199",
                "7000");

        assertThat(said).contains("127.0.0.1:7000/tcp answered");
        assertThat(said).noneMatch(line -> line.endsWith("/tcp filtered"));
        assertThat(said.stream().filter(line -> line.endsWith("/tcp banned"))).hasSizeBetween(165, 199);
        assertThat(said)
                .filteredOn(line -> line.startsWith("unknown "))
                .singleElement()
                .asString()
                .contains("127.0.0.1: the host turns us away", "connections failed at 127.0.0.1:7000/tcp");
        assertThat(took(said)).isLessThan(BOUND);
    }

    @Test
    void aHostWithoutAnOpenPortThatFallsSilentIsUnknownAndNotFiltered() throws Exception {
        List<String> said = run(
                rules("tcp flags & (syn | ack) == syn limit rate over 1/hour burst 10 packets drop"),
                "127.0.0.1",
                "7000-7199",
                "none");

        assertThat(said.stream().filter(line -> line.endsWith("/tcp refused"))).hasSizeBetween(5, 10);
        assertThat(said).noneMatch(line -> line.endsWith("/tcp filtered"));
        assertThat(said.stream().filter(line -> line.endsWith("/tcp banned"))).hasSizeBetween(190, 195);
        assertThat(said)
                .filteredOn(line -> line.startsWith("unknown "))
                .singleElement()
                .asString()
                .contains("the host turns us away where it answered before: 3 connections failed at 127.0.0.1:7")
                .contains(", which was closed and said so; ");
        assertThat(took(said)).isLessThan(BOUND);
    }

    @SideBySide
    @Test
    void aBanThatIsSaidByIcmpIsABanToo() throws Exception {
        List<String> said = run(
                rules("tcp flags & (syn | ack) == syn limit rate over 1/hour burst 10 packets reject with icmpx type"
                        + " admin-prohibited"),
                "127.0.0.1",
                "7000-7199",
                "none");

        assertThat(said.stream().filter(line -> line.endsWith("/tcp refused"))).hasSizeBetween(5, 10);
        assertThat(said.stream().filter(line -> line.endsWith("/tcp banned"))).hasSizeBetween(190, 195);
    }

    @SideBySide
    @Test
    void aFilterBeforeAHostWithoutAnOpenPortIsNoBan() throws Exception {
        List<String> said = run(rules("tcp dport 7005-7044 drop"), "127.0.0.1", "7000-7044", "none");

        assertThat(said)
                .contains("contacts {FILTERED=40, REFUSED=5}")
                .noneMatch(line -> line.startsWith("unknown ") || line.endsWith("/tcp banned"));
    }

    @SideBySide
    @Test
    void whatAFilterSaysOfConnectionsIsToldApart() throws Exception {
        List<String> said = run(
                rules(
                        "tcp dport 7010-7019 reject with icmpx type admin-prohibited",
                        "tcp dport 7020-7029 reject with icmpx type host-unreachable",
                        "tcp dport 7030-7039 reject with icmpx type port-unreachable",
                        "tcp dport 7040-7049 reject with tcp reset",
                        "tcp dport 7050-7059 reject with icmp type prot-unreachable",
                        "tcp dport 7060-7069 reject with icmp type net-unreachable"),
                "127.0.0.1",
                "7000-7069",
                "7000");

        assertThat(said)
                .contains("contacts {ANSWERED=1, FILTERED=40, REFUSED=29}")
                .contains("detail 30 called unreachable by an ICMP message, and other ports of the host answer")
                .contains("detail 10 ICMP: protocol unreachable")
                .noneMatch(line -> line.startsWith("unknown "));
    }

    @SideBySide
    @Test
    void aHostOfWhichAllIsForbiddenIsCalledUnreachable() throws Exception {
        List<String> said = run(
                rules("tcp dport 7000-7029 reject with icmpx type admin-prohibited"), "127.0.0.1", "7000-7029", "none");

        assertThat(said).contains("contacts {UNREACHABLE=30}");
    }

    @SideBySide
    @Test
    void aFirewallThatRejectsInsteadIsNoSetOfClosedPorts() throws Exception {
        List<String> said = run(
                rules("tcp flags & (syn | ack) == syn limit rate over 1/hour burst 20 packets reject with tcp reset"),
                "127.0.0.1",
                "7000-7199",
                "7000");

        assertThat(said.stream().filter(line -> line.endsWith("/tcp refused"))).hasSizeLessThanOrEqualTo(20);
        assertThat(said.stream().filter(line -> line.endsWith("/tcp banned"))).hasSizeBetween(170, 199);
    }

    @SideBySide
    @Test
    void portsThatAFilterForbidsAreFilteredAndTheOthersWhatTheyAre() throws Exception {
        List<String> said = run(
                rules("tcp dport 7100-7149 reject with icmpx type admin-prohibited", "tcp dport 7150-7169 drop"),
                "127.0.0.1",
                "7000-7169",
                "7000,7007");

        assertThat(said)
                .contains("contacts {ANSWERED=2, FILTERED=70, REFUSED=98}", "seen 127.0.0.1:7000/tcp", "stopped ")
                .contains("detail 50 called unreachable by an ICMP message, and other ports of the host answer")
                .noneMatch(line -> line.startsWith("unknown "));
    }

    @Test
    void blackHolesHarmNothingBesideThem() throws Exception {
        List<String> said =
                run(rules("ip daddr 127.0.0.2-127.0.0.60 drop"), "127.0.0.1-60", "7000-7003", "7000,7001,7002");

        assertThat(said)
                .contains("contacts {ANSWERED=3, FILTERED=236, REFUSED=1}", "stopped ")
                .contains("seen 127.0.0.1:7000/tcp", "seen 127.0.0.1:7001/tcp", "seen 127.0.0.1:7002/tcp");
        assertThat(took(said)).isLessThan(BOUND);
    }

    private List<String> run(String prepare, String addresses, String ports, String open) throws Exception {
        List<String> said = NetworkOfItsOwn.run(folder, prepare, NamespaceProbe.class, addresses, ports, open);
        assertThat(said).as("the sums are those of the attempts").contains("contacts " + sums(said));
        return said;
    }

    /** How many ports ended in each manner, as a report sums them up. */
    private static Map<Status, Long> sums(List<String> said) {
        return said.stream()
                .filter(line -> line.contains("/tcp ") && !line.startsWith("unknown "))
                .map(line -> Status.of(line.substring(line.indexOf(' ') + 1)))
                .collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()));
    }

    private static String rules(String... rules) {
        return "nft -f - <<END\ntable inet test {\nchain input {\ntype filter hook input priority 0\n"
                + String.join("\n", rules) + "\n}\n}\nEND";
    }

    private static long took(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith("took "))
                .mapToLong(line -> Long.parseLong(line.substring(5)))
                .sum();
    }
}
