// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.oracle;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** Oracle Database. */
public final class OracleTnsProtocol {
    private OracleTnsProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("oracle-tns", "Oracle TNS")
                .ports(Transport.TCP, 1521)
                .begins(Transport.TCP, TnsPacket.BEGINNINGS)
                .facts(OracleTnsFacts.SERVICE, CommonFacts.SOFTWARE)
                .checks(OracleTnsFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, TnsPacket::speaker)
                        : Recognition.NO)
                .readBy(OracleTnsQuestion::reader)
                .sends("CONNECT with the command ping, which names no service; nobody is logged in.")
                .asks(Transport.TCP, "oracle-tns.ping", OracleTnsQuestion::ping)
                .build();
    }
}
