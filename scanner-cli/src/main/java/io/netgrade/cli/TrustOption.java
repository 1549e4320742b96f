// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.profile.PlanProbing;
import io.netgrade.protocol.tls.TlsLogs;
import io.netgrade.protocol.tls.TlsTrustStore;
import io.netgrade.scan.CertificateLogs;
import io.netgrade.scan.TlsMeasures;
import io.netgrade.scan.TrustStores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --trust-store} and {@code --ct-logs}: by what certificates are measured. */
final class TrustOption {
    @Option(
            names = "--trust-store",
            paramLabel = "FILE",
            description = "Authorities by which chains of certificates are measured, in PEM (default: the system's).")
    @Nullable
    private Path file;

    @Option(
            names = "--ct-logs",
            paramLabel = "FILE",
            description =
                    "Logs by whose keys certificate timestamps are verified: a log list in JSON, version 3 (default:"
                            + " none, and they are not verified).")
    @Nullable
    private Path logs;

    /** @param planned what the plan says, where the command line says nothing */
    TlsMeasures read(PlanProbing planned, List<String> mistakes) {
        return new TlsMeasures(
                authorities(planned.trustStore(), mistakes), certificateLogs(planned.certificateLogs(), mistakes));
    }

    private Optional<TlsTrustStore> authorities(Optional<String> planned, List<String> mistakes) {
        Optional<Path> named = Optional.ofNullable(file).or(() -> planned.map(Path::of));
        if (named.isEmpty()) {
            return TrustStores.usual();
        }
        try {
            return Optional.of(TrustStores.of(named.get()));
        } catch (IOException e) {
            mistakes.add((file == null ? "trust-store: " : "--trust-store: ") + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<TlsLogs> certificateLogs(Optional<String> planned, List<String> mistakes) {
        Optional<Path> named = Optional.ofNullable(logs).or(() -> planned.map(Path::of));
        if (named.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CertificateLogs.of(named.get()));
        } catch (IOException e) {
            mistakes.add((logs == null ? "ct-logs: " : "--ct-logs: ") + e.getMessage());
            return Optional.empty();
        }
    }
}
