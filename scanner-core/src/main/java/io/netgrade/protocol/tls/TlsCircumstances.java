// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of servers beforehand.
 *
 * @param names by which the operator calls an address, the first one first
 * @param trust the authorities to measure chains by; empty where none are
 * @param logs those of certificates that the operator knows; empty where none are
 * @param clock tells the moment at which a chain must hold
 */
record TlsCircumstances(
        Map<InetAddress, List<String>> names,
        Optional<TlsTrustStore> trust,
        Optional<TlsLogs> logs,
        InstantSource clock) {
    static final TlsCircumstances NONE =
            new TlsCircumstances(Map.of(), Optional.empty(), Optional.empty(), InstantSource.system());

    List<String> namesOf(InetAddress address) {
        return names.getOrDefault(address, List.of());
    }
}
