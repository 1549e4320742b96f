// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sip;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a SIP server, and the checks of it. */
public final class SipFacts {
    public static final FactType SERVICE = FactType.of("sip.service", "What is asked of the server.")
            .names("methods", "a method of requests that were sent to it (RFC 3261 §7.1)")
            .text("transport", "udp, tcp, tls, sctp, ws or wss as the newest Via says (RFC 3261 §20.42)");

    public static final FactType ALLOWED = FactType.of(
                    "sip.methods-allowed", "The methods that the server says it allows (RFC 3261 §20.5).")
            .names("methods", "as in its Allow field");

    public static final FactType CHALLENGE = FactType.of(
                    "sip.challenge", "How the server wants a request to be authenticated (RFC 3261 §22, RFC 8760).")
            .text("field", "www-authenticate or proxy-authenticate")
            .text("scheme", "digest, basic or another word, in lower case")
            .text("algorithm", "such as md5, sha-256 or akav1-md5; md5 where a digest challenge names none")
            .names("qop", "quality of protection offered: auth, auth-int; absent where none is");

    public static final FactType REGISTRATION = FactType.of(
                    "sip.registration", "Whether the server wants a login before it registers a user (RFC 3261 §10.3).")
            .flag("challenged", "false where a REGISTER without credentials was answered with success");

    public static final FactType ADMISSION = FactType.of(
                    "sip.admission", "How the server answers the first request of a kind outside a dialog.")
            .text("method", "the method asked")
            .flag("challenged", "true where it wants a login, false where one without credentials had success");

    public static final FactType SECURITY_AGREEMENT = FactType.of(
                    "sip.security-agreement",
                    "A mechanism by which the server lets signalling be protected (RFC 3329, TS 33.203 annex H).")
            .text("mechanism", "tls, digest, ipsec-ike, ipsec-man, ipsec-3gpp or another word")
            .text("integrity", "of ipsec-3gpp: hmac-md5-96, hmac-sha-1-96, aes-gmac …; absent for others")
            .text("encryption", "of ipsec-3gpp: null, des-ede3-cbc, aes-cbc …; absent for others");

    public static final FactType CREDENTIALS = FactType.of(
                    "sip.credentials-in-clear", "A class of credentials that requests carry; never their value.")
            .text("class", "plaintext-password, digest-response, aka-response or other")
            .text("algorithm", "of a digest: md5, sha-256 …");

    public static final FactType MEDIA_OFFERED = media("sip.media-offered", "A medium that a request offers.");

    public static final FactType MEDIA_AGREED =
            media("sip.media-agreed", "A medium that an answer to an INVITE agrees to.");

    public static final FactType INTERNAL_ADDRESS = FactType.of(
                    "sip.internal-address", "That the server's messages show an address which is not public.")
            .text("field", "via, contact, record-route, call-id, sdp-origin or sdp-connection")
            .text("class", "private (RFC 1918), shared (RFC 6598), unique-local (RFC 4193), link-local or loopback");

    public static final FactType SUBSCRIBER_IDENTITY = FactType.of(
                    "sip.subscriber-identity", "A class of subscriber identity in messages; never its value.")
            .text("class", "msisdn, imsi, imei or location")
            .text("field", "the field that carries it");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("sip.in-clear", "The methods asked where nothing encrypts SIP.", SERVICE, "methods")
                    .inClear(),
            FieldCheck.of(
                    "sip.registration",
                    "Whether a registration without credentials is refused (RFC 3261 §10.3).",
                    REGISTRATION,
                    "challenged"),
            FieldCheck.of(
                    "sip.challenge-scheme", "The schemes by which the server wants a login.", CHALLENGE, "scheme"),
            FieldCheck.of(
                    "sip.challenge-algorithm",
                    "The digest algorithms by which the server wants a login (RFC 8760).",
                    CHALLENGE,
                    "algorithm"),
            FieldCheck.of(
                    "sip.security-mechanism",
                    "The mechanisms by which the server lets signalling be protected (RFC 3329).",
                    SECURITY_AGREEMENT,
                    "mechanism"),
            FieldCheck.of(
                    "sip.security-encryption",
                    "The ciphers by which the server lets IMS signalling be protected (TS 33.203 annex H).",
                    SECURITY_AGREEMENT,
                    "encryption"),
            FieldCheck.of(
                            "sip.credentials-in-clear",
                            "The class of credentials in requests that nothing encrypts.",
                            CREDENTIALS,
                            "class")
                    .inClear(),
            FieldCheck.of(
                    "sip.media-keying", "How media agreed on are keyed; none is RTP in clear.", MEDIA_AGREED, "keying"),
            FieldCheck.of(
                            "sip.media-keying-in-clear",
                            "How media are keyed by descriptions that nothing encrypts; sdes shows the key itself.",
                            MEDIA_AGREED,
                            "keying")
                    .inClear(),
            FieldCheck.of(
                    "sip.media-suite", "The SDES crypto suites of media agreed on (RFC 4568).", MEDIA_AGREED, "suites"),
            FieldCheck.of(
                    "sip.internal-address",
                    "Fields of the server's messages that show internal addresses.",
                    INTERNAL_ADDRESS,
                    "field"),
            FieldCheck.of(
                            "sip.subscriber-identity",
                            "The classes of subscriber identity in messages that nothing encrypts.",
                            SUBSCRIBER_IDENTITY,
                            "class")
                    .inClear());

    private SipFacts() {}

    private static FactType media(String id, String meaning) {
        return FactType.of(id, meaning)
                .text("kind", "audio, video, image …")
                .text("profile", "transport profile, such as RTP/AVP or RTP/SAVP (RFC 8866 §5.14)")
                .names("keying", "sdes, dtls, mikey, zrtp, or none")
                .names("suites", "SDES crypto suites; empty where there are none");
    }
}
