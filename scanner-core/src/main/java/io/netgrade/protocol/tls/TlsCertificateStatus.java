// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.ResponseData;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.Extension;

/**
 * What a stapled OCSP answer says of the first certificate (RFC 6960 §4.2.1).
 *
 * @param status good, revoked or unknown; what the responder says instead of an answer, such as tryLater
 * @param timestamps signed certificate timestamps in it (RFC 6962 §3.3), each encoded
 * @param signature by which it can be verified; empty where the responder gave no answer
 */
record TlsCertificateStatus(
        String status,
        Optional<Instant> thisUpdate,
        Optional<Instant> nextUpdate,
        List<byte[]> timestamps,
        Optional<TlsStapleSignature> signature) {
    private static final int OCSP = 1;
    private static final ASN1ObjectIdentifier TIMESTAMPS = new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.5");
    private static final int MOST_ANSWERS = 64;

    /** Reads a CertificateStatus (RFC 6066 §8); empty where it is none of OCSP, or cannot be read. */
    static Optional<TlsCertificateStatus> read(ByteView body) {
        ByteCursor cursor = ByteCursor.of(body);
        int type = cursor.u8();
        byte[] encoded = cursor.bytes(cursor.u24());
        return type == OCSP && cursor.intact()
                ? Der.read(encoded).flatMap(value -> Lenient.read(() -> of(OCSPResponse.getInstance(value))))
                : Optional.empty();
    }

    private static TlsCertificateStatus of(OCSPResponse response) {
        int outcome = response.getResponseStatus().getIntValue();
        if (outcome != 0) {
            return new TlsCertificateStatus(
                    refusal(outcome), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        }
        byte[] basic = response.getResponseBytes().getResponse().getOctets();
        ResponseData data =
                BasicOCSPResponse.getInstance(Der.read(basic).orElseThrow()).getTbsResponseData();
        if (data.getResponses().size() > MOST_ANSWERS) {
            throw new IllegalArgumentException("more answers than a staple holds");
        }
        return of(SingleResponse.getInstance(data.getResponses().getObjectAt(0)), basic);
    }

    private static TlsCertificateStatus of(SingleResponse single, byte[] basic) {
        String status = switch (single.getCertStatus().getTagNo()) {
            case 0 -> "good";
            case 1 -> "revoked";
            default -> "unknown";
        };
        List<byte[]> timestamps = Optional.ofNullable(single.getSingleExtensions())
                .map(extensions -> extensions.getExtension(TIMESTAMPS))
                .map(Extension::getExtnValue)
                .map(ASN1OctetString::getOctets)
                .map(TlsTimestamps::enclosed)
                .orElse(List.of());
        return new TlsCertificateStatus(
                status,
                Lenient.read(() -> single.getThisUpdate().getDate().toInstant()),
                Optional.ofNullable(single.getNextUpdate())
                        .flatMap(time -> Lenient.read(() -> time.getDate().toInstant())),
                timestamps,
                Optional.of(new TlsStapleSignature(
                        basic, single.getCertID().getSerialNumber().getValue().toString(16))));
    }

    /** OCSPResponseStatus. */
    private static String refusal(int outcome) {
        return switch (outcome) {
            case 1 -> "malformedRequest";
            case 2 -> "internalError";
            case 3 -> "tryLater";
            case 5 -> "sigRequired";
            case 6 -> "unauthorized";
            default -> "status " + outcome;
        };
    }
}
