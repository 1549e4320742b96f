// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.DomainName;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code docs/protocols.md}: what is sent in every protocol, out of the protocols themselves. */
final class ProtocolPages {
    /** So many that even a bit that is drawn by lot is seen to vary. */
    private static final int SAMPLES = 32;

    private static final int LONGEST_DUMP = 512;
    private static final Consent ALL =
            new Consent(List.of("declared"), true, true, List.of(DomainName.of("zone.example")));
    private static final List<Transport> ASKED_OVER = List.of(Transport.TCP, Transport.UDP, Transport.SCTP);

    private static final String HEAD = """
            # What netgrade sends, protocol by protocol

            Generated out of the protocols themselves; a test holds it true. To write it again:

            ```
            %s
            ```

            For each protocol that a probe asks: its usual ports, what is sent in words (`netgrade explain ID` says the same),
            and the first message of each question as it goes over the wire to 192.0.2.1, on the lowest of its usual ports.
            `..` in a message stands for an octet that differs from time to time (random numbers, identifiers, keys). What
            follows the first message depends on the answers, and is what the words say. Inside TLS the same questions are asked
            through a connection that Java's own TLS opens. Over SCTP each message
            is a user message; the packets that bear it are in [discovery](discovery.md). [Scanning](scanning.md) says when, how
            fast, and to whom.

            """;

    private final StringBuilder page = new StringBuilder();

    private ProtocolPages() {}

    static String write(String command) {
        ProtocolPages pages = new ProtocolPages();
        pages.page.append(HEAD.formatted(command));
        List<Protocol> all = ProtocolCatalog.all().stream()
                .sorted(Comparator.comparing(Protocol::id))
                .toList();
        List<Protocol> asked =
                all.stream().filter(protocol -> !protocol.sends().isEmpty()).toList();
        pages.page.append("## Asked: ").append(asked.size()).append('\n');
        asked.forEach(pages::asked);
        pages.heard(all.stream().filter(protocol -> protocol.sends().isEmpty()).toList());
        return pages.page.toString();
    }

    private void asked(Protocol protocol) {
        page.append("\n### ").append(protocol.id()).append("\n\n");
        page.append(protocol.title()).append(": ").append(ports(protocol)).append(".\n\n");
        page.append(protocol.sends()).append('\n');
        for (Transport transport : ASKED_OVER) {
            questions(protocol, transport);
        }
        if (!SentBytes.startTls(protocol).isEmpty()) {
            page.append("\nTo TLS, as far as the answers lead:\n");
            List<List<byte[]>> samples = new ArrayList<>();
            for (int i = 0; i < SAMPLES; i++) {
                samples.add(SentBytes.startTls(protocol));
            }
            for (int i = 0; i < samples.get(0).size(); i++) {
                int message = i;
                dump(ByteTemplate.of(samples.stream()
                        .map(each -> message < each.size() ? each.get(message) : new byte[0])
                        .toList()));
            }
        }
    }

    private void questions(Protocol protocol, Transport transport) {
        Set<String> usual = SentBytes.of(protocol, transport).questions();
        List<SentBytes> samples = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            samples.add(SentBytes.of(protocol.asking(ALL), transport));
        }
        Set<String> questions = new LinkedHashSet<>(usual);
        questions.addAll(samples.get(0).questions());
        for (String question : questions) {
            ByteTemplate first = ByteTemplate.of(samples.stream()
                    .map(sent -> sent.first(question).orElse(new byte[0]))
                    .toList());
            page.append("\n`").append(question).append("` over ").append(name(transport));
            if (transport == Transport.SCTP) {
                page.append(" (payload protocol ")
                        .append(samples.get(0).payloadProtocol())
                        .append(')');
            }
            page.append(usual.contains(question) ? "" : ", only with consent");
            page.append(samples.get(0).speaksFirst(question) || first.isEmpty() ? "" : ", once the server has spoken");
            page.append(first.isEmpty() ? ": nothing before an answer that leads on\n" : length(first));
            dump(first);
        }
    }

    private static String length(ByteTemplate message) {
        return message.lengthVaries()
                ? ", of a length that differs from time to time:\n"
                : ", " + message.octets().size() + " octets:\n";
    }

    private void dump(ByteTemplate message) {
        if (message.isEmpty()) {
            return;
        }
        page.append("\n```\n").append(message.dump(LONGEST_DUMP));
        if (message.lengthVaries()) {
            page.append("      ...\n");
        } else if (message.octets().size() > LONGEST_DUMP) {
            page.append("      ... and ")
                    .append(message.octets().size() - LONGEST_DUMP)
                    .append(" octets more\n");
        }
        page.append("```\n");
    }

    private void heard(List<Protocol> listened) {
        page.append("\n## Only listened for: ").append(listened.size()).append("\n\n");
        page.append("Nothing is sent in these; captures are read, and greetings that a probe hears.\n\n");
        for (Protocol protocol : listened) {
            page.append("- `").append(protocol.id()).append("`: ").append(protocol.title());
            String ports = ports(protocol);
            page.append(ports.isEmpty() ? "" : " (" + ports + ")").append('\n');
        }
    }

    private static String ports(Protocol protocol) {
        return List.of(Transport.values()).stream()
                .filter(transport -> !protocol.usualPorts(transport).isEmpty())
                .sorted(Comparator.comparing(Transport::id))
                .map(transport -> name(transport) + " "
                        + protocol.usualPorts(transport).stream()
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private static String name(Transport transport) {
        return transport.id().toUpperCase(Locale.ROOT);
    }
}
