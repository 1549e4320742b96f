// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.FactType;
import java.util.List;

/** Every type of fact that TLS states. */
public final class TlsFacts {
    public static final FactType VERSIONS_ACCEPTED = FactType.of(
                    "tls.versions-accepted", "The protocol versions in which the server goes on with a handshake.")
            .names("versions", "SSLv2, SSLv3, TLSv1.0, TLSv1.1, TLSv1.2, TLSv1.3; DTLSv1.2, TLCPv1.1 and the like");

    public static final FactType SUITES_ACCEPTED = FactType.of(
                    "tls.suites-accepted",
                    "The cipher suites that the server accepts in one version; one fact per version.")
            .text("version", "as in tls.versions-accepted")
            .names("suites", "IANA names, in the server's order where server-order is true")
            .names("key-exchanges", "distinct: ECDHE DHE RSA ECDH DH PSK NULL ...; ECDHE for TLS 1.3 suites")
            .names("authentications", "distinct: RSA ECDSA DSS anon PSK ...; TLS 1.3 suites leave it open")
            .names("encryptions", "distinct: AES_128 AES_256 CHACHA20 3DES RC4 NULL ..., and EXPORT where weakened")
            .names("modes", "distinct: GCM CCM POLY1305 CBC STREAM NULL ...")
            .number("bits", "effective bits of the weakest encryption among them, 112 for 3DES")
            .flag("server-order", "whether the server's order decides and not the client's");

    public static final FactType GROUPS_ACCEPTED = FactType.of(
                    "tls.groups-accepted",
                    "The groups that the server accepts for the key exchange: all of TLS 1.3, and the curves of ECDHE"
                            + " before.")
            .names("groups", "names of the IANA registry TLS Supported Groups");

    public static final FactType DH_GROUP = FactType.of(
                    "tls.dh-group", "The prime that the server uses for DHE up to TLS 1.2 (RFC 5246 §7.4.3).")
            .number("bits", "length of the prime, in bits; not there where no suite with DHE is accepted");

    public static final FactType CERTIFICATE = FactType.of(
                    "tls.certificate", "One certificate that the server sends (RFC 5280).")
            .number("position", "place in the chain; 0 is the server's own")
            .text("subject", "distinguished name, RFC 4514")
            .text("issuer", "distinguished name, RFC 4514")
            .text("serial", "serial number, hexadecimal")
            .instant("not-before", "first moment of validity")
            .instant("not-after", "last moment of validity")
            .number("validity-days", "from not-before to not-after, in days, a part of a day counted as one")
            .text("key-algorithm", "RSA EC DSA Ed25519 Ed448 SM2, else the object identifier")
            .number("key-bits", "bits of the RSA or DSA modulus, or of the curve's field")
            .text("curve", "name of the named curve, where the key has one")
            .text("signature-algorithm", "such as SHA256withRSA, else the object identifier")
            .text("signature-hash", "MD2 MD5 SHA-1 SHA-224 SHA-256 SHA-384 SHA-512 SM3, or intrinsic")
            .names("names", "DNS names and addresses of subjectAltName; the common name only where there is none")
            .flag("self-signed", "whether its own key signed it; heard in a capture, as names and key identifiers tell")
            .flag("ca", "whether basicConstraints makes it an authority")
            .text("sha256", "fingerprint of the encoded certificate, hexadecimal")
            .names(
                    "key-usage",
                    "what its key may be used for, as RFC 5280 §4.2.1.3 names it; not there where it is open")
            .names("revocation", "where its revocation can be asked: ocsp, crl; nothing where nowhere");

    public static final FactType CHAIN = FactType.of(
                    "tls.chain", "The chain that the server sends, measured against itself; trust is not judged.")
            .number("length", "certificates sent")
            .flag("in-order", "whether each is issued by the name of the next")
            .flag("self-signed", "whether the server's own certificate is self-signed")
            .flag(
                    "complete",
                    "whether each is signed by the next, up to a root or to an authority that only a root is missing"
                            + " for; heard in a capture, as their key identifiers tell; not known where they do not, or"
                            + " where a lone certificate names another issuer");

