// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.endpoint.DomainName;
import io.netgrade.profile.CommunityFile;
import io.netgrade.protocol.Consent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the user lets netgrade ask beyond questions that need no leave. */
final class ConsentOptions {
    @Option(
            names = "--snmp-communities",
            paramLabel = "FILE",
            description = "SNMP communities that you declare to be in use, one a line; only with these are v1 and v2c"
                    + " asked. They go into no report and no evidence.")
    @Nullable
    private Path communities;

    @Option(names = "--ask-default-communities", description = "Tries the SNMP communities public and private as well.")
    private boolean defaultCommunities;

    @Option(
            names = "--ask-anonymous",
            description =
                    "Asks whether services let in who gives no name (FTP, LDAP, MQTT, X11, SMB: netgrade explain ID"
                            + " says which do, and how).")
    private boolean anonymous;

    @Option(
            names = "--ask-zone-transfer",
            paramLabel = "ZONE",
            description = "Asks DNS servers for a transfer of this zone of yours (AXFR over TCP) and leaves after the"
                    + " first message. May be repeated.")
    private List<String> zones = new ArrayList<>();

    Consent read(List<String> mistakes) {
        List<String> declared = List.of();
        if (communities != null) {
            try {
                declared = CommunityFile.read(communities);
            } catch (IllegalArgumentException e) {
                mistakes.add(String.valueOf(e.getMessage()));
            }
        }
        List<DomainName> transfers = new ArrayList<>();
        for (String zone : zones) {
            try {
                transfers.add(DomainName.of(zone));
            } catch (IllegalArgumentException e) {
                mistakes.add("--ask-zone-transfer: " + e.getMessage());
            }
        }
        return new Consent(declared, defaultCommunities, anonymous, transfers);
    }
}
