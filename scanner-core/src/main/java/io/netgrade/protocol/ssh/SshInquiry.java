// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On the first connection the server's KEXINIT, and where both can go on, a host key and the authentication methods; then
 * a key exchange for each other type of host key, which is a group exchange where the server offers that, so that one
 * connection shows a key and a group. Keys and groups are stated at the end, as only then it is known whether they are all.
 */
final class SshInquiry implements Inquiry {
    /**
     * Stays below what makes OpenSSH turn an address away (PerSourcePenalties: from 15 seconds on, of which a connection
     * without a log-in costs one and the request of method none for an unknown user at most five).
     */
    static final int MOST_CONNECTIONS = 9;

    private static final List<SshGroupSizes> SIZES =
            List.of(SshGroupSizes.SMALL, SshGroupSizes.MEDIUM, SshGroupSizes.LARGE);

    private final SecureRandom random;
    private final Deque<SshGroupSizes> sizes = new ArrayDeque<>(SIZES);
    private final Set<String> keyTypesAsked = new LinkedHashSet<>();
    private final Set<String> keyTypesRefusedWithGroup = new LinkedHashSet<>();
    private final Set<String> keyTypesAnswered = new LinkedHashSet<>();
    private final Set<SshHostKey> keys = new LinkedHashSet<>();
    private final Set<Integer> groups = new LinkedHashSet<>();
    private @Nullable SshConversation current;
    private @Nullable SshKexInit server;
    private String currentKeyType = "";
    private int connections;
    private int sizesAnswered;
    private boolean authenticationAsked;
    private boolean over;

    SshInquiry(SecureRandom random) {
        this.random = random;
    }

    @Override
    public Optional<Exchange> next() {
        if (over || connections == MOST_CONNECTIONS) {
            return Optional.empty();
        }
        SshKexInit seen = server;
        Optional<Exchange> next = seen == null
                ? algorithms()
                : authentication(seen).or(() -> hostKey(seen)).or(() -> group(seen));
        connections += next.isPresent() ? 1 : 0;
        return next;
    }

    @Override
    public void ended(Exchange exchange, Attempt.Status status, List<Fact> stated) {
        SshConversation ended = current;
        if (ended == null) {
            return;
        }
        if (server == null) {
            server = ended.server().orElse(null);
        }
        authenticationAsked |= ended.askedAuthentication();
        ended.hostKey().ifPresentOrElse(this::key, () -> {
            if (ended.sizes().isPresent()) {
                keyTypesRefusedWithGroup.add(currentKeyType);
            }
        });
        ended.groupBits().ifPresent(bits -> {
            groups.add(bits);
            sizesAnswered += ended.sizes().isPresent() ? 1 : 0;
        });
        over = server == null || !mayGoOn(status);
    }

    private void key(SshHostKey key) {
        keys.add(key);
        keyTypesAnswered.add(currentKeyType.isEmpty() ? key.type() : currentKeyType);
    }

    @Override
    public void conclude(ObservationSink sink) {
        SshKexInit seen = server;
        boolean all = seen != null && keyTypesAnswered.containsAll(SshOffer.keyTypes(seen));
        keys.forEach(key -> sink.saw(all ? key.complete() : key.partial()));
        boolean allGroups = sizesAnswered == SIZES.size();
        groups.forEach(bits -> sink.saw(allGroups ? SshFacts.GROUP.complete(bits) : SshFacts.GROUP.partial(bits)));
        if (seen != null && seen.keyExchanges().stream().noneMatch(name -> name.contains("group-exchange"))) {
            sink.saw(SshFacts.GROUP.none());
        }
    }

    private Optional<Exchange> algorithms() {
        return connections == 0
                ? Optional.of(exchange(
                        "ssh.algorithms", new SshConversation(SshConversation.Goal.FIRST, SshOffer.first(), random)))
                : Optional.empty();
    }

    /** Asked once more where the first connection did not come to it, of a server that netgrade can speak with. */
    private Optional<Exchange> authentication(SshKexInit seen) {
        if (authenticationAsked) {
            return Optional.empty();
        }
        authenticationAsked = true;
        currentKeyType = SshOffer.keyTypes(seen).stream().findFirst().orElse("");
        SshKexInit offer = SshOffer.speaking(seen, currentKeyType);
        return offer.with(seen)
                .filter(SshKexInit.Choice::speakable)
                .map(choice -> exchange(
                        "ssh.authentication", new SshConversation(SshConversation.Goal.AUTHENTICATION, offer, random)));
    }

    private Optional<Exchange> hostKey(SshKexInit seen) {
        for (String type : SshOffer.keyTypes(seen)) {
            if (!keyTypesAnswered.contains(type)
                    && (keyTypesAsked.add(type) || keyTypesRefusedWithGroup.remove(type))) {
                currentKeyType = type;
                Optional<Exchange> next = keyByGroup(seen, type).or(() -> keyAlone(seen, type));
                if (next.isPresent()) {
                    return next;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Exchange> keyAlone(SshKexInit seen, String type) {
        SshKexInit offer = SshOffer.key(seen, type);
        return offer.with(seen)
                .map(choice ->
                        exchange("ssh.host-key", new SshConversation(SshConversation.Goal.HOST_KEY, offer, random)));
    }

    private Optional<Exchange> keyByGroup(SshKexInit seen, String type) {
        return grouped(seen, type, SshConversation.Goal.HOST_KEY, "ssh.host-key");
    }

    private Optional<Exchange> group(SshKexInit seen) {
        String type = keyTypesAnswered.stream().findFirst().orElse("");
        currentKeyType = type;
        return type.isEmpty() ? Optional.empty() : grouped(seen, type, SshConversation.Goal.GROUP, "ssh.dh-group");
    }

    /** Not where the server has refused a group before: it has none for those who are content with any. */
    private Optional<Exchange> grouped(SshKexInit seen, String type, SshConversation.Goal goal, String question) {
        if (sizesAnswered + sizes.size() < SIZES.size()) {
            return Optional.empty();
        }
        return SshOffer.group(seen, type)
                .filter(offer -> offer.with(seen).isPresent())
                .flatMap(offer -> Optional.ofNullable(sizes.poll())
                        .map(asked -> exchange(question, new SshConversation(goal, offer, random, asked))));
    }

    private Exchange exchange(String question, SshConversation conversation) {
        current = conversation;
        return Exchange.over(Transport.TCP, question, conversation);
    }

    /** Whether another connection may fare better than the one that ended so. */
    private static boolean mayGoOn(Attempt.Status status) {
        return switch (status) {
            case ANSWERED, CLOSED_EARLY, NOT_THIS_PROTOCOL, RESET -> true;
            default -> false;
        };
    }
}
