// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.postgresql;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
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
                .readBy(PostgresqlQuestion::reader)
                .sends(
                        "SSLRequest; a StartupMessage of a user who exists nowhere, up to what the server asks of a client, then"
                                + " Terminate; the latter once more inside TLS where that is granted. No password is ever sent.")
                .asks(Transport.TCP, "postgresql.tls", PostgresqlQuestion::tls)
                .asks(Transport.TCP, "postgresql.authentication", PostgresqlQuestion::authentication)
                .asksNothingOfSoftware()
                .startsTlsBy(PostgresqlQuestion::startTls)
                .asksBehindStartTls("postgresql.authentication-inside-tls", PostgresqlQuestion::authentication)
                .build();
    }
}