    public static final FactType NAME_MATCH = FactType.of(
                    "tls.name-match",
                    "Whether the certificate is for the name that the server was asked by (RFC 6125).")
            .text("name", "host name or address")
            .flag("matches", "whether a name of the certificate fits it");

    public static final FactType CLIENT_CERTIFICATE = FactType.of(
                    "tls.client-certificate", "Whether the server asks the client for a certificate.")
            .flag("requested", "whether a CertificateRequest was sent");

    public static final FactType CLIENT_CERTIFICATE_SENT = FactType.of(
                    "tls.client-certificate-sent",
                    "A certificate that a client sent; its names are not told, as they may be a person's.")
            .text("key-algorithm", "as in tls.certificate")
            .number("key-bits", "as in tls.certificate")
            .text("signature-hash", "as in tls.certificate")
            .instant("not-after", "last moment of validity")
            .text("sha256", "fingerprint of the encoded certificate, hexadecimal");

    public static final FactType COMPRESSION_ACCEPTED = FactType.of(
                    "tls.compression-accepted", "The compression methods that the server accepts, up to TLS 1.2.")
            .names("methods", "IANA names: NULL DEFLATE LZS");

    public static final FactType SESSION = FactType.of("tls.session", "What the server does to harden a session.")
            .flag("secure-renegotiation", "RFC 5746 in every answer, or TLS 1.3 only, which does not renegotiate")
            .flag("extended-master-secret", "RFC 7627 in every answer, or TLS 1.3 only, where it is built in")
            .flag("encrypt-then-mac", "RFC 7366 in every answer with a CBC suite; unknown where there is none")
            .flag("fallback-scsv", "RFC 7507: refuses a needless older version; unknown where only one is accepted");

    public static final FactType SIGNATURES_ACCEPTED = FactType.of(
                    "tls.signatures-accepted",
                    "How the server signs its key exchange (TLS 1.2) or its handshake (TLS 1.3); one fact per version.")
            .text("version", "as in tls.versions-accepted")
            .names("schemes", "IANA TLS SignatureScheme names, in the order of the server's taking");

    public static final FactType ALPN_ACCEPTED = FactType.of(
                    "tls.alpn-accepted", "The application protocols that the server chooses by ALPN (RFC 7301).")
            .names("protocols", "IANA identification sequences, in the order of the server's taking");

    public static final FactType OCSP_STAPLE = FactType.of(
                    "tls.ocsp-staple",
                    "What the server staples of its own certificate's revocation (RFC 6066 §8); one fact per chain.")
            .text("certificate", "as sha256 in tls.certificate")
            .flag("stapled", "whether it sends an answer of OCSP when asked for one")
            .text("status", "good revoked unknown, or why the responder gave no answer, such as tryLater")
            .instant("this-update", "when the status was known to be right")
            .instant("next-update", "when newer information will be there")
            .flag(
                    "verified",
                    "whether it is of this certificate and signed by its issuer, or by whom the issuer lets sign it"
                            + " (RFC 6960 §4.2.2.2); unknown where the chain sent has no issuer");

    public static final FactType CERTIFICATE_TRANSPARENCY = FactType.of(
                    "tls.certificate-transparency",
                    "Signed certificate timestamps of the server's own certificate (RFC 6962 §3.3), by where they are;"
                            + " one fact per chain.")
            .text("certificate", "as sha256 in tls.certificate")
            .number("timestamps", "how many in all")
            .number("in-certificate", "in an extension of the certificate")
            .number("in-handshake", "in the extension signed_certificate_timestamp")
            .number("in-staple", "in the stapled answer of OCSP");

    public static final FactType CERTIFICATE_TIMESTAMP = FactType.of(
                    "tls.certificate-timestamp",
                    "One signed timestamp of the server's own certificate, and whether the log signed it (RFC 6962 §3.2).")
            .text("certificate", "as sha256 in tls.certificate")
            .text("place", "certificate, handshake or staple")
            .text("log-id", "identifier of the log, base64 as lists of logs write it")
            .text("log", "the log's name in the operator's list of logs")
            .instant("at", "when the log took the certificate")
            .text(
                    "signature",
                    "valid invalid, or unknown-log where the operator's list does not have it; unknown without a list, and"
                            + " for one in a certificate of which the chain sent has no issuer");

