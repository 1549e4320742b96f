// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smtp;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;

/** SMTP (RFC 5321). */
public final class SmtpProtocol {
    private SmtpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("smtp", "SMTP")
                .ports(Transport.TCP, 25, 587, 24, 2525)
                .facts(
                        SmtpFacts.SERVICE,
                        SmtpFacts.AUTHENTICATION,
                        SmtpFacts.LOGIN_IN_CLEAR,
                        CommonFacts.SOFTWARE,
                        CommonFacts.GREETING)
                .checks(SmtpFacts.CHECKS)
                .recognisedBy(SmtpRecognition::of)
                .readBy(SmtpQuestion::reader)
                .serverSpeaksFirst()
                .sends(
                        "EHLO netgrade.invalid, then QUIT; the same once more behind STARTTLS where that is offered. No mail"
                                + " is begun and nobody is named.")
                .asks(Transport.TCP, "smtp.extensions", SmtpQuestion::inClear)
                .startsTlsBy(SmtpQuestion::startTls)
                .asksBehindStartTls("smtp.extensions-inside-tls", SmtpQuestion::insideTls)
                .build();
    }
}
