// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;

/**
 * A certificate (RFC 5280 §4.1), read field by field: what is broken in one place still yields the others.
 *
 * <pre>
 * Certificate    ::= { tbsCertificate, signatureAlgorithm, signature }
 * TBSCertificate ::= { [0] version, serialNumber, signature, issuer, validity, subject, subjectPublicKeyInfo,
 *                      [1] issuerUniqueID, [2] subjectUniqueID, [3] extensions }
 * </pre>
 */
final class TlsCertificate {
    /** Comparing names costs the square of their parts; a longer name is not read. */
    private static final int MAX_NAME_PARTS = 64;

    private static final int SERIAL = 0;
    private static final int ISSUER = 2;
    private static final int VALIDITY = 3;
    private static final int SUBJECT = 4;
    private static final int KEY = 5;
    private static final int EXTENSIONS_TAG = 3;

    private final byte[] encoded;
    private final Optional<ASN1Sequence> whole;
    private final Optional<ASN1Sequence> body;

    private TlsCertificate(byte[] encoded) {
        this.encoded = encoded.clone();
        this.whole = DerDepth.isModest(encoded)
                ? Lenient.read(() -> ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(encoded)))
                : Optional.empty();
        this.body = whole.flatMap(all -> Lenient.read(() -> ASN1Sequence.getInstance(all.getObjectAt(0))));
    }

    static TlsCertificate of(byte[] encoded) {
        return new TlsCertificate(encoded);
    }

    static List<TlsCertificate> ofAll(List<byte[]> chain) {
        return chain.stream().map(TlsCertificate::of).toList();
    }

    /** SHA-256 of the encoding, which even a certificate that cannot be read has. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is a certificate at all: its body begins as one. */
    boolean isReadable() {
        return body.isPresent();
    }

    Optional<X500Name> subject() {
        return name(SUBJECT);
    }

    Optional<X500Name> issuer() {
        return name(ISSUER);
    }

    Optional<String> serial() {
        return field(SERIAL)
                .flatMap(number -> Lenient.read(
                        () -> ASN1Integer.getInstance(number).getValue().toString(16)));
    }

    Optional<Instant> notBefore() {
        return moment(0);
    }

    Optional<Instant> notAfter() {
        return moment(1);
    }

    Optional<SubjectPublicKeyInfo> keyInfo() {
        return field(KEY).flatMap(key -> Lenient.read(() -> SubjectPublicKeyInfo.getInstance(key)));
    }

    Optional<TlsPublicKey> key() {
        return keyInfo().flatMap(key -> Lenient.read(() -> TlsPublicKey.of(key)));
    }

    Optional<AlgorithmIdentifier> signatureAlgorithm() {
        return whole.flatMap(all -> Lenient.read(() -> AlgorithmIdentifier.getInstance(all.getObjectAt(1))));
    }

    Optional<byte[]> signature() {
        return whole.flatMap(all ->
                Lenient.read(() -> ASN1BitString.getInstance(all.getObjectAt(2)).getOctets()));
    }

    /** The bytes that the signature is over, as they came. */
    Optional<byte[]> signedBytes() {
        return body.flatMap(signed -> Lenient.read(() -> signed.getEncoded()));
    }

    Optional<Extensions> extensions() {
        return body.flatMap(all -> Lenient.read(() -> {
            ASN1TaggedObject last = ASN1TaggedObject.getInstance(all.getObjectAt(all.size() - 1));
            return last.hasContextTag(EXTENSIONS_TAG) ? Extensions.getInstance(last.getExplicitBaseObject()) : null;
        }));
    }

    private Optional<X500Name> name(int place) {
        return field(place)
                .flatMap(name -> Lenient.read(() -> X500Name.getInstance(name)))
                .filter(name -> name.size() <= MAX_NAME_PARTS);
    }

    private Optional<Instant> moment(int which) {
        return field(VALIDITY)
                .flatMap(validity -> Lenient.read(() -> Time.getInstance(
                                ASN1Sequence.getInstance(validity).getObjectAt(which))
                        .getDate()
                        .toInstant()));
    }

    /** A field of the body by its place behind the version, which may be left out. */
    private Optional<ASN1Encodable> field(int place) {
        return body.flatMap(all -> Lenient.read(
                () -> all.getObjectAt(all.getObjectAt(0) instanceof ASN1TaggedObject ? place + 1 : place)));
    }
}
