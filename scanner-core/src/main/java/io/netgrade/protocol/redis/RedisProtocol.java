// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.redis;

import io.netgrade.check.Check;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Redis, in clear and inside TLS. */
public final class RedisProtocol implements Protocol {
    private static final int PORT = 6379;

    @Override
    public String id() {
        return "redis";
    }

    @Override
    public String title() {
        return "Redis";
    }

    @Override
    public Set<Integer> usualPorts(Transport transport) {
        return transport == Transport.TCP ? Set.of(PORT) : Set.of();
    }

    @Override
    public List<FactType> facts() {
        return List.of(RedisFacts.AUTHENTICATION, RedisFacts.SERVICE, RedisFacts.LOGIN_IN_CLEAR, CommonFacts.SOFTWARE);
    }

    @Override
    public List<Check> checks() {
        return RedisFacts.CHECKS;
    }

    @Override
    public String sends() {
        return "PING; only where that is answered without a login, INFO server and INFO replication; then QUIT. No"
                + " AUTH, and no command that reads or changes a key.";
    }

    @Override
    public Recognition recognize(Opening opening) {
        return RedisRecognition.of(opening);
    }

    @Override
    public Dissector dissect(Opening opening) {
        return new RedisDissector(opening.initiatorKnown());
    }

    @Override
    public Optional<Inquiry> inquire(Endpoint endpoint, List<String> layers) {
        boolean insideTls = layers.equals(List.of("tls"));
        if (endpoint.transport() != Transport.TCP || !(insideTls || layers.isEmpty())) {
            return Optional.empty();
        }
        Exchange exchange = Exchange.over(Transport.TCP, "redis.service", new RedisConversation());
        return Optional.of(Inquiry.of(insideTls ? exchange.insideTls() : exchange));
    }
}
