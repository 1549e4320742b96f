// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortSet;
import java.math.BigInteger;

/**
 * Addresses, and the ports to try on each of them.
 *
 * @param tcp connected to, each
 * @param udp asked by the protocols that usually live there; the others are counted as not asked
 * @param sctp an association is made with, each
 */
public record ProbeTarget(AddressRange addresses, PortSet tcp, PortSet udp, PortSet sctp) {
    /** Without ports of SCTP. */
    public ProbeTarget(AddressRange addresses, PortSet tcp, PortSet udp) {
        this(addresses, tcp, udp, PortSet.NONE);
    }

    /** How many endpoints there are. */
    public BigInteger endpoints() {
        return addresses.size().multiply(BigInteger.valueOf(tcp.size() + (long) udp.size() + sctp.size()));
    }
}
