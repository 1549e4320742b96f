// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mongodb;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SaslMechanism;
import io.netgrade.protocol.SoftwareNames;
import io.netgrade.wire.ByteView;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** One connection: which answers came to which commands. That no log-in is wanted shows only from its beginning. */
final class MongodbSession implements MessageGrammar {
    private static final SoftwareNames.Product PRODUCT = new SoftwareNames.Product("", "MongoDB", "a:mongodb:mongodb");
    private static final int MOST_WAITING = 64;
    private static final String UNAUTHORIZED = "13";

    /** Commands that a server with access control answers only after a log-in. */
    private static final Set<String> ON_DATA = Set.of(
            "aggregate",
            "collStats",
            "count",
            "create",
            "dbStats",
            "delete",
            "distinct",
            "drop",
            "find",
            "findAndModify",
            "findandmodify",
            "getCmdLineOpts",
            "getLog",
            "getMore",
            "hostInfo",
            "insert",
            "listCollections",
            "listDatabases",
            "listIndexes",
            "replSetGetStatus",
            "serverStatus",
            "top",
            "update");

    private static final Set<String> LOGINS = Set.of("saslStart", "saslContinue", "authenticate");

    private final boolean fromBeginning;
    private final Map<Long, String> waiting = new HashMap<>();
    private boolean loggedIn;
    private boolean concluded;

    MongodbSession(boolean fromBeginning) {
        this.fromBeginning = fromBeginning;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        return unread.length() < MongodbMessage.HEADER ? UNKNOWN : MongodbMessage.length(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        int document = MongodbMessage.document(message);
        if (document <= 0 || document >= message.length()) {
            // Another kind of message, or compressed: nothing is read of it.
            return Progress.CONTINUE;
        }
        Map<String, String> elements = Bson.elements(message, document);
        if (direction == Direction.FROM_CLIENT) {
            asked(message, elements, sink);
        } else {
            answered(message, elements, sink);
        }
        return concluded && loggedIn ? Progress.DONE : Progress.CONTINUE;
    }

    private void asked(ByteView message, Map<String, String> elements, ObservationSink sink) {
        String command = elements.keySet().stream().findFirst().orElse("");
        if (waiting.size() < MOST_WAITING) {
            waiting.put(MongodbMessage.request(message), command);
        }
        if (LOGINS.contains(command) || elements.containsKey("speculativeAuthenticate")) {
            loggedIn = true;
            String mechanism = SaslMechanism.shown(elements.getOrDefault("mechanism", ""));
            if (!mechanism.isEmpty()) {
                String loginClass = mechanism.equals("PLAIN") ? "plaintext-password" : "challenge-response";
                sink.saw(MongodbFacts.LOGIN_IN_CLEAR.partial(loginClass, mechanism));
            }
        }
    }

    private void answered(ByteView message, Map<String, String> elements, ObservationSink sink) {
        String command = waiting.getOrDefault(MongodbMessage.answers(message), "");
        waiting.remove(MongodbMessage.answers(message));
        if (elements.containsKey("maxWireVersion")) {
            hello(elements, sink);
        }
        if ((command.equals("buildInfo") || command.equals("buildinfo")) && elements.containsKey("version")) {
            sink.saw(PRODUCT.disclosed(elements.getOrDefault("version", ""), false));
        }
        boolean granted = elements.getOrDefault("ok", "").startsWith("1");
        if (UNAUTHORIZED.equals(elements.get("code")) && !granted) {
            conclude(true, sink);
        } else if (granted && ON_DATA.contains(command) && !loggedIn && fromBeginning) {
            conclude(false, sink);
        }
    }

    private void conclude(boolean required, ObservationSink sink) {
        if (!concluded) {
            concluded = true;
            sink.saw(
                    fromBeginning
                            ? MongodbFacts.AUTHENTICATION.complete(required)
                            : MongodbFacts.AUTHENTICATION.partial(required));
        }
    }

    private static void hello(Map<String, String> elements, ObservationSink sink) {
        String version = elements.getOrDefault("maxWireVersion", "");
        boolean router = elements.getOrDefault("msg", "").equals("isdbgrid");
        String mode = router ? "router" : elements.containsKey("setName") ? "replica-set" : "standalone";
        boolean number =
                !version.isEmpty() && version.length() < 5 && version.chars().allMatch(Character::isDigit);
        sink.saw(MongodbFacts.SERVICE.partial(number ? Long.valueOf(version) : null, mode));
    }
}
