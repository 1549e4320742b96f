// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.cassandra;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** Apache Cassandra. */
public final class CassandraProtocol {
    private CassandraProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("cassandra", "Apache Cassandra")
                .ports(Transport.TCP, 9042, 7000)
                .begins(Transport.TCP, CassandraFrame.BEGINNINGS)
                .facts(
                        CassandraFacts.AUTHENTICATION,
                        CassandraFacts.SERVICE,
                        CassandraFacts.LOGIN_IN_CLEAR,
                        CassandraFacts.INTERNODE)
                .checks(CassandraFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, CassandraFrame::speaker)
                        : Recognition.NO)
                .readBy(CassandraQuestion::reader)
                .sends("OPTIONS and STARTUP; nobody is logged in.")
                .asks(Transport.TCP, "cassandra.authentication", CassandraQuestion::authentication)
                .build();
    }
}
