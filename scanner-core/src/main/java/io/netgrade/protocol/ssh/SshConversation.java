// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a server, as far as its goal needs: its KEXINIT, its host key of one type, its group, or its
 * authentication methods through a whole key exchange. Ends with a goodbye each time.
 */
final class SshConversation implements Conversation {
    private static final String IDENTIFICATION = "SSH-2.0-netgrade";
    private static final int COOKIE_LENGTH = 16;

    /** How far a conversation goes. */
    enum Goal {
        /** What the server opens with, and as much of the others as can be agreed on. */
        FIRST,
        AUTHENTICATION,
        HOST_KEY,
        GROUP
    }

    private final Goal goal;
    private final SshKexInit offer;
    private final SecureRandom random;
    private final Optional<SshGroupSizes> sizes;
    private final byte[] offered;
    private final SshIdentification.Reader identification = new SshIdentification.Reader();
    private final SshPackets incoming = new SshPackets();
    private final SshPackets outgoing = new SshPackets();
    private @Nullable SshKexInit server;
    private SshKexInit.@Nullable Choice choice;
    private @Nullable SshKeyExchange exchange;
    private @Nullable SshHostKey hostKey;
    private @Nullable SshSecrets secrets;
    private @Nullable SshAuthentication authentication;
    private OptionalInt groupBits = OptionalInt.empty();
    private boolean strict;
    private boolean skipsGuess;
    private boolean disconnected;

    SshConversation(Goal goal, SshKexInit offer, SecureRandom random) {
        this(goal, offer, random, null);
    }

    /** @param sizes to ask for in a group exchange; null where it is no matter */
    SshConversation(Goal goal, SshKexInit offer, SecureRandom random, @Nullable SshGroupSizes sizes) {
        this.goal = goal;
        this.offer = offer;
        this.random = random;
        this.sizes = Optional.ofNullable(sizes);
        byte[] cookie = new byte[COOKIE_LENGTH];
        random.nextBytes(cookie);
        this.offered = offer.payload(cookie);
    }

    /** The server's KEXINIT, once it was read. */
    Optional<SshKexInit> server() {
        return Optional.ofNullable(server);
    }

    Optional<SshHostKey> hostKey() {
        return Optional.ofNullable(hostKey);
    }

    /** Whether the server came as far as to be asked for its authentication methods. */
    boolean askedAuthentication() {
        return authentication != null;
    }

    /** Bits of the group that the server chose in a group exchange. */
    OptionalInt groupBits() {
        return groupBits;
    }

    Optional<SshGroupSizes> sizes() {
        return sizes;
    }

    @Override
    public void opened(Peer peer) {
        peer.send((IDENTIFICATION + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        if (identification.identification().isEmpty()) {
            Progress progress = identification.read(bytes);
            if (progress != Progress.DONE) {
                return progress;
            }
            if (!identified(peer, sink)) {
                return Progress.DONE;
            }
        }
        Progress progress = Progress.CONTINUE;
        while (progress == Progress.CONTINUE && !disconnected) {
            Optional<byte[]> message = incoming.next(bytes);
            if (message.isEmpty()) {
                return incoming.broken() ? Progress.MALFORMED : Progress.CONTINUE;
            }
            progress = message(message.get(), peer, sink);
        }
        if (progress == Progress.DONE) {
            peer.send(outgoing.seal(SshMessage.goodbye()));
        }
        return progress;
    }

    /** Whether there is more to say: nothing to a server that speaks SSH-1 only. */
    private boolean identified(Peer peer, ObservationSink sink) {
        SshIdentification line = identification.identification().orElseThrow();
        if (goal == Goal.FIRST) {
            line.observe(sink);
        }
        if (line.speaksVersion2()) {
            peer.send(outgoing.seal(offered));
        }
        return line.speaksVersion2();
    }

    private Progress message(byte[] message, Peer peer, ObservationSink sink) {
        if (message[0] == SshMessage.DISCONNECT) {
            // The server closes now; how that is seen tells the runner more than a broken grammar would.
            disconnected = true;
            return Progress.CONTINUE;
        }
        if (authentication != null) {
            return authentication.received(message, sink);
        }
        return switch (message[0]) {
            case SshMessage.KEXINIT -> kexInit(message, peer, sink);
            case SshMessage.KEX_REPLY, SshMessage.GROUP_REPLY -> keyExchange(message, peer);
            case SshMessage.NEWKEYS -> newKeys(peer);
            // Under strict key exchange nothing else may come before NEWKEYS (OpenSSH PROTOCOL 1.10).
            default -> strict ? Progress.MALFORMED : Progress.CONTINUE;
        };
    }

    private Progress kexInit(byte[] message, Peer peer, ObservationSink sink) {
        SshKexInit theirs = SshKexInit.read(message).orElse(null);
        if (theirs == null || server != null) {
            return Progress.MALFORMED;
        }
        server = theirs;
        if (goal == Goal.FIRST) {
            theirs.observe(sink);
        }
        choice = offer.with(theirs).orElse(null);
        if (choice == null || (authenticates() && !choice.speakable())) {
            return Progress.DONE;
        }
        strict = theirs.keyExchanges().contains(SshAlgorithms.STRICT_SERVER);
        skipsGuess = theirs.guessesWrong(offer);
        exchange = new SshKeyExchange(choice.keyExchange(), transcript(message), random);
        peer.send(outgoing.seal(exchange.opening(sizes.orElse(SshGroupSizes.USUAL))));
        return Progress.CONTINUE;
    }

    /** What the exchange hash begins with (RFC 4253 8). */
    private byte[] transcript(byte[] theirs) {
        return SshMessage.fields()
                .string(IDENTIFICATION)
                .string(identification.identification().orElseThrow().line())
                .string(offered)
                .string(theirs)
                .bytes();
    }

    private Progress keyExchange(byte[] message, Peer peer) {
        if (exchange == null || hostKey != null) {
            return Progress.MALFORMED;
        }
        if (skipsGuess) {
            skipsGuess = false;
            return Progress.CONTINUE;
        }
        if (exchange.awaitsGroup()) {
            if (!exchange.group(message)) {
                return Progress.MALFORMED;
            }
            groupBits = exchange.groupBits();
            if (goal == Goal.GROUP) {
                return Progress.DONE;
            }
            peer.send(outgoing.seal(exchange.groupInit()));
            return Progress.CONTINUE;
        }
        hostKey = exchange.reply(message).orElse(null);
        if (hostKey == null) {
            return Progress.MALFORMED;
        }
        return authenticates() ? agreed(peer) : Progress.DONE;
    }

    private boolean authenticates() {
        return goal == Goal.FIRST || goal == Goal.AUTHENTICATION;
    }

    private Progress agreed(Peer peer) {
        secrets = exchange == null ? null : exchange.secrets().orElse(null);
        if (secrets == null || choice == null) {
            return Progress.MALFORMED;
        }
        peer.send(outgoing.seal(SshMessage.of(SshMessage.NEWKEYS).bytes()));
        outgoing.protect(choice.toServer(secrets.toServer()), strict);
        return Progress.CONTINUE;
    }

    private Progress newKeys(Peer peer) {
        if (secrets == null || choice == null) {
            return Progress.MALFORMED;
        }
        incoming.protect(choice.toClient(secrets.toClient()), strict);
        authentication = new SshAuthentication(payload -> peer.send(outgoing.seal(payload)));
        authentication.begin();
        return Progress.CONTINUE;
    }
}
