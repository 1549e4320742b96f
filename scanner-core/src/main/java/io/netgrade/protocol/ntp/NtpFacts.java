// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ntp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an NTP server, and the checks of it. */
public final class NtpFacts {
    public static final FactType TIME = FactType.of("ntp.time", "A kind of packet with the time that the server sent.")
            .text("mode", "server, broadcast, symmetric-active or symmetric-passive (RFC 5905 §3)")
            .number("version", "protocol version")
            .number("stratum", "0 unspecified or kiss code, 1 primary, 2 to 15 secondary, 16 unsynchronised");

    public static final FactType AUTHENTICATION = FactType.of(
                    "ntp.authentication", "By what a packet with the time was authenticated.")
            .text(
                    "scheme",
                    "none, symmetric-key (RFC 5905 §7.3), crypto-nak, autokey (RFC 5906) or nts (RFC 8915 §5.7)")
            .number(
                    "digest-octets",
                    "octets of the message authentication code behind the key id: 16 MD5 or CMAC, 20 SHA-1");

    public static final FactType CONTROL = FactType.of(
                    "ntp.control", "A control request (mode 6) that the server answered (RFC 9327).")
            .text("operation", "read-status, read-variables, write-variables, or the number")
            .flag("performed", "whether the answer was no error");

    public static final FactType PRIVATE = FactType.of(
                    "ntp.private", "A private request (mode 7) that the server answered.")
            .text("operation", "monlist for request codes 20 and 42, or the number")
            .flag("performed", "whether the answer was no error")
            .number("items", "entries in one answer");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("ntp.authentication", "By what the time is authenticated.", AUTHENTICATION, "scheme"),
            FieldCheck.of(
                    "ntp.control",
                    "Whether control requests (mode 6) are performed for who asks.",
                    CONTROL,
                    "performed"),
            FieldCheck.of(
                    "ntp.private",
                    "Whether private requests (mode 7) are performed for who asks.",
                    PRIVATE,
                    "performed"),
            FieldCheck.of(
                    "ntp.private-operation", "The private requests (mode 7) that are answered.", PRIVATE, "operation"),
            FieldCheck.of("ntp.version", "The versions of NTP that the server answers.", TIME, "version"));

    private NtpFacts() {}
}
