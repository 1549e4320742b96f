// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;

/**
 * The KEXINIT message, in which each side states whole lists of what it can do (RFC 4253 7.1).
 *
 * @param lists the ten name lists, in the order of the message
 * @param guessFollows whether the sender's guess of the key exchange follows at once
 */
record SshKexInit(List<List<String>> lists, boolean guessFollows) {
    private static final int COOKIE_LENGTH = 16;
    private static final int LISTS = 10;

    /** All but the two lists of languages. */
    private static final int CHOSEN = 8;

    /** Names in one list, to bound what a hostile message costs. The longest seen in the field have under 100. */
    static final int MOST_NAMES = 512;

    /** What only a client says of itself (RFC 8308 2.1; OpenSSH PROTOCOL 1.10). */
    private static final Set<String> CLIENT_MARKERS = Set.of("ext-info-c", SshAlgorithms.STRICT_CLIENT);

    SshKexInit {
        lists = List.copyOf(lists);
    }

    static Optional<SshKexInit> read(byte[] payload) {
        ByteCursor cursor = ByteCursor.of(ByteView.of(payload));
        int number = cursor.u8();
        cursor.skip(COOKIE_LENGTH);
        List<List<String>> lists = new ArrayList<>(LISTS);
        for (int i = 0; i < LISTS; i++) {
            lists.add(names(cursor));
        }
        boolean guessFollows = cursor.u8() != 0;
        cursor.u32();
        boolean sound = cursor.intact() && number == SshMessage.KEXINIT;
        return sound && lists.stream().allMatch(list -> list.size() <= MOST_NAMES)
                ? Optional.of(new SshKexInit(lists, guessFollows))
                : Optional.empty();
    }

    /** What goes on the wire: ciphers, MACs and compressions alike for both directions. */
    static SshKexInit offer(List<String> keyExchanges, List<String> hostKeys, List<List<String>> transport) {
        List<List<String>> lists = new ArrayList<>(List.of(keyExchanges, hostKeys));
        transport.forEach(list -> lists.addAll(List.of(list, list)));
        lists.addAll(List.of(List.of(), List.of()));
        return new SshKexInit(lists, false);
    }

    byte[] payload(byte[] cookie) {
        SshMessage message = SshMessage.of(SshMessage.KEXINIT).raw(Arrays.copyOf(cookie, COOKIE_LENGTH));
        lists.forEach(message::names);
        return message.u8(guessFollows ? 1 : 0).u32(0).bytes();
    }

    List<String> keyExchanges() {
        return lists.get(0);
    }

    List<String> hostKeys() {
        return lists.get(1);
    }

    List<String> ciphersToServer() {
        return lists.get(2);
    }

    List<String> ciphersToClient() {
        return lists.get(3);
    }

    List<String> macsToServer() {
        return lists.get(4);
    }

    List<String> macsToClient() {
        return lists.get(5);
    }

    List<String> compressionsToServer() {
        return lists.get(6);
    }

    List<String> compressionsToClient() {
        return lists.get(7);
    }

    boolean fromClient() {
        return keyExchanges().stream().anyMatch(CLIENT_MARKERS::contains);
    }

    /** The hash of what the server offers for its own direction, or a client for its own. */
    String hassh(boolean ofClient) {
        int direction = ofClient ? 0 : 1;
        String text = String.join(
                ";",
                String.join(",", keyExchanges()),
                String.join(",", lists.get(2 + direction)),
                String.join(",", lists.get(4 + direction)),
                String.join(",", lists.get(6 + direction)));
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    void observe(ObservationSink sink) {
        sink.saw(SshFacts.FINGERPRINT.complete("server", hassh(false)));
        sink.saw(SshFacts.KEY_EXCHANGES.complete(keyExchanges()));
        sink.saw(SshFacts.HOST_KEY_ALGORITHMS.complete(hostKeys()));
        sink.saw(SshFacts.CIPHERS.complete(
                either(ciphersToServer(), ciphersToClient()), ciphersToServer(), ciphersToClient()));
        sink.saw(SshFacts.MACS.complete(either(macsToServer(), macsToClient()), macsToServer(), macsToClient()));
        sink.saw(SshFacts.COMPRESSIONS.complete(either(compressionsToServer(), compressionsToClient())));
        sink.saw(SshPrefixTruncation.of(this).fact());
    }

    /**
     * What a client that says this agrees on with a server (RFC 4253 7.1): of each list the first of the client's that the
     * server has too. Empty where some list has none.
     */
    Optional<Choice> with(SshKexInit server) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < CHOSEN; i++) {
            lists.get(i).stream()
                    .filter(server.lists.get(i)::contains)
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        return chosen.size() == CHOSEN ? Optional.of(new Choice(chosen)) : Optional.empty();
    }

    /** Whether the guess that follows this KEXINIT of a server is wrong, so that it is to be passed over (RFC 4253 7). */
    boolean guessesWrong(SshKexInit client) {
        return guessFollows
                && !(first(keyExchanges()).equals(first(client.keyExchanges()))
                        && first(hostKeys()).equals(first(client.hostKeys())));
    }

    /** One name of each of the lists that a choice is made of. */
    record Choice(List<String> names) {
        Choice {
            names = List.copyOf(names);
        }

        String keyExchange() {
            return names.get(0);
        }

        /** Whether netgrade can go on to speak under what was agreed. */
        boolean speakable() {
            return SshAlgorithms.knows(names.get(2), names.get(4))
                    && SshAlgorithms.knows(names.get(3), names.get(5))
                    && SshAlgorithms.COMPRESSIONS.containsAll(names.subList(6, CHOSEN));
        }

        SshProtection toServer(SshAlgorithms.Keys keys) {
            return SshAlgorithms.protection(names.get(2), names.get(4), keys, Cipher.ENCRYPT_MODE);
        }

        SshProtection toClient(SshAlgorithms.Keys keys) {
            return SshAlgorithms.protection(names.get(3), names.get(5), keys, Cipher.DECRYPT_MODE);
        }
    }

    private static Optional<String> first(List<String> names) {
        return names.stream().findFirst();
    }

    /** All names of both, each once. */
    static List<String> either(List<String> one, List<String> other) {
        Set<String> names = new LinkedHashSet<>(one);
        names.addAll(other);
        return List.copyOf(names);
    }

    private static List<String> names(ByteCursor cursor) {
        return names(cursor.ascii(cursor.u32()));
    }

    /** The names of a list; one over {@link #MOST_NAMES} where there are more. */
    static List<String> names(String list) {
        // A name has at least one character (RFC 4251 5), so that an empty one says nothing.
        return Arrays.stream(list.split(",", MOST_NAMES + 2))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
