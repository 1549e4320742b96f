// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.tls.TlsLogs;
import io.netgrade.protocol.tls.TlsProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of logs as browsers are given them, and what is none. */
class CertificateLogsTest {
    private static final String LIST = """
            {
              "version": "50.1", "log_list_timestamp": "2026-01-01T00:00:00Z", "is_all_logs": false,
              "operators": [
                {"name": "Lab", "email": ["ct@lab.example"],
                 "logs": [{"description": "Lab 2026", "log_id": "%s", "key": "%s", "url": "https://ct.lab.example/2026/",
                           "mmd": 86400, "state": {"usable": {"timestamp": "2025-01-01T00:00:00Z"}},
                           "temporal_interval": {"start_inclusive": "2026-01-01T00:00:00Z",
                                                 "end_exclusive": "2027-01-01T00:00:00Z"}}],
                 "tiled_logs": []},
                {"name": "Nobody", "email": [], "tiled_logs": []}
              ]
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void readsALog() throws Exception {
        byte[] key = key("EC");
        TlsLogs logs = read(LIST.formatted(base64(identifier(key)), base64(key)));

        assertThat(logs).isNotNull();
        List<Protocol> given = new TlsMeasures(Optional.empty(), Optional.of(logs))
                .givenTo(ProtocolCatalog.all(), java.time.InstantSource.system());
        assertThat(given).hasSameSizeAs(ProtocolCatalog.all());
        assertThat(given).filteredOn(TlsProtocol.class::isInstance).hasSize(1);
    }

    @Test
    void whatIsNoListIsRefused() throws Exception {
        byte[] key = key("EC");
        byte[] other = key("EC");
        byte[] unusual = key("Ed25519");

        assertThatThrownBy(() -> read("[]")).isInstanceOf(IOException.class).hasMessageContaining("version 3");
        assertThatThrownBy(() -> read("{\"operators\": []}")).hasMessageContaining("no log in it");
        assertThatThrownBy(() -> read("{\"logs\": []}")).hasMessageContaining("operators");
        assertThatThrownBy(() -> read(LIST.formatted(base64(identifier(other)), base64(key))))
                .hasMessageContaining("the log_id of \"Lab 2026\" is not SHA-256 of its key");
        assertThatThrownBy(() -> read(LIST.formatted(base64(identifier(unusual)), base64(unusual))))
                .hasMessageContaining("neither RSA nor");
        assertThatThrownBy(() -> read(LIST.formatted("AA==", "?"))).hasMessageContaining("\"key\" is not base64");
    }

    private TlsLogs read(String list) throws IOException {
        return CertificateLogs.of(Files.writeString(folder.resolve("list.json"), list));
    }

    private static byte[] key(String kind) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        if (kind.equals("EC")) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        }
        return generator.generateKeyPair().getPublic().getEncoded();
    }

    private static byte[] identifier(byte[] key) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(key);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
