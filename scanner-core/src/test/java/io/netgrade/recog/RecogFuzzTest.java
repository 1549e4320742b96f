// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.recog;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;

/** Any bytes as a file of fingerprints, which is then asked; any text as a pattern. */
class RecogFuzzTest {
    private static final String TEXT = "220 lab.example FTP server (Version 1.2) ready";

    @FuzzTest
    void readsOrRefusesAnyFile(byte[] bytes) {
        try {
            RecogFile read = RecogFile.read(new ByteArrayInputStream(bytes), "lab");
            assertThat(read.matches()).isNotNull();
            read.fingerprints()
                    .forEach(fingerprint -> assertThat(fingerprint.software(TEXT))
                            .satisfies(fact -> assertThat(fact.isEmpty() || fingerprint.fits(TEXT))
                                    .isTrue()));
        } catch (XMLStreamException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    @FuzzTest
    void takesOrRefusesAnyPattern(byte[] bytes) {
        String pattern = new String(bytes, StandardCharsets.ISO_8859_1);
        RecogPattern.of(pattern, "REG_ICASE")
                .ifPresent(taken -> assertThat(taken.matcher(TEXT).groupCount()).isNotNegative());
    }
}
