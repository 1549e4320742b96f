// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.protocol.tls.TlsTrustStore;
import io.netgrade.scan.TrustStores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --trust-store}: the authorities by which chains of certificates are measured. */
final class TrustOption {
    @Option(
            names = "--trust-store",
            paramLabel = "FILE",
            description = "Authorities by which chains of certificates are measured, in PEM (default: the system's).")
    @Nullable
    private Path file;

    /** @param planned what the plan says, where the command line says nothing */
    Optional<TlsTrustStore> read(Optional<String> planned, List<String> mistakes) {
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
}
