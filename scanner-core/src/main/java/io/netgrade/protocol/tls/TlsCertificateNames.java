// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.endpoint.Endpoint;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The names in a certificate, and what its extensions say of it. */
final class TlsCertificateNames {
    /** More names than a certificate of use has; the rest is not kept. */
    private static final int MOST = 1_000;

    private static final Map<Integer, String> KEY_USAGES = keyUsages();

    private TlsCertificateNames() {}

    /** DNS names and addresses of subjectAltName; the common name only where there is no such extension. */
    static List<String> of(TlsCertificate certificate) {
        if (!certificate.mentions(Extension.subjectAlternativeName)) {
            return certificate.subject().map(TlsCertificateNames::commonNames).orElse(List.of());
        }
        return certificate
                .extension(Extension.subjectAlternativeName)
                .flatMap(value -> Lenient.read(() -> GeneralNames.getInstance(value)))
                .map(names -> Arrays.stream(names.getNames())
                        .limit(MOST)
                        .map(TlsCertificateNames::text)
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
    }

    /** Whether basicConstraints makes it an authority (RFC 5280 §4.2.1.9); false where it does not say so. */
    static boolean isAuthority(TlsCertificate certificate) {
        return certificate
                .extension(Extension.basicConstraints)
                .flatMap(value ->
                        Lenient.read(() -> BasicConstraints.getInstance(value).isCA()))
                .orElse(false);
    }

    /** What the key may be used for (RFC 5280 §4.2.1.3); empty where the certificate leaves that open. */
    static Optional<List<String>> keyUsages(TlsCertificate certificate) {
        return certificate
                .extension(Extension.keyUsage)
                .flatMap(value -> Lenient.read(() -> KeyUsage.getInstance(value)))
                .map(usage -> KEY_USAGES.entrySet().stream()
                        .filter(known -> usage.hasUsages(known.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    /** Where its revocation can be asked (RFC 5280 §4.2.1.13 and §4.2.2.1). */
    static List<String> revocation(TlsCertificate certificate) {
        boolean ocsp = certificate
                .extension(Extension.authorityInfoAccess)
                .flatMap(value -> Lenient.read(() -> AuthorityInformationAccess.getInstance(value)))
                .filter(access -> Arrays.stream(access.getAccessDescriptions())
                        .anyMatch(one -> one.getAccessMethod().equals(AccessDescription.id_ad_ocsp)))
                .isPresent();
        boolean list = certificate.mentions(Extension.cRLDistributionPoints);
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

    private static Map<Integer, String> keyUsages() {
        Map<Integer, String> names = new LinkedHashMap<>();
        names.put(KeyUsage.digitalSignature, "digitalSignature");
        names.put(KeyUsage.nonRepudiation, "nonRepudiation");
        names.put(KeyUsage.keyEncipherment, "keyEncipherment");
        names.put(KeyUsage.dataEncipherment, "dataEncipherment");
        names.put(KeyUsage.keyAgreement, "keyAgreement");
        names.put(KeyUsage.keyCertSign, "keyCertSign");
        names.put(KeyUsage.cRLSign, "cRLSign");
        return names;
    }

    private static List<String> commonNames(X500Name subject) {
        return Arrays.stream(subject.getRDNs(BCStyle.CN))
                .limit(MOST)
                .map(part -> Lenient.read(
                        () -> IETFUtils.valueToString(part.getFirst().getValue())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> text(GeneralName name) {
        return switch (name.getTagNo()) {
            case GeneralName.dNSName -> Lenient.read(() -> name.getName().toString());
            case GeneralName.iPAddress ->
                Lenient.read(() -> Endpoint.text(InetAddress.getByAddress(
                        ASN1OctetString.getInstance(name.getName()).getOctets())));
            default -> Optional.empty();
        };
    }
}
