// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ftp;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.SoftwarePatterns;
import java.util.Locale;
import java.util.Optional;

/** The reply with which a server opens: 220, or 120 and 421 when it is not ready (RFC 959 §5.4). */
record FtpGreeting(FtpReply reply) {
    private static final SoftwarePatterns SOFTWARE = SoftwarePatterns.read(FtpGreeting.class, "software.tsv");

    boolean ready() {
        return reply.code() == 220;
    }

    boolean waits() {
        return reply.code() == 120;
    }

    /** Whether it is the word of a server that takes no session now. */
    boolean busy() {
        return reply.code() == 421 || reply.code() == 530;
    }

    /** SMTP greets with 220 as well, and names itself (RFC 5321 §4.2). */
    boolean ofMail() {
        String text = reply.text().toUpperCase(Locale.ROOT);
        return text.contains("SMTP") && !text.contains("FTP ") && !text.endsWith("FTP");
    }

    /** States the software, or the greeting itself where that is not known by it. */
    void state(boolean complete, ObservationSink sink) {
        software(complete)
                .ifPresentOrElse(
                        fact -> sink.saw(fact, reply.text()),
                        () -> CommonFacts.greeting(reply.text()).ifPresent(sink::saw));
    }

    Optional<Fact> software(boolean complete) {
        return SOFTWARE.find(reply.text(), complete);
    }
}
