// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiscoveryOptionsTest {
    @Test
    void aListOfOpenPortsIsHadWithRawPacketsAlone() {
        Ran ran = Ran.netgrade("scan", "--discover-only", "-p", "T:9", "127.0.0.1");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.said()).containsExactly("netgrade: --discover-only: goes with --discovery syn alone");
    }

    @Test
    void aListOfOpenPortsIsNoReport() {
        Ran ran = Ran.netgrade(
                "scan", "--discovery", "syn", "--discover-only", "--format", "json", "-p", "T:9", "127.0.0.1");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("without --evidence, --format and --output");
    }

    @Test
    void aDryRunSaysWhatRawPacketsAreSent() {
        Ran syn = Ran.netgrade("scan", "--dry-run", "--discovery", "syn", "-p", "T:9,S:2905", "127.0.0.1");
        Ran connect = Ran.netgrade("scan", "--dry-run", "-p", "T:9", "127.0.0.1");

        assertThat(syn.out()).contains("every TCP endpoint is first sent a SYN", "to 2905 of every address");
        assertThat(connect.out()).doesNotContain("SYN");
    }

    @Test
    void sctpPortsAreVisitedWhereRawPacketsAreAllowedAndElseSaidToBeUnvisited() {
        Ran ran = Ran.netgrade("scan", "-q", "-p", "S:2905", "--format", "json", "127.0.0.1");

        boolean unvisited = ran.err().contains("S:2905: no SCTP here, not visited: ");
        boolean visited = ran.err().isEmpty();
        assertThat(unvisited).as(ran.err()).isNotEqualTo(visited);
        assertThat(ran.code()).as("nothing was seen, visited or not").isEqualTo(ExitCode.UNDECIDED.code());
    }

    @Test
    void aDryRunNamesTheAssociations() {
        Ran ran = Ran.netgrade("scan", "--dry-run", "-p", "S:2905,3868", "127.0.0.1");

        assertThat(ran.code()).isEqualTo(ExitCode.HOLDS.code());
        assertThat(ran.out()).contains("SCTP 2905,3868", "SCTP 2 associations, one to each endpoint");
    }
}
