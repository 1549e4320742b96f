// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.zookeeper;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;

/** Apache ZooKeeper. */
public final class ZookeeperProtocol {
    private ZookeeperProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("zookeeper", "Apache ZooKeeper")
                .ports(Transport.TCP, 2181)
                .begins(Transport.TCP, ZookeeperOpening.BEGINNINGS)
                .facts(
                        ZookeeperFacts.FOUR_LETTER_WORDS,
                        ZookeeperFacts.SESSION,
                        ZookeeperFacts.LOGIN_IN_CLEAR,
                        CommonFacts.SOFTWARE)
                .checks(ZookeeperFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, ZookeeperOpening::speaker)
                        : Recognition.NO)
                .readBy(ZookeeperQuestion::reader)
                .sends("The four-letter words srvr and ruok, each on a connection of its own.")
                .asks(Transport.TCP, "zookeeper.srvr", ZookeeperQuestion::srvr)
                .asks(Transport.TCP, "zookeeper.ruok", ZookeeperQuestion::ruok)
                .build();
    }
}
