// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.lldp;

import io.netgrade.protocol.Said;
import io.netgrade.protocol.SoftwarePatterns;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The products that descriptions name, and text out of announcements. */
final class LinkSoftware {
    private static final SoftwarePatterns PRODUCTS = SoftwarePatterns.ofSystems();
    private static final int LONGEST = 256;

    private LinkSoftware() {}

    static void state(@Nullable String description, Said said) {
        if (description != null) {
            PRODUCTS.find(description, false).ifPresent(said::state);
        }
    }

    /** At most 256 characters, without line ends; null where there are none. */
    static @Nullable String text(ByteView bytes, int at, int length) {
        String text = bytes.text(at, Math.min(length, LONGEST), StandardCharsets.UTF_8);
        String plain =
                text.replace('\n', ' ').replace('\r', ' ').replace('\0', ' ').strip();
        return plain.isEmpty() ? null : plain;
    }
}
