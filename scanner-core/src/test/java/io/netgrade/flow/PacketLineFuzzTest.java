// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netgrade.packet.LinkType;
import io.netgrade.wire.ByteView;
import java.util.List;

class PacketLineFuzzTest {
    private static final int[] LINK_TYPES = {1, LinkType.RAW, LinkType.LINUX_SLL, LinkType.LINUX_SLL2, LinkType.NULL};

    /** Whatever the frames are, none makes the line fail. The first byte of each tells its link type and length. */
    @FuzzTest
    void looksAtAnything(byte[] bytes) {
        FlowLimits limits = new FlowLimits(4, 64, 2, 128, 4096, 1 << 16, 1 << 12);
        PacketEye eye = new PacketEye(
                List.of(FakeProtocol.saying("fake", "HI"), FakeProtocol.saying("tls", "TLS")), limits, one -> {});
        ByteView all = ByteView.of(bytes);
        ByteView frame = new ByteView();
        eye.begin("fuzz");
        long number = 0;
        for (int at = 0; at + 2 <= bytes.length; number++) {
            int linkType = LINK_TYPES[all.u8(at) % LINK_TYPES.length];
            int length = Math.min(all.u8(at + 1), bytes.length - at - 2);
            eye.frame(
                    frame.wrap(all, at + 2, length), linkType, number, length, length + (all.u8(at) >>> 6), number + 1);
            at += 2 + length;
        }

        FlowCoverage coverage = eye.end();

        assertThat(coverage.flows()).isLessThanOrEqualTo(number);
        assertThat(coverage.faults())
                .allMatch(fault -> fault.message().contains("IllegalStateException at io.netgrade.flow.FakeProtocol"));
        eye.close();
    }
}
