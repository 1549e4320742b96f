// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.HeldInbox;
import io.netgrade.testing.WrittenDialogue;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server answers, no conversation of these protocols fails, goes on for ever, or states what it may not. */
class QuestionsHoldTest {
    private static final int ANSWERS = 2_000;
    private static final int MOST_SENT = 1_000;
    private static final Consent ALL = new Consent(List.of(), false, true);
    private static final List<String> HELD = List.of(
            "ldap",
            "smb",
            "rdp",
            "vnc",
            "rpcbind",
            "nfs",
            "ipmi",
            "kerberos",
            "netbios",
            "dcerpc",
            "socks",
            "whois",
            "finger",
            "echo",
            "chargen",
            "qotd",
            "daytime",
            "time",
            "slp",
            "ssdp",
            "mdns",
            "netconf",
            "modbus",
            "iec104",
            "dnp3",
            "s7comm",
            "opcua",
            "bacnet",
            "coap",
            "enip",
            "diameter",
            "m3ua",
            "m2ua",
            "sua",
            "iua");
    private static final Map<String, List<byte[]>> SAID = WrittenDialogue.allIn(DialoguesTest.FOLDER).stream()
            .collect(Collectors.groupingBy(
                    WrittenDialogue::protocol,
                    Collectors.flatMapping(
                            dialogue -> dialogue.messages().stream()
                                    .filter(message -> !message.fromClient())
                                    .map(WrittenDialogue.Message::bytes),
                            Collectors.toList())));

    static Stream<Protocol> protocols() {
        return HELD.stream().map(id -> ProtocolCatalog.byId(id).orElseThrow().asking(ALL));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void holdsAgainstWhateverIsAnswered(Protocol protocol) {
        Random random = new Random(protocol.id().hashCode());
        for (Transport transport : List.of(Transport.TCP, Transport.UDP, Transport.SCTP)) {
            int questions = questions(protocol, transport).size();
            for (int question = 0; question < questions; question++) {
                for (int i = 0; i < ANSWERS; i++) {
                    hold(protocol, transport, questions(protocol, transport).get(question), random);
                }
            }
        }
    }

    private static void hold(Protocol protocol, Transport transport, Conversation conversation, Random random) {
        List<byte[]> sent = new ArrayList<>();
        List<Fact> stated = new ArrayList<>();
        HeldInbox inbox = new HeldInbox();
        conversation.opened(sent::add);
        Progress progress = Progress.CONTINUE;
        for (int answers = 0; answers < 6 && progress == Progress.CONTINUE; answers++) {
            byte[] answer = answer(protocol, sent, random);
            progress = conversation.received(inbox.with(answer), sent::add, (fact, excerpt) -> stated.add(fact));
            if (transport != Transport.TCP) {
                inbox.consumeAll();
            }
        }
        conversation.ended((fact, excerpt) -> stated.add(fact));

        assertThat(sent).hasSizeLessThan(MOST_SENT);
        assertThat(stated).allMatch(fact -> protocol.facts().stream().anyMatch(type -> fact.is(type)));
    }

    /** What a server of the protocol said somewhere, or what was said to it, changed in a few places; or anything. */
    private static byte[] answer(Protocol protocol, List<byte[]> sent, Random random) {
        List<byte[]> known = new ArrayList<>(SAID.getOrDefault(protocol.id(), List.of()));
        known.addAll(sent);
        if (known.isEmpty() || random.nextInt(8) == 0) {
            byte[] any = new byte[1 + random.nextInt(64)];
            random.nextBytes(any);
            return any;
        }
        byte[] answer = known.get(random.nextInt(known.size())).clone();
        if (answer.length == 0) {
            return new byte[] {0};
        }
        for (int change = random.nextInt(4); change > 0; change--) {
            answer[random.nextInt(answer.length)] = (byte) random.nextInt();
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(answer, 1 + random.nextInt(answer.length + 4)) : answer;
    }

    private static List<Conversation> questions(Protocol protocol, Transport transport) {
        int port = protocol.usualPorts(transport).stream().findFirst().orElse(9);
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), port, transport);
        List<Conversation> all = new ArrayList<>();
        Optional<Inquiry> inquiry = protocol.inquire(endpoint, List.of());
        if (inquiry.isPresent()) {
            for (Optional<Exchange> next = inquiry.get().next();
                    next.isPresent();
                    next = inquiry.get().next()) {
                all.addAll(next.get().conversations());
                inquiry.get().ended(next.get(), Attempt.Status.ANSWERED, List.of());
            }
        }
        protocol.startTls(endpoint)
                .filter(upgrade -> transport == Transport.TCP)
                .ifPresent(all::add);
        return all;
    }
}
