// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mssql;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** Microsoft SQL Server. */
public final class MssqlProtocol {
    private MssqlProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("mssql", "Microsoft SQL Server")
                .ports(Transport.TCP, 1433)
                .begins(
                        Transport.TCP,
                        Octets.of(
                                TdsPacket.BATCH,
                                TdsPacket.CALL,
                                TdsPacket.RESPONSE,
                                TdsPacket.LOGIN,
                                TdsPacket.PRELOGIN))
                .facts(MssqlFacts.ENCRYPTION, MssqlFacts.LOGIN_IN_CLEAR, CommonFacts.SOFTWARE)
                .checks(MssqlFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, TdsPacket::speaker)
                        : Recognition.NO)
                .readBy(MssqlQuestion::reader)
                .sends("PRELOGIN, which leads to TLS too; nobody is logged in.")
                .startsTlsBy(TdsUpgrade::new)
                .carriesTlsIn(TlsInTds::new)
                .asks(Transport.TCP, "mssql.prelogin", MssqlQuestion::prelogin)
                .build();
    }
}
