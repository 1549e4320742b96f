// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smtp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.LineDissector;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;

/** SMTP (RFC 5321). */
public final class SmtpProtocol {
    private SmtpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("smtp", "SMTP")
                .ports(Transport.TCP, 25, 587, 24, 2525)
                .facts(SmtpFacts.SERVICE, SmtpFacts.AUTHENTICATION, SmtpFacts.LOGIN_IN_CLEAR, CommonFacts.SOFTWARE)
                .checks(SmtpFacts.CHECKS)
                .recognisedBy(SmtpRecognition::of)
                .readBy(opening -> new LineDissector(new SmtpSession()))
                .build();
    }
}
