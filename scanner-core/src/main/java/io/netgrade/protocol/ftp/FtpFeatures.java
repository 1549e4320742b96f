// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The features of an answer to FEAT (RFC 2389 §3.2): one a line, with a space in front, between a first and a last line. */
record FtpFeatures(List<String> names, boolean whole) {
    private static final int LONGEST = 128;

    FtpFeatures {
        names = List.copyOf(names);
    }

    /** Empty where the reply does not answer; a server that knows no FEAT (5yz, but not for want of a login) states none. */
    static Optional<FtpFeatures> read(FtpReply reply) {
        if (reply.code() == 211) {
            int inner = Math.max(1, reply.lines().size() - 1);
            List<String> names = reply.lines().subList(1, Math.max(1, inner)).stream()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty() && name.length() <= LONGEST)
                    .toList();
            return Optional.of(new FtpFeatures(names, !reply.cut()));
        }
        boolean unknown = reply.code() == 500 || reply.code() == 501 || reply.code() == 502;
        return unknown ? Optional.of(new FtpFeatures(List.of(), true)) : Optional.empty();
    }

    /** {@code AUTH TLS}, also in a list such as {@code AUTH SSL;TLS} (RFC 4217 §6). */
    boolean authTls() {
        return names.stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith("AUTH") && name.contains("TLS"));
    }
}
