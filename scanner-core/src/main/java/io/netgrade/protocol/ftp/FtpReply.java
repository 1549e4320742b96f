// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import java.util.List;
import java.util.Locale;

/**
 * One reply (RFC 959 §4.2).
 *
 * @param lines its lines without their codes, the first of them
 * @param cut whether lines, or ends of lines, were dropped
 */
record FtpReply(int code, List<String> lines, boolean cut) {
    FtpReply {
        lines = List.copyOf(lines);
    }

    /** Whether it says that the command will never work so (5yz); 421 and other 4yz are for the moment only. */
    boolean refuses() {
        return code / 100 == 5;
    }

    /** Whether another reply to the same command follows (1yz). */
    boolean preliminary() {
        return code / 100 == 1;
    }

    /** Whether it is for want of TLS that it says no. */
    boolean asksForTls() {
        return mentions("tls") || mentions("ssl") || mentions("encrypt");
    }

    boolean mentions(String lowerCase) {
        return text().toLowerCase(Locale.ROOT).contains(lowerCase);
    }

    String text() {
        return String.join("\n", lines);
    }
}
