// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.endpoint.DomainName;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Asks for the root's servers, and of whoever answered for its version; over TCP also for a transfer of each zone that the
 * operator lets it ask for (RFC 5936), of which the first message is enough.
 */
final class DnsInquiry implements Inquiry {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String TRANSFER = "dns.transfer";

    private final Queue<Exchange> left = new ArrayDeque<>();
    private final List<DomainName> given = new ArrayList<>();
    private int refusals;

    /** @param zones of which a transfer is asked for */
    DnsInquiry(Transport transport, boolean insideTls, List<DomainName> zones) {
        add("dns.recursion", transport, insideTls, DnsQuery.rootServers(), true, DnsInquiry::readRecursion);
        add("dns.version-bind", transport, insideTls, DnsQuery.version(), false, DnsInquiry::readVersion);
        if (transport == Transport.TCP) {
            for (DomainName zone : zones) {
                DnsQuery query = DnsQuery.transfer(zone);
                add(TRANSFER, transport, insideTls, query, false, (answer, extended, sink) -> hear(zone, answer));
            }
        }
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

    /** Who is silent to the first question is not asked the second; servers of zones alone may drop both. */
    @Override
    public void ended(Exchange exchange, Attempt.Status status, List<Fact> stated) {
        if (status != Attempt.Status.ANSWERED) {
            left.removeIf(more -> !more.question().equals(TRANSFER));
        }
    }

    /** A server that is no authority of a zone (NOTAUTH, RFC 2136 section 2.2) has none to give, and says nothing of others. */
    private void hear(DomainName zone, DnsMessage answer) {
        if (answer.responseCode() == 0 && answer.firstAnswer() == DnsMessage.SOA) {
            given.add(zone);
        } else if (answer.responseCode() == DnsMessage.REFUSED) {
            refusals++;
        }
    }

    @Override
    public void conclude(ObservationSink sink) {
        if (!given.isEmpty()) {
            sink.saw(DnsFacts.TRANSFER.complete(true), "given: " + given);
        } else if (refusals > 0) {
            sink.saw(DnsFacts.TRANSFER.complete(false), refusals + " refused");
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
