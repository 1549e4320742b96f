// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.wire.ByteView;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Where a message begins in a session that was seen late. */
class BgpRecognitionTest {
    private static final String KEEPALIVE = "ff".repeat(16) + "001304";

    @Test
    void findsTheMarkerBehindTheEndOfAnotherMessage() {
        assertThat(find("18c00002ff" + KEEPALIVE)).isEqualTo(5);
    }

    @Test
    void takesOnesThatAreNoMarkerForRoutes() {
        assertThat(find("ff".repeat(40))).isEqualTo(BgpMessage.NOWHERE);
        assertThat(find("ff".repeat(3) + KEEPALIVE)).isEqualTo(3);
    }

    @Test
    void findsNothingInTooLittle() {
        assertThat(find("")).isEqualTo(BgpMessage.NOWHERE);
        assertThat(find(KEEPALIVE.substring(2))).isEqualTo(BgpMessage.NOWHERE);
    }

    private static int find(String hex) {
        return BgpMessage.find(ByteView.of(HexFormat.of().parseHex(hex)));
    }
}
