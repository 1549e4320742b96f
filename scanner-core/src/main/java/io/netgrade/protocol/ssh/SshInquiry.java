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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * First the server's KEXINIT; then its authentication methods, with a first host key on the way; then one key exchange
 * for each other type of host key. The host keys are stated at the end, as only then it is known whether they are all.
 */
final class SshInquiry implements Inquiry {
    /** Stays below what makes OpenSSH turn an address away (PerSourcePenalties: one second each, from 15 on). */
    static final int MOST_CONNECTIONS = 6;

    private static final List<String> HOST_KEYS = List.of(
            "ssh-ed25519",
            "ecdsa-sha2-nistp256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521",
            "rsa-sha2-512",
            "rsa-sha2-256",
            "ssh-rsa",
            "ssh-dss");

    private final SecureRandom random;
    private final Set<String> keyTypesAsked = new LinkedHashSet<>();
    private final Set<String> keyTypesAnswered = new LinkedHashSet<>();
    private final Set<SshHostKey> keys = new LinkedHashSet<>();
    private @Nullable SshConversation current;
    private @Nullable SshKexInit server;
    private String currentKeyType = "";
    private int connections;
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
        Optional<Exchange> next =
                seen == null ? algorithms() : authentication(seen).or(() -> hostKey(seen));
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
        ended.hostKey().ifPresent(key -> {
            keys.add(key);
            keyTypesAnswered.add(currentKeyType);
        });
        over = server == null || !mayGoOn(status);
    }

    @Override
    public void conclude(ObservationSink sink) {
        boolean all = server != null && keyTypesAnswered.containsAll(keyTypes(server));
        keys.forEach(key -> sink.saw(all ? key.complete() : key.partial()));
    }

    private Optional<Exchange> algorithms() {
        SshKexInit offer = SshKexInit.offer(
                keyExchanges(),
                HOST_KEYS,
                List.of(SshAlgorithms.cipherNames(), SshAlgorithms.macNames(), SshAlgorithms.COMPRESSIONS));
        return connections == 0
                ? Optional.of(exchange("ssh.algorithms", SshConversation.Goal.ALGORITHMS, offer))
                : Optional.empty();
    }

    /** Asked once, and only of a server that agrees on something that netgrade can speak. */
    private Optional<Exchange> authentication(SshKexInit seen) {
        if (authenticationAsked) {
            return Optional.empty();
        }
        authenticationAsked = true;
        currentKeyType = keyTypes(seen).stream().findFirst().orElse("");
        // Ciphers with a tag of their own use no MAC, but some servers want one agreed on all the same.
        SshKexInit offer = SshKexInit.offer(
                keyExchanges(),
                hostKeyAlgorithms(seen, currentKeyType),
                List.of(
                        SshAlgorithms.cipherNames(),
                        SshKexInit.either(SshAlgorithms.macNames(), seen.macsToServer()),
                        SshAlgorithms.COMPRESSIONS));
        return offer.with(seen)
                .filter(SshKexInit.Choice::speakable)
                .map(choice -> exchange("ssh.authentication", SshConversation.Goal.AUTHENTICATION, offer));
    }

    /** Nothing is ever encrypted there, so that the server's own lists are offered back to it. */
    private Optional<Exchange> hostKey(SshKexInit seen) {
        for (String type : keyTypes(seen)) {
            if (!keyTypesAnswered.contains(type) && keyTypesAsked.add(type)) {
                currentKeyType = type;
                SshKexInit offer = SshKexInit.offer(
                        keyExchanges(),
                        hostKeyAlgorithms(seen, type),
                        List.of(
                                SshKexInit.either(seen.ciphersToServer(), seen.ciphersToClient()),
                                SshKexInit.either(seen.macsToServer(), seen.macsToClient()),
                                SshKexInit.either(seen.compressionsToServer(), seen.compressionsToClient())));
                return offer.with(seen).map(choice -> exchange("ssh.host-key", SshConversation.Goal.HOST_KEY, offer));
            }
        }
        return Optional.empty();
    }

    private Exchange exchange(String question, SshConversation.Goal goal, SshKexInit offer) {
        current = new SshConversation(goal, offer, random);
        return Exchange.over(Transport.TCP, question, current);
    }

    private static List<String> keyExchanges() {
        List<String> names = new ArrayList<>(SshKeyExchange.names());
        names.add(SshAlgorithms.STRICT_CLIENT);
        return names;
    }

    private static Set<String> keyTypes(SshKexInit seen) {
        Set<String> types = new LinkedHashSet<>();
        seen.hostKeys().forEach(algorithm -> types.add(SshHostKey.typeFor(algorithm)));
        return types;
    }

    private static List<String> hostKeyAlgorithms(SshKexInit seen, String type) {
        return seen.hostKeys().stream()
                .filter(algorithm -> SshHostKey.typeFor(algorithm).equals(type))
                .toList();
    }

    /** Whether another connection may fare better than the one that ended so. */
    private static boolean mayGoOn(Attempt.Status status) {
        return switch (status) {
            case ANSWERED, CLOSED_EARLY, NOT_THIS_PROTOCOL, RESET -> true;
            default -> false;
        };
    }
}
