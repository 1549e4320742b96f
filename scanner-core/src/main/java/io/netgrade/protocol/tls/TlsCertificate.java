// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
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

    private static final int INTEGER = 2;
    private static final int BIT_STRING = 3;
    private static final int OCTET_STRING = 4;
    private static final int SEQUENCE = 0x30;

    private static final int SERIAL = 0;
    private static final int ISSUER = 2;
    private static final int VALIDITY = 3;
    private static final int SUBJECT = 4;
    private static final int KEY = 5;
    private static final int VERSION_TAG = 0xA0;
    private static final int EXTENSIONS_TAG = 0xA3;

    private final byte[] encoded;
    private final List<byte[]> whole;
    private final List<byte[]> body;

    private TlsCertificate(byte[] encoded) {
        this.encoded = encoded.clone();
        this.whole = Der.elements(encoded);
        this.body = whole.isEmpty() ? List.of() : Der.elements(whole.get(0));
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

    /** Whether it is a certificate at all: its body holds as many fields as one has at least. */
    boolean isReadable() {
        return body.size() > KEY;
    }

    Optional<X500Name> subject() {
        return name(SUBJECT);
    }

    Optional<X500Name> issuer() {
        return name(ISSUER);
    }

    /** As RFC 4514 writes it. */
    Optional<String> subjectText() {
        return nameText(SUBJECT);
    }

    /** As RFC 4514 writes it. */
    Optional<String> issuerText() {
        return nameText(ISSUER);
    }

    /** The name of its subject as it is encoded. */
    Optional<byte[]> subjectEncoded() {
        return encodedField(SUBJECT);
    }

    /** The name of its issuer as it is encoded. */
    Optional<byte[]> issuerEncoded() {
        return encodedField(ISSUER);
    }

    /** Whether the name of its issuer is that of another certificate. */
    boolean namesAsIssuer(TlsCertificate issuer) {
        Optional<TlsDistinguishedName> named = plainName(ISSUER);
        Optional<TlsDistinguishedName> own = issuer.plainName(SUBJECT);
        return (named.isPresent() && own.isPresent())
                ? named.get().matches(own.get())
                : issuer().isPresent() && issuer().equals(issuer.subject());
    }

    /** The common names of its subject. */
    List<String> commonNames() {
        return plainName(SUBJECT)
                .map(TlsDistinguishedName::commonNames)
                .orElseGet(() -> subject().map(TlsCertificateNames::commonNames).orElse(List.of()));
    }

    Optional<String> serial() {
        return encodedField(SERIAL)
                .filter(number -> Der.firstByte(number) == INTEGER)
                .map(Der::content)
                .filter(number -> number.length > 0)
                .map(number -> new BigInteger(number).toString(16));
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

    /** The same as it is encoded. */
    Optional<byte[]> keyEncoded() {
        return encodedField(KEY);
    }

    Optional<TlsPublicKey> key() {
        return encodedField(KEY)
                .flatMap(TlsPublicKey::plain)
                .or(() -> keyInfo().flatMap(key -> Lenient.read(() -> TlsUnusualKey.read(key))));
    }

    /** The signature's algorithm and hash. */
    Optional<TlsSignature> signedBy() {
        return element(whole, 1)
                .flatMap(TlsSignature::plain)
                .or(() -> signatureAlgorithm().flatMap(algorithm -> Lenient.read(() -> TlsSignature.of(algorithm))));
    }

    /** The identifier of the signature's algorithm as it is encoded. */
    Optional<byte[]> signatureAlgorithmEncoded() {
        return element(whole, 1);
    }

    Optional<AlgorithmIdentifier> signatureAlgorithm() {
        return element(whole, 1)
                .flatMap(Der::read)
                .flatMap(algorithm -> Lenient.read(() -> AlgorithmIdentifier.getInstance(algorithm)));
    }

    Optional<byte[]> signature() {
        Optional<byte[]> element = element(whole, 2);
        return element.filter(bits -> Der.firstByte(bits) == BIT_STRING)
                .map(Der::content)
                .filter(bits -> bits.length > 1 && bits[0] == 0)
                .map(bits -> Arrays.copyOfRange(bits, 1, bits.length))
                .or(() -> element.flatMap(Der::read)
                        .flatMap(bits -> Lenient.read(
                                () -> ASN1BitString.getInstance(bits).getOctets())));
    }

    /** The bytes that the signature is over, as they came. */
    Optional<byte[]> signedBytes() {
        return element(whole, 0);
    }

    /** The value of an extension (RFC 5280 §4.1), encoded; empty where there is none, or it has no value. */
    Optional<byte[]> extension(String identifier) {
        for (byte[] extension : extensions()) {
            List<byte[]> parts = Der.elements(extension);
            byte[] value = parts.size() < 2 ? new byte[0] : parts.get(parts.size() - 1);
            if (Der.firstByte(value) == OCTET_STRING
                    && Der.identifier(parts.get(0)).equals(identifier)) {
                return Optional.of(Der.content(value));
            }
        }
        return Optional.empty();
    }

    /** Whether there is such an extension, readable or not. */
    boolean mentions(String identifier) {
        return extensions().stream()
                .map(Der::elements)
                .filter(parts -> !parts.isEmpty())
                .anyMatch(parts -> Der.identifier(parts.get(0)).equals(identifier));
    }

    /** The body as it would be without an extension, all else byte by byte as it came. */
    byte[] bodyWithout(String identifier) {
        List<byte[]> kept = extensions().stream()
                .filter(extension -> Der.elements(extension).stream()
                        .limit(1)
                        .noneMatch(name -> Der.identifier(name).equals(identifier)))
                .toList();
        List<byte[]> fields = new ArrayList<>(body);
        if (!kept.isEmpty()) {
            fields.set(fields.size() - 1, Der.wrapped(EXTENSIONS_TAG, List.of(Der.wrapped(SEQUENCE, kept))));
        } else if (Der.firstByte(fields.get(fields.size() - 1)) == EXTENSIONS_TAG) {
            fields.remove(fields.size() - 1);
        }
        return Der.wrapped(SEQUENCE, fields);
    }

    private List<byte[]> extensions() {
        byte[] last = body.isEmpty() ? new byte[0] : body.get(body.size() - 1);
        List<byte[]> list = Der.firstByte(last) == EXTENSIONS_TAG ? Der.elements(last) : List.of();
        return list.isEmpty() ? List.of() : Der.elements(list.get(0));
    }

    /** A name that can be written; BouncyCastle reads its parts only then. */
    private Optional<X500Name> name(int place) {
        return field(place)
                .flatMap(name -> Lenient.read(() -> X500Name.getInstance(name)))
                .filter(name -> name.size() <= MAX_NAME_PARTS)
                .filter(name -> Lenient.read(name::toString).isPresent());
    }

    private Optional<TlsDistinguishedName> plainName(int place) {
        return encodedField(place).flatMap(TlsDistinguishedName::read);
    }

    private Optional<String> nameText(int place) {
        return plainName(place)
                .map(TlsDistinguishedName::text)
                .or(() -> name(place).map(TlsCertificateNames::text));
    }

    private Optional<Instant> moment(int which) {
        Optional<byte[]> element = encodedField(VALIDITY).flatMap(validity -> element(Der.elements(validity), which));
        return element.flatMap(TlsMoment::plain)
                .or(() -> element.flatMap(Der::read)
                        .flatMap(time -> Lenient.read(
                                () -> Time.getInstance(time).getDate().toInstant())));
    }

    private Optional<ASN1Primitive> field(int place) {
        return encodedField(place).flatMap(Der::read);
    }

    /** A field of the body by its place behind the version, which may be left out. */
    private Optional<byte[]> encodedField(int place) {
        boolean versioned = !body.isEmpty() && Der.firstByte(body.get(0)) == VERSION_TAG;
        return element(body, versioned ? place + 1 : place);
    }

    private static Optional<byte[]> element(List<byte[]> elements, int at) {
        return at < elements.size() ? Optional.of(elements.get(at)) : Optional.empty();
    }
}
