// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.fact.Fact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the messages that follow a key exchange can be cut off unnoticed (Bäumer, Brinkmann, Schwenk: Terrapin Attack,
 * USENIX Security 2024; CVE-2023-48795): where sequence numbers do not begin anew, and the mode does not tell.
 *
 * @param strict whether the server offers strict key exchange, under which it cannot be
 * @param modes of those on offer, the ones that do not tell
 */
record SshPrefixTruncation(boolean strict, List<String> modes) {
    private static final String CHACHA = "chacha20-poly1305@openssh.com";

    SshPrefixTruncation {
        modes = List.copyOf(modes);
    }

    static SshPrefixTruncation of(SshKexInit server) {
        Set<String> modes = new LinkedHashSet<>(modes(server.ciphersToServer(), server.macsToServer()));
        modes.addAll(modes(server.ciphersToClient(), server.macsToClient()));
        return new SshPrefixTruncation(server.keyExchanges().contains(SshAlgorithms.STRICT_SERVER), List.copyOf(modes));
    }

    Fact fact() {
        return SshFacts.PREFIX_TRUNCATION.complete(strict, modes, !strict && !modes.isEmpty());
    }

    private static List<String> modes(List<String> ciphers, List<String> macs) {
        boolean encryptThenMac = macs.stream().anyMatch(mac -> mac.contains("-etm@"));
        return ciphers.stream()
                .filter(cipher -> cipher.equals(CHACHA) || (encryptThenMac && inCbcMode(cipher)))
                .toList();
    }

    /** The names of RFC 4253 6.3, and the one that came before them. */
    private static boolean inCbcMode(String cipher) {
        return cipher.endsWith("-cbc") || cipher.equals("rijndael-cbc@lysator.liu.se");
    }
}
