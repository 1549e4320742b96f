// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mongodb;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** MongoDB. */
public final class MongodbProtocol {
    private MongodbProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("mongodb", "MongoDB")
                .ports(Transport.TCP, 27017, 27018, 27019)
                .facts(
                        MongodbFacts.AUTHENTICATION,
                        MongodbFacts.SERVICE,
                        MongodbFacts.LOGIN_IN_CLEAR,
                        CommonFacts.SOFTWARE)
                .checks(MongodbFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, MongodbMessage::speaker)
                        : Recognition.NO)
                .readBy(MongodbQuestion::reader)
                .sends("isMaster, buildInfo, and listDatabases with a filter that no name passes; nobody is logged in.")
                .asks(Transport.TCP, "mongodb.authentication", MongodbQuestion::authentication)
                .build();
    }
}
