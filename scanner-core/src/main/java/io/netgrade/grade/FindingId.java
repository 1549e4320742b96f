// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A finding's id: the same for the same question, whatever run, version or answer. */
final class FindingId {
    private static final int LENGTH = 16;
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(FindingId::sha256);

    private FindingId() {}

    /**
     * The first 16 hex digits of the SHA-256 of {@code unit|control|endpoint}, with {@code #n} behind the control's id for
     * its n-th ask from the second on, and with {@code |about} where there is more than one thing to say of that. The level
     * is not in it: a profile's next version may ask the same from another one.
     */
    static String of(String unit, Control control, Level level, Optional<Endpoint> endpoint, String about) {
        String where = endpoint.isPresent() ? endpoint.get().toString() : "";
        String subject = unit + "|" + control.id() + tighter(control, level) + "|" + where
                + (about.isEmpty() ? "" : "|" + about);
        byte[] digest = SHA_256.get().digest(subject.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, LENGTH / 2);
    }

    private static String tighter(Control control, Level level) {
        for (int i = 1; i < control.asks().size(); i++) {
            if (control.asks().get(i).level().equals(level)) {
                return "#" + (i + 1);
            }
        }
        return "";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
