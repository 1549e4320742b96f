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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the authorities are from by which chains of certificates are measured. */
public final class TrustStores {
    /** Where systems keep those that they trust. */
    private static final List<Path> BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private static final int LARGEST = 1 << 24;
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN (?:TRUSTED )?CERTIFICATE-----([A-Za-z0-9+/=\\s]*)-----END");

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
        Matcher found = CERTIFICATE.matcher(Files.readString(pem, StandardCharsets.ISO_8859_1));
        while (found.find()) {
            try {
                authorities.add(Base64.getMimeDecoder().decode(found.group(1)));
            } catch (IllegalArgumentException e) {
                throw new IOException(pem + ": a certificate that is not base64", e);
            }
        }
        if (authorities.isEmpty()) {
            throw new IOException(pem + ": no certificate in PEM");
        }
        return new TlsTrustStore(pem.toString(), authorities);
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
