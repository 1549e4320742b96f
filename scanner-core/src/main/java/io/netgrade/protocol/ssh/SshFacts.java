// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What can be said of an SSH server, and what can be asked of it. */
public final class SshFacts {
    public static final FactType IDENTIFICATION = FactType.of(
                    "ssh.identification", "The line that the server opens with (RFC 4253 4.2).")
            .text("protocol-version", "2.0; 1.99 where SSH-1 is spoken too; 1.x where nothing else is")
            .text("software", "the software version, up to the first space")
            .text("comments", "what follows the first space; absent where nothing does");

    public static final FactType KEY_EXCHANGES = FactType.of(
                    "ssh.key-exchanges-offered", "The key exchanges of the server's KEXINIT (RFC 4253 7.1).")
            .names("algorithms", "in the server's order, with markers such as kex-strict-s-v00@openssh.com");

    public static final FactType HOST_KEY_ALGORITHMS = FactType.of(
                    "ssh.host-key-algorithms-offered",
                    "The host key algorithms of the server's KEXINIT (RFC 4253 7.1).")
            .names("algorithms", "in the server's order");

    public static final FactType CIPHERS =
            directed(FactType.of("ssh.ciphers-offered", "The ciphers of the server's KEXINIT (RFC 4253 7.1)."));

    public static final FactType MACS = directed(FactType.of(
            "ssh.macs-offered",
            "The MACs of the server's KEXINIT (RFC 4253 7.1); ciphers with a tag of their own use none of them."));

    public static final FactType COMPRESSIONS = FactType.of(
                    "ssh.compressions-offered", "The compressions of the server's KEXINIT (RFC 4253 7.1).")
            .names("algorithms", "of either direction");

    public static final FactType HOST_KEY = FactType.of(
                    "ssh.host-key", "One public key that the server identifies itself by (RFC 4253 6.6).")
            .text("type", "the key's format, such as ssh-rsa or ecdsa-sha2-nistp256")
            .number("bits", "bits of the modulus (RSA, DSS) or of the curve; absent where the format is not known")
            .text("fingerprint", "SHA256: and the base64 of the key's hash, as OpenSSH writes it");

    public static final FactType FINGERPRINT = FactType.of(
                    "ssh.hassh", "The HASSH of one side: what its KEXINIT offers, as one hash (Salesforce, hassh).")
            .text("role", "server or client")
            .text("md5", "of key exchanges, ciphers, MACs and compressions in that side's direction, in hex");

    public static final FactType GROUP = FactType.of(
                    "ssh.dh-group",
                    "A group that the server chose in a group exchange (RFC 4419); complete where it was asked for a small,"
                            + " a usual and a large one, and these are its answers.")
            .number("bits", "bits of the modulus");

    public static final FactType AUTHENTICATION_METHODS = FactType.of(
                    "ssh.authentication-methods",
                    "What the server answers to a request of method none by the user netgrade (RFC 4252 5).")
            .names("methods", "the methods that can continue; none alone where none was enough")
            .flag("none-accepted", "whether the request was granted");

    public static final FactType BANNER = FactType.of(
                    "ssh.banner", "The text that the server shows before a log-in (RFC 4252 5.4).")
            .flag("present", "whether there was one by the answer to the first request")
            .text("text", "its first 80 characters; absent where there is none");

    public static final FactType PREFIX_TRUNCATION = FactType.of(
                    "ssh.prefix-truncation",
                    "Whether messages behind the key exchange can be removed unnoticed (Terrapin, CVE-2023-48795).")
            .flag("strict-key-exchange", "whether the server offers strict key exchange (OpenSSH PROTOCOL 1.10)")
            .names(
                    "modes",
                    "what it offers that is open to it: chacha20-poly1305@openssh.com, and ciphers in CBC mode where a"
                            + " MAC with encrypt-then-MAC is offered the same way")
            .flag("possible", "whether there is such a mode and no strict key exchange");

    private static final List<FactType> ALL = List.of(
            IDENTIFICATION,
            KEY_EXCHANGES,
            HOST_KEY_ALGORITHMS,
            CIPHERS,
            MACS,
            COMPRESSIONS,
            FINGERPRINT,
            HOST_KEY,
            GROUP,
            AUTHENTICATION_METHODS,
            BANNER,
            PREFIX_TRUNCATION);

    private static final List<Check> CHECKS = List.of(
            FieldCheck.of(
                    "ssh.protocol-version",
                    "The protocol version in the server's identification line.",
                    IDENTIFICATION,
                    "protocol-version"),
            FieldCheck.of("ssh.key-exchange", "The key exchanges that the server offers.", KEY_EXCHANGES, "algorithms"),
            FieldCheck.of(
                    "ssh.host-key-algorithm",
                    "The host key algorithms that the server offers.",
                    HOST_KEY_ALGORITHMS,
                    "algorithms"),
            FieldCheck.of("ssh.cipher", "The ciphers that the server offers, either way.", CIPHERS, "algorithms"),
            FieldCheck.of("ssh.mac", "The MACs that the server offers, either way.", MACS, "algorithms"),
            FieldCheck.of(
                    "ssh.compression",
                    "The compressions that the server offers, either way.",
                    COMPRESSIONS,
                    "algorithms"),
            FieldCheck.of("ssh.host-key-size", "The bits of each host key.", HOST_KEY, "bits"),
            FieldCheck.of("ssh.dh-group-size", "The bits of each group that the server chose.", GROUP, "bits"),
            FieldCheck.of(
                    "ssh.prefix-truncation",
                    "Whether the beginning of the encrypted session can be cut off (CVE-2023-48795).",
                    PREFIX_TRUNCATION,
                    "possible"),
            FieldCheck.of("ssh.banner", "Whether a text is shown before a log-in.", BANNER, "present")
                    .encryptedInCaptures(),
            FieldCheck.of(
                            "ssh.authentication",
                            "The authentication methods that can continue.",
                            AUTHENTICATION_METHODS,
                            "methods")
                    .encryptedInCaptures(),
            FieldCheck.of(
                            "ssh.none-authentication",
                            "Whether a user is let in without any authentication.",
                            AUTHENTICATION_METHODS,
                            "none-accepted")
                    .encryptedInCaptures());

    private SshFacts() {}

    public static List<FactType> all() {
        return ALL;
    }

    public static List<Check> checks() {
        return CHECKS;
    }

    private static FactType directed(FactType type) {
        return type.names("algorithms", "of either direction")
                .names("client-to-server", "in the server's order")
                .names("server-to-client", "in the server's order");
    }
}
