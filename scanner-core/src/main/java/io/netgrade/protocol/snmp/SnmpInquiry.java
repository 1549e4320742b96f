// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks the engine to name itself, then, with communities only, for sysDescr.0 in v2c and v1.
 *
 * <p>An agent refuses a version or a community by silence (RFC 3584 §4.1.2). Silence to one version counts as an answer
 * only where the agent answered something before and answers the same again afterwards, and where a community that the
 * operator declared was itself answered in the other version: silence to a community that may be wrong shows nothing. The
 * list of versions is complete only then, so that an agent that speaks version 3 alone is never proved to.
 */
final class SnmpInquiry implements Inquiry {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> DEFAULTS = List.of("public", "private");

    private final Transport transport;
    private final Consent options;
    private final Queue<Question> left = new ArrayDeque<>();
    private final Set<String> answered = new TreeSet<>();
    private @Nullable Question current;
    private @Nullable Question firstAnswered;
    private boolean communityAnswered;
    private boolean silence;
    private boolean confirming;
    private boolean undecided;

    private record Question(int version, String community) {}

    SnmpInquiry(Transport transport, Consent options) {
        this.transport = transport;
        this.options = options;
        left.add(new Question(SnmpMessage.V3, ""));
        for (String community : communities(options)) {
            left.add(new Question(SnmpMessage.V2C, community));
            left.add(new Question(SnmpMessage.V1, community));
        }
    }

    private static Set<String> communities(Consent options) {
        Set<String> all = new LinkedHashSet<>(options.communities());
        if (options.defaultCommunities()) {
            all.addAll(DEFAULTS);
        }
        return all;
    }

    @Override
    public Optional<Exchange> next() {
        current = left.poll();
        if (current == null && silence && !confirming && !undecided && firstAnswered != null) {
            confirming = true;
            current = firstAnswered;
        }
        return Optional.ofNullable(current).map(this::exchange);
    }

    private Exchange exchange(Question question) {
        int identifier = 1 + RANDOM.nextInt(Integer.MAX_VALUE - 1);
        SnmpQuestion conversation = question.version() == SnmpMessage.V3
                ? SnmpQuestion.discovery(transport, identifier)
                : SnmpQuestion.systemDescription(transport, question.version(), question.community(), identifier);
        return Exchange.over(transport, "snmp." + AnsweredFacts.versionName(question.version()), conversation);
    }

    @Override
    public void ended(Exchange exchange, Attempt.Status status, List<Fact> stated) {
        if (status == Attempt.Status.ANSWERED && current != null) {
            answered.add(AnsweredFacts.versionName(current.version()));
            communityAnswered |= options.communities().contains(current.community());
            firstAnswered = firstAnswered == null ? current : firstAnswered;
        } else if (status == Attempt.Status.TIMED_OUT && !confirming) {
            silence = true;
        } else {
            undecided = true;
        }
    }

    /** The description is told to those who know a community. */
    @Override
    public boolean asksForSoftware() {
        return !communities(options).isEmpty();
    }

    /** Each conversation stated the version it was answered in; what only all of them show is that there is no other. */
    @Override
    public void conclude(ObservationSink sink) {
        boolean asked = !options.communities().isEmpty() && left.isEmpty() && communityAnswered;
        if (asked && !undecided && (!silence || confirming)) {
            sink.saw(SnmpFacts.VERSIONS_ANSWERED.complete(List.copyOf(answered)));
        }
    }
}
