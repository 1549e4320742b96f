// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.syslog;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a syslog collector, and the checks of it. */
public final class SyslogFacts {
    public static final FactType MESSAGES = FactType.of("syslog.messages", "Messages that were sent to the collector.")
            .text("format", "rfc5424, rfc3164 or other")
            .text("framing", "datagram, octet-counted or line (RFC 6587 §3.4)");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("syslog.in-clear", "Whether messages pass in clear.", MESSAGES, "framing")
                    .inClear(),
            FieldCheck.of("syslog.format", "The formats of the messages.", MESSAGES, "format"));

    private SyslogFacts() {}
}
