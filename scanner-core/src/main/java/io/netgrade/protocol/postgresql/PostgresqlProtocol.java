// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.postgresql;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** PostgreSQL. */
public final class PostgresqlProtocol {
    private PostgresqlProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("postgresql", "PostgreSQL")
                .ports(Transport.TCP, 5432)
                .begins(Transport.TCP, PostgresqlOpening.BEGINNINGS)
                .facts(
                        PostgresqlFacts.SERVICE,
                        PostgresqlFacts.AUTHENTICATION,
                        PostgresqlFacts.LOGIN_IN_CLEAR,
                        CommonFacts.SOFTWARE)
                .checks(PostgresqlFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, PostgresqlOpening::speaker)
                        : Recognition.NO)
                .readBy(opening -> new MessageDissector(Transport.TCP, new PostgresqlSession()))
                .build();
    }
}
