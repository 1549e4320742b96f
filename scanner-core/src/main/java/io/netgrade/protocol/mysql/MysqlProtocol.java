// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mysql;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** MySQL and MariaDB. */
public final class MysqlProtocol {
    private MysqlProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("mysql", "MySQL")
                .ports(Transport.TCP, 3306)
                .facts(MysqlFacts.SERVICE, MysqlFacts.LOGIN_IN_CLEAR, CommonFacts.SOFTWARE)
                .checks(MysqlFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, MysqlPacket::speaker)
                        : Recognition.NO)
                .readBy(MysqlQuestion::reader)
                .serverSpeaksFirst()
                .sends("Nothing: the greeting is read. To ask about TLS, an SSLRequest. Nobody is logged in.")
                .asks(Transport.TCP, "mysql.greeting", MysqlQuestion::greeting)
                .startsTlsBy(MysqlUpgrade::new)
                .build();
    }
}
