// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The members of a line that say which endpoint it is about. */
final class EndpointMembers {
    private EndpointMembers() {}

    /** Addresses are literal here: anything else would ask a name server. */
    static Endpoint read(JsonObject json) throws JsonFault {
        String address = json.text("address");
        if (!address.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':')
                || address.chars().noneMatch(c -> c == '.' || c == ':')) {
            throw new JsonFault("\"" + address + "\" is no address");
        }
        try {
            return new Endpoint(
                    InetAddress.getByName(address),
                    Math.toIntExact(json.number("port")),
                    Transport.of(json.text("transport")));
        } catch (UnknownHostException | ArithmeticException e) {
            throw new JsonFault("\"" + address + "\" is no address, or its port no port");
        }
    }
}
