// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.Endpoint;
import java.util.Set;
import java.util.stream.Collectors;

/** Control systems and signalling gear, which are asked with more care; {@code gentle-gear.tsv} beside this class lists it. */
final class GentleGear {
    private static final Set<String> LISTED = TabbedFile.lines("gentle-gear.tsv").stream()
            .map(line -> line[0] + "/" + line[1])
            .collect(Collectors.toUnmodifiableSet());

    private GentleGear() {}

    static boolean usesPort(Endpoint endpoint) {
        return LISTED.contains(endpoint.transport().id() + "/" + endpoint.port());
    }

    static boolean speaks(String protocol) {
        return LISTED.contains("protocol/" + protocol);
    }
}
