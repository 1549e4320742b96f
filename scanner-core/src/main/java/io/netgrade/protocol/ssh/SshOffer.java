// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What netgrade offers in its KEXINIT, by what it wants to learn. */
final class SshOffer {
    private static final List<String> HOST_KEYS = List.of(
            "ssh-ed25519",
            "ecdsa-sha2-nistp256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521",
            "rsa-sha2-512",
            "rsa-sha2-256",
            "ssh-rsa",
            "ssh-dss");

    private SshOffer() {}

    /** To a server of which nothing is known yet: all that netgrade can speak. */
    static SshKexInit first() {
        return SshKexInit.offer(
                withMarker(SshKeyExchange.names()),
                HOST_KEYS,
                List.of(SshAlgorithms.cipherNames(), SshAlgorithms.macNames(), SshAlgorithms.COMPRESSIONS));
    }

    /**
     * To go on to speak encrypted, with a host key of a type. Ciphers with a tag of their own use no MAC, but some servers
     * want one agreed on all the same.
     */
    static SshKexInit speaking(SshKexInit seen, String keyType) {
        return SshKexInit.offer(
                withMarker(SshKeyExchange.names()),
                hostKeys(seen, keyType),
                List.of(
                        SshAlgorithms.cipherNames(),
                        SshKexInit.either(SshAlgorithms.macNames(), seen.macsToServer()),
                        SshAlgorithms.COMPRESSIONS));
    }

    /** To see a host key of a type. Nothing is ever encrypted there: the server's own lists are offered back to it. */
    static SshKexInit key(SshKexInit seen, String keyType) {
        return echoing(seen, keyType, SshKeyExchange.names());
    }

    /** The same by a group exchange; empty where the server offers none. */
    static Optional<SshKexInit> group(SshKexInit seen, String keyType) {
        return SshKeyExchange.groupExchanges().stream()
                .filter(seen.keyExchanges()::contains)
                .findFirst()
                .map(name -> echoing(seen, keyType, List.of(name)));
    }

    /** The types of key behind the server's host key algorithms, in its order. */
    static Set<String> keyTypes(SshKexInit seen) {
        Set<String> types = new LinkedHashSet<>();
        seen.hostKeys().forEach(algorithm -> types.add(SshHostKey.typeFor(algorithm)));
        return types;
    }

    private static SshKexInit echoing(SshKexInit seen, String keyType, List<String> keyExchanges) {
        return SshKexInit.offer(
                withMarker(keyExchanges),
                hostKeys(seen, keyType),
                List.of(
                        SshKexInit.either(seen.ciphersToServer(), seen.ciphersToClient()),
                        SshKexInit.either(seen.macsToServer(), seen.macsToClient()),
                        SshKexInit.either(seen.compressionsToServer(), seen.compressionsToClient())));
    }

    private static List<String> withMarker(List<String> keyExchanges) {
        List<String> names = new ArrayList<>(keyExchanges);
        names.add(SshAlgorithms.STRICT_CLIENT);
        return names;
    }

    private static List<String> hostKeys(SshKexInit seen, String type) {
        return seen.hostKeys().stream()
                .filter(algorithm -> SshHostKey.typeFor(algorithm).equals(type))
                .toList();
    }
}
