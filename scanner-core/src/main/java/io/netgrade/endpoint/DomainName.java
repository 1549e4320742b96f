// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A domain name of ASCII labels in lower case (RFC 1035 section 2.3.1, RFC 2181 section 11), without the last dot; the root
 * is a dot.
 */
public record DomainName(String text) {
    private static final String ROOT = ".";
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    /**
     * Reads a name in letters of any script (RFC 5891).
     *
     * @throws IllegalArgumentException saying what is wrong, where it is none
     */
    public static DomainName of(String written) {
        return find(written)
                .orElseThrow(() -> new IllegalArgumentException("\"" + written + "\" is not a domain name"));
    }

    /** As {@link #of}; empty where it is none. */
    static Optional<DomainName> find(String written) {
        if (written.equals(ROOT)) {
            return Optional.of(new DomainName(ROOT));
        }
        String name;
        try {
            name = IDN.toASCII(written.endsWith(ROOT) ? written.substring(0, written.length() - 1) : written)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean sound = name.length() <= LONGEST;
        for (String label : name.split("\\.", -1)) {
            sound &= isLabel(label);
        }
        return sound ? Optional.of(new DomainName(name)) : Optional.empty();
    }

    /** Whether the last label is a number, as it is in no name of a host (RFC 1123 section 2.1). */
    boolean endsInDigits() {
        return text.substring(text.lastIndexOf('.') + 1).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Letters, digits, hyphens within (RFC 1123 section 2.1), the underscore, and the slash of RFC 2317 section 4. */
    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-_/".indexOf(c) >= 0);
    }

    /** Labels, each after its length in one octet, and the root's empty one (RFC 1035 section 3.1). */
    public byte[] wire() {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        if (!text.equals(ROOT)) {
            for (String label : text.split("\\.")) {
                wire.write(label.length());
                wire.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
            }
        }
        wire.write(0);
        return wire.toByteArray();
    }

    @Override
    public String toString() {
        return text;
    }
}
