// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Asks for the root's servers, and of whoever answered for its version. */
final class DnsInquiry implements Inquiry {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Queue<Exchange> left = new ArrayDeque<>();

    DnsInquiry(Transport transport, boolean insideTls) {
        add("dns.recursion", transport, insideTls, DnsQuery.rootServers(), true, DnsInquiry::readRecursion);
        add("dns.version-bind", transport, insideTls, DnsQuery.version(), false, DnsInquiry::readVersion);
    }

    private void add(
            String name,
            Transport transport,
            boolean insideTls,
            DnsQuery query,
            boolean extended,
            DnsQuestion.Answer answer) {
        int id = RANDOM.nextInt(0x1_0000);
        Exchange exchange = Exchange.over(transport, name, new DnsQuestion(transport, query, id, extended, answer));
        left.add(insideTls ? exchange.insideTls() : exchange);
    }

    @Override
    public Optional<Exchange> next() {
        return Optional.ofNullable(left.poll());
    }

    /** Who does not answer the first question is not asked the second. */
    @Override
    public void ended(Exchange exchange, Attempt.Status status, List<Fact> stated) {
        if (status != Attempt.Status.ANSWERED) {
            left.clear();
        }
    }

    private static void readRecursion(DnsMessage answer, boolean extended, ObservationSink sink) {
        boolean available = answer.recursionAvailable() && answer.responseCode() != DnsMessage.REFUSED;
        if (answer.responseCode() != DnsMessage.FORMAT_ERROR) {
            sink.saw(DnsFacts.RECURSION.complete(available));
        }
        if (answer.hasExtension()) {
            sink.saw(DnsFacts.EDNS.complete(true, answer.udpSize(), answer.dnssecOk()));
        } else if (extended && !answer.truncated()) {
            sink.saw(DnsFacts.EDNS.complete(false, null, null));
        }
    }

    private static void readVersion(DnsMessage answer, boolean extended, ObservationSink sink) {
        ServerVersion.state(answer, true, sink);
    }
}
