// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ptp;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a PTP clock, and the checks of it. */
public final class PtpFacts {
    public static final FactType MESSAGE = FactType.of(
                    "ptp.message", "A type of message that the clock sent (IEEE 1588 §13.3).")
            .text("type", "sync, delay-request, follow-up, delay-response, announce, management, signaling …")
            .number("domain", "domainNumber")
            .text("version", "versionPTP and, from 2019 on, minorVersionPTP, such as 2.1");

    public static final FactType AUTHENTICATION = FactType.of(
                    "ptp.authentication", "Whether a message was authenticated.")
            .text("scheme", "authentication-tlv where one stood in the message (IEEE 1588-2019 §16.14), else none");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("ptp.authentication", "Whether messages are authenticated.", AUTHENTICATION, "scheme"),
            FieldCheck.of("ptp.message", "The types of message that the clock sends.", MESSAGE, "type"));

    private PtpFacts() {}
}
