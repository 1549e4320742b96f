// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of one key exchange (RFC 4253 8, RFC 5656 4, RFC 8731, RFC 4419).
 *
 * <p>The server's signature is not verified. It would prove that the server holds its host key, and protect what is sent
 * afterwards; but nobody is trusted here and nothing secret is sent, so that whoever stands between could at most show
 * netgrade another service than the one asked for, as with any protocol in clear.
 */
final class SshKeyExchange {
    private static final Map<String, Method> METHODS = methods();

    /** @param agreement empty for the group exchange, in which the server chooses the group first */
    private record Method(String hash, Optional<Function<SecureRandom, SshAgreement>> agreement) {}

    private final Method method;
    private final byte[] transcript;
    private final SecureRandom random;
    private @Nullable SshAgreement agreement;
    private byte[] group = new byte[0];
    private byte[] hostKey = new byte[0];
    private byte[] publicValue = new byte[0];
    private byte[] serverValue = new byte[0];

    /**
     * @param name one of {@link #names}
     * @param transcript what the exchange hash begins with: both identifications and both KEXINITs, each as a string
     */
    SshKeyExchange(String name, byte[] transcript, SecureRandom random) {
        this.method = Objects.requireNonNull(METHODS.get(name));
        this.transcript = transcript.clone();
        this.random = random;
    }

    /** Those that netgrade can take part in, in the order that it prefers: the quickest first. */
    static List<String> names() {
        return List.copyOf(METHODS.keySet());
    }

    /** The group exchanges among them, the one with the better hash first. */
    static List<String> groupExchanges() {
        return METHODS.entrySet().stream()
                .filter(method -> method.getValue().agreement().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The first message to send.
     *
     * @param sizes asked for where it is a group exchange
     */
    byte[] opening(SshGroupSizes sizes) {
        if (method.agreement().isPresent()) {
            agreement = method.agreement().get().apply(random);
            publicValue = agreement.publicValue();
            return SshMessage.of(SshMessage.KEX_INIT).string(publicValue).bytes();
        }
        group = sizes.bytes();
        return SshMessage.of(SshMessage.GROUP_REQUEST).raw(group).bytes();
    }

    /** Bits of the group that the server chose; empty where the exchange leaves it no choice, or it has not yet. */
    OptionalInt groupBits() {
        return method.agreement().isEmpty() && agreement instanceof SshModularGroup chosen
                ? OptionalInt.of(chosen.bits())
                : OptionalInt.empty();
    }

    /** Whether a message is the server's answer with its group, rather than with its host key. */
    boolean awaitsGroup() {
        return agreement == null;
    }

    /** Reads the server's group in a group exchange; false where it is none. */
    boolean group(byte[] message) {
        ByteCursor cursor = ByteCursor.of(ByteView.of(message));
        int number = cursor.u8();
        byte[] modulus = SshMessage.string(cursor);
        byte[] generator = SshMessage.string(cursor);
        if (number != SshMessage.KEX_REPLY || !cursor.intact()) {
            return false;
        }
        agreement = SshModularGroup.chosen(modulus, generator, random).orElse(null);
        group = SshMessage.fields().raw(group).string(modulus).string(generator).bytes();
        return agreement != null;
    }

    /** What follows the server's group. */
    byte[] groupInit() {
        publicValue = Objects.requireNonNull(agreement).publicValue();
        return SshMessage.of(SshMessage.GROUP_INIT).string(publicValue).bytes();
    }

    /** Reads the server's reply; the host key in it, or empty where it is no reply. */
    Optional<SshHostKey> reply(byte[] message) {
        ByteCursor cursor = ByteCursor.of(ByteView.of(message));
        int number = cursor.u8();
        hostKey = SshMessage.string(cursor);
        serverValue = SshMessage.string(cursor);
        SshMessage.string(cursor);
        int expected = group.length == 0 ? SshMessage.KEX_REPLY : SshMessage.GROUP_REPLY;
        if (number != expected || !cursor.intact() || agreement == null) {
            return Optional.empty();
        }
        return SshHostKey.read(hostKey);
    }

    /** Works out what both know; empty where the reply held no value that a secret can be agreed on with. */
    Optional<SshSecrets> secrets() {
        return agreement == null || serverValue.length == 0
                ? Optional.empty()
                : agreement.secret(serverValue).map(this::secrets);
    }

    private SshSecrets secrets(BigInteger secret) {
        byte[] hashed = SshMessage.fields()
                .raw(transcript)
                .string(hostKey)
                .raw(group)
                .string(publicValue)
                .string(serverValue)
                .mpint(secret)
                .bytes();
        return SshSecrets.of(method.hash(), secret, hashed);
    }

    private static Map<String, Method> methods() {
        Map<String, Method> methods = new LinkedHashMap<>();
        methods.put("curve25519-sha256", method("SHA-256", SshCurve25519::new));
        methods.put("curve25519-sha256@libssh.org", method("SHA-256", SshCurve25519::new));
        methods.put("ecdh-sha2-nistp256", method("SHA-256", random -> new SshEllipticCurve("secp256r1", random)));
        methods.put("ecdh-sha2-nistp384", method("SHA-384", random -> new SshEllipticCurve("secp384r1", random)));
        methods.put("ecdh-sha2-nistp521", method("SHA-512", random -> new SshEllipticCurve("secp521r1", random)));
        methods.put("diffie-hellman-group14-sha256", fixed("SHA-256", "group14"));
        methods.put("diffie-hellman-group15-sha512", fixed("SHA-512", "group15"));
        methods.put("diffie-hellman-group16-sha512", fixed("SHA-512", "group16"));
        methods.put("diffie-hellman-group17-sha512", fixed("SHA-512", "group17"));
        methods.put("diffie-hellman-group18-sha512", fixed("SHA-512", "group18"));
        methods.put("diffie-hellman-group-exchange-sha256", new Method("SHA-256", Optional.empty()));
        methods.put("diffie-hellman-group14-sha1", fixed("SHA-1", "group14"));
        methods.put("diffie-hellman-group-exchange-sha1", new Method("SHA-1", Optional.empty()));
        methods.put("diffie-hellman-group1-sha1", fixed("SHA-1", "group1"));
        return methods;
    }

    private static Method method(String hash, Function<SecureRandom, SshAgreement> agreement) {
        return new Method(hash, Optional.of(agreement));
    }

    private static Method fixed(String hash, String group) {
        return method(hash, random -> SshModularGroup.fixed(group, random));
    }
}
