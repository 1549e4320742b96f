// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.endpoint.Endpoint;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** The names in a certificate, and what its extensions say of it. */
final class TlsCertificateNames {
    /** More names than a certificate of use has; the rest is not kept. */
    private static final int MOST = 1_000;

    private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String REVOCATION_LISTS = "2.5.29.31";
    private static final String AUTHORITY_INFORMATION = "1.3.6.1.5.5.7.1.1";
    private static final String OCSP = "1.3.6.1.5.5.7.48.1";

    private static final int BOOLEAN = 1;
    private static final int BIT_STRING = 3;
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;

    /** In the order of their bits. */
    private static final List<String> KEY_USAGES = List.of(
            "digitalSignature",
            "nonRepudiation",
            "keyEncipherment",
            "dataEncipherment",
            "keyAgreement",
            "keyCertSign",
            "cRLSign");

    private TlsCertificateNames() {}

    /** DNS names and addresses of subjectAltName; the common name only where there is no such extension. */
    static List<String> of(TlsCertificate certificate) {
        if (!certificate.mentions(SUBJECT_ALTERNATIVE_NAME)) {
            return certificate.commonNames();
        }
        return certificate
                .extension(SUBJECT_ALTERNATIVE_NAME)
                .map(Der::elements)
                .map(names -> names.stream()
                        .limit(MOST)
                        .map(TlsCertificateNames::text)
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
    }

    /** Whether basicConstraints makes it an authority (RFC 5280 §4.2.1.9); false where it does not say so. */
    static boolean isAuthority(TlsCertificate certificate) {
        return certificate
                .extension(BASIC_CONSTRAINTS)
                .map(Der::elements)
                .filter(parts -> !parts.isEmpty() && Der.firstByte(parts.get(0)) == BOOLEAN)
                .map(parts -> Der.content(parts.get(0)))
                .filter(flag -> flag.length == 1 && flag[0] != 0)
                .isPresent();
    }

    /** What the key may be used for (RFC 5280 §4.2.1.3); empty where the certificate leaves that open. */
    static Optional<List<String>> keyUsages(TlsCertificate certificate) {
        return certificate
                .extension(KEY_USAGE)
                .filter(value -> Der.firstByte(value) == BIT_STRING)
                .map(Der::content)
                .filter(bits -> bits.length > 1)
                .map(bits -> IntStream.range(0, KEY_USAGES.size())
                        .filter(bit -> (bits[1] << bit & 0x80) != 0)
                        .mapToObj(KEY_USAGES::get)
                        .toList());
    }

    /** Where its revocation can be asked (RFC 5280 §4.2.1.13 and §4.2.2.1). */
    static List<String> revocation(TlsCertificate certificate) {
        boolean ocsp = certificate.extension(AUTHORITY_INFORMATION).stream()
                .flatMap(access -> Der.elements(access).stream())
                .map(Der::elements)
                .anyMatch(way -> !way.isEmpty() && Der.identifier(way.get(0)).equals(OCSP));
        boolean list = certificate.mentions(REVOCATION_LISTS);
        return Stream.of(ocsp ? "ocsp" : "", list ? "crl" : "")
                .filter(way -> !way.isEmpty())
                .toList();
    }

    /** A distinguished name as RFC 4514 writes it: the most specific part first. */
    static String text(X500Name name) {
        List<RDN> parts = new ArrayList<>(Arrays.asList(name.getRDNs()));
        Collections.reverse(parts);
        return new X500Name(BCStyle.INSTANCE, parts.toArray(RDN[]::new)).toString();
    }

    /** The common names of a name that is not of the plain form. */
    static List<String> commonNames(X500Name subject) {
        return Arrays.stream(subject.getRDNs(BCStyle.CN))
                .limit(MOST)
                .map(part -> Lenient.read(
                        () -> IETFUtils.valueToString(part.getFirst().getValue())))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A GeneralName (RFC 5280 §4.2.1.6) that is a host's name or address. */
    private static Optional<String> text(byte[] name) {
        byte[] content = Der.content(name);
        return switch (Der.firstByte(name)) {
            case DNS_NAME -> Optional.of(new String(content, StandardCharsets.ISO_8859_1));
            case IP_ADDRESS -> Lenient.read(() -> Endpoint.text(InetAddress.getByAddress(content)));
            default -> Optional.empty();
        };
    }
}
