// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustStoresTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\r\n MA\r\n\tA=\r\n-----END CERTIFICATE-----",
                "-----BEGIN TRUSTED CERTIFICATE-----\nMAA=\n-----END TRUSTED CERTIFICATE-----\n",
                """
                CN=of a comment
                -----BEGIN EC PRIVATE KEY-----
                ?
                -----END EC PRIVATE KEY-----
                -----BEGIN CERTIFICATE-----
                MAA=
                -----END CERTIFICATE-----
                """,
            })
    void takesCertificatesAmongOtherThings(String pem) throws IOException {
        Path file = written(pem);

        assertThatCode(() -> TrustStores.of(file)).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatIsNoCertificateAtAll() throws IOException {
        Path none = written("-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----\n");
        assertThatThrownBy(() -> TrustStores.of(none))
                .isInstanceOf(IOException.class)
                .hasMessage(none + ": no certificate in PEM");
        Path broken = written("-----BEGIN CERTIFICATE-----\nMA?=\n-----END CERTIFICATE-----\n");
        assertThatThrownBy(() -> TrustStores.of(broken))
                .isInstanceOf(IOException.class)
                .hasMessage(broken + ": a certificate that is not base64");
        Path endless = written("-----BEGIN CERTIFICATE-----\nMAA=\n");
        assertThatThrownBy(() -> TrustStores.of(endless)).hasMessage(endless + ": no certificate in PEM");
    }

    private Path written(String pem) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "store", ".pem"), pem);
    }
}
