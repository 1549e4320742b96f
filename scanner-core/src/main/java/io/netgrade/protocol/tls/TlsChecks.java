// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import java.util.List;

/** Every check that TLS offers to profiles. */
final class TlsChecks {
    private static final List<Check> ALL = List.of(
            FieldCheck.of("tls.version", "The versions accepted.", TlsFacts.VERSIONS_ACCEPTED, "versions"),
            FieldCheck.of("tls.cipher-suite", "The suites accepted, by name.", TlsFacts.SUITES_ACCEPTED, "suites"),
            FieldCheck.of(
                    "tls.key-exchange",
                    "The key exchanges of the suites accepted.",
                    TlsFacts.SUITES_ACCEPTED,
                    "key-exchanges"),
            FieldCheck.of(
                    "tls.authentication",
                    "How the suites accepted authenticate the server.",
                    TlsFacts.SUITES_ACCEPTED,
                    "authentications"),
            FieldCheck.of(
                    "tls.encryption",
                    "What the suites accepted encrypt with.",
                    TlsFacts.SUITES_ACCEPTED,
                    "encryptions"),
            FieldCheck.of("tls.mode", "The modes of the suites accepted.", TlsFacts.SUITES_ACCEPTED, "modes"),
            FieldCheck.of(
                    "tls.encryption-bits", "Bits of the weakest suite accepted.", TlsFacts.SUITES_ACCEPTED, "bits"),
            FieldCheck.of("tls.group", "The groups accepted.", TlsFacts.GROUPS_ACCEPTED, "groups"),
            FieldCheck.of("tls.dh-size", "Bits of the prime of DHE.", TlsFacts.DH_GROUP, "bits"),
            FieldCheck.of("tls.certificate-key-size", "Bits of a certificate's key.", TlsFacts.CERTIFICATE, "key-bits"),
            FieldCheck.of(
                    "tls.certificate-signature-hash",
                    "The hash in a certificate's signature.",
                    TlsFacts.CERTIFICATE,
                    "signature-hash"),
            FieldCheck.of(
                    "tls.certificate-not-before",
                    "Since when a certificate holds.",
                    TlsFacts.CERTIFICATE,
                    "not-before"),
            FieldCheck.of(
                    "tls.certificate-not-after", "Until when a certificate holds.", TlsFacts.CERTIFICATE, "not-after"),
            FieldCheck.of(
                    "tls.certificate-validity",
                    "For how many days a certificate was issued.",
                    TlsFacts.CERTIFICATE,
                    "validity-days"),
            FieldCheck.of(
                    "tls.certificate-revocation",
                    "Where a certificate's revocation can be asked.",
                    TlsFacts.CERTIFICATE,
                    "revocation"),
            FieldCheck.of("tls.chain", "Whether the chain sent is whole.", TlsFacts.CHAIN, "complete"),
            FieldCheck.of("tls.self-signed", "Whether the certificate is self-signed.", TlsFacts.CHAIN, "self-signed"),
            FieldCheck.of(
                    "tls.name-match", "Whether the certificate is for the name asked.", TlsFacts.NAME_MATCH, "matches"),
            FieldCheck.of(
                    "tls.client-certificate",
                    "Whether a client certificate is asked for.",
                    TlsFacts.CLIENT_CERTIFICATE,
                    "requested"),
            FieldCheck.of(
                    "tls.client-certificate-key-size",
                    "Bits of the key of a client's certificate.",
                    TlsFacts.CLIENT_CERTIFICATE_SENT,
                    "key-bits"),
            FieldCheck.of(
                    "tls.client-certificate-signature-hash",
                    "The hash in the signature of a client's certificate.",
                    TlsFacts.CLIENT_CERTIFICATE_SENT,
                    "signature-hash"),
            FieldCheck.of(
                    "tls.client-certificate-not-after",
                    "Until when a client's certificate holds.",
                    TlsFacts.CLIENT_CERTIFICATE_SENT,
                    "not-after"),
            FieldCheck.of("tls.compression", "The compressions accepted.", TlsFacts.COMPRESSION_ACCEPTED, "methods"),
            FieldCheck.of(
                    "tls.secure-renegotiation",
                    "Whether renegotiation is secure (RFC 5746).",
                    TlsFacts.SESSION,
                    "secure-renegotiation"),
            FieldCheck.of(
                    "tls.client-renegotiation",
                    "How a second handshake that a client begins is taken.",
                    TlsFacts.CLIENT_RENEGOTIATION,
                    "answer"),
            FieldCheck.of("tls.resumption", "By what sessions are resumed.", TlsFacts.RESUMPTION, "by"),
            FieldCheck.of(
                    "tls.signature-scheme",
                    "How the server signs its handshakes.",
                    TlsFacts.SIGNATURES_ACCEPTED,
                    "schemes"),
            FieldCheck.of("tls.alpn", "The application protocols chosen.", TlsFacts.ALPN_ACCEPTED, "protocols"),
            FieldCheck.of("tls.ocsp-staple", "Whether a status of OCSP is stapled.", TlsFacts.OCSP_STAPLE, "stapled"),
            FieldCheck.of("tls.ocsp-status", "What the stapled status is.", TlsFacts.OCSP_STAPLE, "status"),
            FieldCheck.of(
                    "tls.ocsp-next-update",
                    "Until when the stapled status is fresh.",
                    TlsFacts.OCSP_STAPLE,
                    "next-update"),
            FieldCheck.of(
                    "tls.certificate-timestamps",
                    "How many signed certificate timestamps are given.",
                    TlsFacts.CERTIFICATE_TRANSPARENCY,
                    "timestamps"),
            FieldCheck.of(
                    "tls.certificate-timestamp-signature",
                    "Whether a log of the operator's list signed a certificate timestamp.",
                    TlsFacts.CERTIFICATE_TIMESTAMP,
                    "signature"),
            FieldCheck.of(
                    "tls.resumption-offered", "By what sessions can be resumed.", TlsFacts.RESUMPTION_OFFERED, "by"),
            FieldCheck.of("tls.early-data", "Bytes of early data allowed.", TlsFacts.EARLY_DATA, "bytes"),
            FieldCheck.of("tls.trusted", "Whether the chain leads to a trusted authority.", TlsFacts.TRUST, "trusted"));

    private TlsChecks() {}

    static List<Check> all() {
        return ALL;
    }
}
