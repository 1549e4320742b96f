// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.zookeeper;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a ZooKeeper server, and what can be asked of it. */
public final class ZookeeperFacts {
    public static final FactType FOUR_LETTER_WORDS = FactType.of(
                    "zookeeper.four-letter-words", "What the server says to four-letter words.")
            .names("answered", "words that were answered, such as stat")
            .names("refused", "words that are not in the server's whitelist");

    public static final FactType SESSION = FactType.of("zookeeper.session", "A client asked for a session.")
            .flag("accepted", "whether it was granted");

    public static final FactType LOGIN_IN_CLEAR = FactType.of(
                    "zookeeper.login-in-clear", "A client authenticated, and a capture could read it.")
            .text("class", "plaintext-password (scheme digest) or other; never the secret")
            .text("scheme", "such as digest or sasl");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of(
                    "zookeeper.four-letter-words",
                    "The four-letter words that the server answers.",
                    FOUR_LETTER_WORDS,
                    "answered"),
            FieldCheck.of("zookeeper.session", "Whether a session was granted.", SESSION, "accepted"),
            FieldCheck.of(
                    "zookeeper.login-in-clear",
                    "Whether a log-in was seen to go over in clear.",
                    LOGIN_IN_CLEAR,
                    "class"));

    private ZookeeperFacts() {}
}
