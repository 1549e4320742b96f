// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.tls.TlsProtocol;
import io.netgrade.protocol.tls.TlsTrustStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the authorities are from by which chains of certificates are measured. */
public final class TrustStores {
    /** Where systems keep those that they trust. */
    private static final List<Path> BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private static final int LARGEST = 1 << 24;
    private static final String BEGIN = "-----BEGIN ";
    private static final Set<String> CERTIFICATE = Set.of("CERTIFICATE-----", "TRUSTED CERTIFICATE-----");
    private static final String END = "-----END";

    private TrustStores() {}

    /** The system's bundle, or that of the Java machine where there is none; empty where neither can be read. */
    public static Optional<TlsTrustStore> usual() {
        return BUNDLES.stream()
                .map(TrustStores::readable)
                .flatMap(Optional::stream)
                .findFirst()
                .or(TrustStores::ofJava);
    }

    private static Optional<TlsTrustStore> readable(Path bundle) {
        try {
            return Files.isReadable(bundle) ? Optional.of(of(bundle)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The certificates of a PEM file.
     *
     * @throws IOException where it cannot be read, or holds none
     */
    public static TlsTrustStore of(Path pem) throws IOException {
        if (Files.size(pem) > LARGEST) {
            throw new IOException(pem + ": larger than " + LARGEST + " bytes");
        }
        List<byte[]> authorities = new ArrayList<>();
        String text = Files.readString(pem, StandardCharsets.ISO_8859_1);
        for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, begin + BEGIN.length())) {
            Optional<String> kind = kind(text, begin + BEGIN.length());
            if (kind.isEmpty()) {
                continue;
            }
            int from = begin + BEGIN.length() + kind.get().length();
            int end = text.indexOf(END, from);
            if (end < 0) {
                break;
            }
            authorities.add(decoded(pem, text.substring(from, end)));
        }
        if (authorities.isEmpty()) {
            throw new IOException(pem + ": no certificate in PEM");
        }
        return new TlsTrustStore(pem.toString(), authorities);
    }

    private static Optional<String> kind(String text, int from) {
        return CERTIFICATE.stream().filter(kind -> text.startsWith(kind, from)).findFirst();
    }

    private static byte[] decoded(Path pem, String lines) throws IOException {
        try {
            String bare =
                    lines.replace("\n", "").replace("\r", "").replace(" ", "").replace("\t", "");
            return Base64.getDecoder().decode(bare);
        } catch (IllegalArgumentException e) {
            throw new IOException(pem + ": a certificate that is not base64", e);
        }
    }

    /** The protocols, of which TLS measures chains by a store. */
    public static List<Protocol> trusting(List<Protocol> protocols, TlsTrustStore store, InstantSource clock) {
        return protocols.stream()
                .map(protocol -> protocol instanceof TlsProtocol tls ? tls.trusting(store, clock) : protocol)
                .toList();
    }

    private static Optional<TlsTrustStore> ofJava() {
        Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        try (InputStream bytes = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(bytes, null);
            List<byte[]> authorities = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                authorities.add(store.getCertificate(alias).getEncoded());
            }
            return Optional.of(new TlsTrustStore(file.toString(), authorities));
        } catch (IOException | GeneralSecurityException none) {
            return Optional.empty();
        }
    }
}