    public static final FactType RESUMPTION_OFFERED = FactType.of(
                    "tls.resumption-offered", "By what the server offers to resume a session later.")
            .names("by", "session-id and ticket up to TLS 1.2, psk in TLS 1.3");

    public static final FactType EARLY_DATA = FactType.of(
                    "tls.early-data",
                    "How much a resuming client may send before the handshake is over, where it can be replayed"
                            + " (RFC 8446 §8).")
            .number("bytes", "max_early_data_size of the ticket; 0 where the ticket allows none, or none is given");

    public static final FactType TRUST = FactType.of(
                    "tls.trust",
                    "Whether the chain that the server sends leads to an authority of a trust store (RFC 5280 §6);"
                            + " one fact per chain and name.")
            .text("certificate", "as sha256 in tls.certificate")
            .text("store", "where the authorities are from")
            .flag("trusted", "whether a path was found that holds at the time of asking; revocation is not asked")
            .text("anchor", "distinguished name of the authority at its end, RFC 4514")
            .text("reason", "why there is none");

    public static final FactType CLIENT_HELLO = FactType.of("tls.client-hello", "What a client offered.")
            .text("sni", "host name asked for (RFC 6066)")
            .names("alpn", "application protocols offered (RFC 7301)")
            .names("versions", "versions offered, in the client's order")
            .text("ja3", "MD5 fingerprint JA3")
            .text("ja4", "fingerprint JA4")
            .names("groups", "groups offered, in the client's order")
            .flag("ech", "whether it holds an encrypted inner hello (RFC 9849), or random bytes that look like one")
            .names("resumes", "by what it would resume a session: session-id ticket psk, and early-data with it");

    public static final FactType SERVER_HELLO = FactType.of("tls.server-hello", "What a server chose.")
            .text("version", "as in tls.versions-accepted")
            .text("suite", "IANA name")
            .text("group", "name of the group, where key_share says it (TLS 1.3)")
            .text("alpn", "application protocol, where it is said in clear")
            .text("ja3s", "MD5 fingerprint JA3S");

    public static final FactType RESUMPTION = FactType.of(
                    "tls.resumption",
                    "A server that resumed an earlier session: nothing else is proved anew. By a probe, one fact for each way"
                            + " in which a second connection did resume the session of the first; none where each way was"
                            + " tried and none led to it.")
            .text("by", "session-id ticket psk");

    public static final FactType CLIENT_RENEGOTIATION = FactType.of(
                    "tls.client-renegotiation",
                    "How the server takes it that a client begins a second handshake in a session (RFC 5746 §3.5), which costs"
                            + " the server more than the client; not there where no version before TLS 1.3 is accepted.")
            .text("version", "in which it was tried, as in tls.versions-accepted")
            .text("answer", "accepted, refused (by an alert), closed (the connection), or ignored (no answer in time)");

    public static final FactType ALERT = FactType.of("tls.alert", "An alert that was said in clear (RFC 8446 §6).")
            .text("side", "client or server")
            .text("level", "warning or fatal")
            .text("description", "name of the IANA registry TLS Alerts, such as handshake_failure");

    private static final List<FactType> ALL = List.of(
            VERSIONS_ACCEPTED,
            SUITES_ACCEPTED,
            GROUPS_ACCEPTED,
            DH_GROUP,
            CERTIFICATE,
            CHAIN,
            NAME_MATCH,
            CLIENT_CERTIFICATE,
            CLIENT_CERTIFICATE_SENT,
            COMPRESSION_ACCEPTED,
            SESSION,
            SIGNATURES_ACCEPTED,
            ALPN_ACCEPTED,
            OCSP_STAPLE,
            CERTIFICATE_TRANSPARENCY,
            CERTIFICATE_TIMESTAMP,
            RESUMPTION_OFFERED,
            CLIENT_RENEGOTIATION,
            EARLY_DATA,
            TRUST,
            CLIENT_HELLO,
            SERVER_HELLO,
            RESUMPTION,
            ALERT);

    private TlsFacts() {}

    static List<FactType> all() {
        return ALL;
    }
}
