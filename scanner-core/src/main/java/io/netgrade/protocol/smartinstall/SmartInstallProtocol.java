// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smartinstall;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Strength;

/** Cisco Smart Install. */
public final class SmartInstallProtocol {
    private SmartInstallProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("smart-install", "Cisco Smart Install")
                .ports(Transport.TCP, 4786)
                .strength(Strength.MAGIC)
                .facts(SmartInstallFacts.SERVICE)
                .checks(SmartInstallFacts.CHECKS)
                .recognisedBy(SmartInstallMessage::recognition)
                .readBy(opening -> new MessageDissector(Transport.TCP, new SmartInstallSession()))
                .sends("The question of 24 octets by which Cisco's check script tells a client of Smart Install.")
                .asks(Transport.TCP, "smart-install.probe", SmartInstallProbe::of)
                .build();
    }
}
