// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any bytes as a media file, and as the metadata in which a label may stand. */
class MediaMetadataFuzzTest {
    @FuzzTest
    void readsAnyFile(byte[] bytes) {
        assertThat(MediaMetadata.of(bytes)).isNotNull();
        assertThat(AiContentLabel.in(new String(bytes, StandardCharsets.ISO_8859_1)))
                .isNotNull();
    }
}
