// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import org.jspecify.annotations.Nullable;

/** States what a server's answers to others show, each thing once. Allocates nothing for what was stated before. */
final class ServerFacts {
    /** So many questions from one port are not by chance. */
    private static final int MANY_QUESTIONS = 16;

    private final Transport transport;
    private int unsignedTransfer = -1;
    private boolean recursionStated;
    private boolean noRecursionStated;
    private boolean versionStated;
    private boolean extensionStated;
    private boolean transferStated;
    private @Nullable SecurityFacts security;
    private int identityStated;
    private int questions;
    private int lastQuestion = -1;

    ServerFacts(Transport transport) {
        this.transport = transport;
    }

    /** Remembers who asks for a zone without a signature: a signed transfer is open to nobody else. */
    void asked(DnsMessage question, ObservationSink sink) {
        if (transport == Transport.UDP && question.id() != lastQuestion) {
            lastQuestion = question.id();
            questions++;
            if (questions == MANY_QUESTIONS) {
                sink.saw(DnsFacts.ASKER_PORT.partial(questions, question.recursionDesired()));
            }
        }
        if (transfer(question)) {
            question.readRecords();
            unsignedTransfer = question.signed() || !question.readWhole() ? -1 : question.id();
        }
    }

    void answered(DnsMessage answer, ObservationSink sink) {
        if (!answer.query()) {
            return;
        }
        stateRecursion(answer, sink);
        answer.readRecords();
        if (answer.hasExtension() && !extensionStated) {
            extensionStated = true;
            sink.saw(DnsFacts.EDNS.partial(true, answer.udpSize(), answer.dnssecOk()));
        }
        if (ServerVersion.asked(answer) && !versionStated && !answer.truncated()) {
            versionStated = true;
            ServerVersion.state(answer, false, sink);
        }
        if (SecurityFacts.concerns(answer)) {
            // Most flows never need it, and they are many.
            SecurityFacts facts = security == null ? new SecurityFacts() : security;
            security = facts;
            facts.answered(answer, sink);
        }
        identityStated = ServerVersion.stateIdentity(answer, identityStated, sink);
        stateTransfer(answer, sink);
    }

    private void stateRecursion(DnsMessage answer, ObservationSink sink) {
        if (!answer.recursionDesired() || answer.questionClass() != DnsMessage.INTERNET || transfer(answer)) {
            return;
        }
        boolean available = answer.recursionAvailable() && answer.responseCode() != DnsMessage.REFUSED;
        if (available && !recursionStated) {
            recursionStated = true;
            sink.saw(DnsFacts.RECURSION.partial(true));
        } else if (!available && !noRecursionStated) {
            noRecursionStated = true;
            sink.saw(DnsFacts.RECURSION.partial(false));
        }
    }

    /** An IXFR of one record only says that the client is up to date (RFC 1995 §2). */
    private void stateTransfer(DnsMessage answer, ObservationSink sink) {
        boolean zone = transport == Transport.TCP
                && transfer(answer)
                && answer.responseCode() == 0
                && answer.firstAnswer() == DnsMessage.SOA
                && (answer.questionType() == DnsMessage.AXFR || answer.answers() > 1);
        boolean unsigned = !answer.signed() && (answer.id() == unsignedTransfer || answer.readWhole());
        if (zone && unsigned && !transferStated) {
            transferStated = true;
            sink.saw(DnsFacts.TRANSFER.partial(true), answer.questionName());
        }
    }

    private static boolean transfer(DnsMessage message) {
        int type = message.questionType();
        return type == DnsMessage.AXFR || type == DnsMessage.IXFR;
    }
}
