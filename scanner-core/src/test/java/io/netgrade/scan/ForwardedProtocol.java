// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.check.Check;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Strength;
import java.util.List;

/** What a protocol of a test says just as the one does that it stands for. */
interface ForwardedProtocol extends Protocol {
    Protocol protocol();

    @Override
    default String id() {
        return protocol().id();
    }

    @Override
    default String title() {
        return protocol().title();
    }

    @Override
    default List<FactType> facts() {
        return protocol().facts();
    }

    @Override
    default List<Check> checks() {
        return protocol().checks();
    }

    @Override
    default String sends() {
        return protocol().sends();
    }

    @Override
    default Strength strength() {
        return protocol().strength();
    }

    @Override
    default boolean runsOver(Transport transport) {
        return protocol().runsOver(transport);
    }

    @Override
    default Recognition recognize(Opening opening) {
        return protocol().recognize(opening);
    }

    @Override
    default Conversation carryingTls(Conversation tls) {
        return protocol().carryingTls(tls);
    }
}
