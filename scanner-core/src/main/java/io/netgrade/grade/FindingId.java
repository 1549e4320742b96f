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

    private FindingId() {}

    /** The first 16 hex digits of the SHA-256 of {@code unit|control|level|endpoint}. */
    static String of(String unit, Control control, Level level, Optional<Endpoint> endpoint) {
        String subject = String.join(
                "|",
                unit,
                control.id(),
                level.id(),
                endpoint.map(Endpoint::toString).orElse(""));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
