// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.Ber;
import java.util.BitSet;
import java.util.List;

/** States what an agent's answers show, each thing once. Allocates nothing for what was stated before. */
final class AnsweredFacts {
    private static final int LONGEST_COMMUNITY_TOLD = 255;

    private final boolean complete;
    private final BitSet versions = new BitSet(4);
    private final BitSet communities = new BitSet(2 * (LONGEST_COMMUNITY_TOLD + 1));
    private final BitSet levels = new BitSet(4);
    private final BitSet notifications = new BitSet(16);
    private boolean engineStated;
    private boolean softwareStated;

    /** @param complete whether engine and software were asked for, and not only overheard */
    AnsweredFacts(boolean complete) {
        this.complete = complete;
    }

    void state(SnmpMessage answer, ObservationSink sink) {
        if (first(versions, answer.version())) {
            sink.saw(SnmpFacts.VERSIONS_ANSWERED.partial(List.of(versionName(answer.version()))));
        }
        if (answer.version() == SnmpMessage.V3) {
            stateUserSecurity(answer, sink);
        } else {
            stateCommunity(answer, sink);
        }
        stateSoftware(answer, sink);
    }

    /** A trap or an inform on its way to the receiver. */
    void notified(SnmpMessage message, ObservationSink sink) {
        boolean users = message.version() == SnmpMessage.V3;
        boolean known = !users && CommunityWords.knows(message.bytes(), message.community());
        int level = (message.authenticated() ? 1 : 0) + (message.confidential() ? 1 : 0);
        if (first(notifications, message.version() << 2 | (users ? level : known ? 1 : 0))) {
            sink.saw(SnmpFacts.NOTIFICATION.partial(
                    versionName(message.version()),
                    users ? null : known ? "default" : "other",
                    users ? levelName(message.authenticated(), message.confidential()) : null));
        }
    }

    static String versionName(int version) {
        return switch (version) {
            case SnmpMessage.V1 -> "v1";
            case SnmpMessage.V2C -> "v2c";
            default -> "v3";
        };
    }

    private void stateCommunity(SnmpMessage answer, ObservationSink sink) {
        boolean known = CommunityWords.knows(answer.bytes(), answer.community());
        int length = Ber.length(answer.community());
        if (first(communities, Math.min(length, LONGEST_COMMUNITY_TOLD) * 2 + (known ? 1 : 0))) {
            sink.saw(SnmpFacts.COMMUNITY.partial(known ? "default" : "other", length));
        }
    }

    /** A report refuses its question or only names the engine: it shows no accepted level. */
    private void stateUserSecurity(SnmpMessage answer, ObservationSink sink) {
        if (answer.security().namesEngine() && !engineStated) {
            engineStated = true;
            sink.saw(answer.security().engine(complete));
        }
        int level = (answer.authenticated() ? 1 : 0) + (answer.confidential() ? 1 : 0);
        if (answer.pdu() != SnmpMessage.REPORT && first(levels, level)) {
            sink.saw(level(answer.authenticated(), answer.confidential()));
        }
    }

    private static Fact level(boolean authenticated, boolean confidential) {
        FactType type = SnmpFacts.USER_SECURITY;
        String name = levelName(authenticated, confidential);
        return type.partial(name, authenticated ? "present" : "absent", confidential ? "present" : "absent");
    }

    private static String levelName(boolean authenticated, boolean confidential) {
        return (authenticated ? "auth" : "noAuth") + (confidential ? "Priv" : "NoPriv");
    }

    private void stateSoftware(SnmpMessage answer, ObservationSink sink) {
        long text = softwareStated ? Ber.NONE : SystemDescription.find(answer);
        if (text != Ber.NONE) {
            softwareStated = true;
            SystemDescription.state(answer.bytes(), text, complete, sink);
        }
    }

    private static boolean first(BitSet seen, int index) {
        boolean first = !seen.get(index);
        seen.set(index);
        return first;
    }
}
