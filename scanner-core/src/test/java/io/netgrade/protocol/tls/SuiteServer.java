// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Exchange;
import io.netgrade.protocol.Inquiry;
import io.netgrade.wire.ByteView;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** A server that says no more than which suite it takes, of SSLv3 to TLS 1.2, and refuses all else with an alert. */
final class SuiteServer implements Server {
    private final Map<Integer, BiFunction<List<Integer>, Integer, Optional<Integer>>> choices;
    private int asked;

    /** @param choices by version: of the suites offered and the number of the connection, the one that is taken */
    SuiteServer(Map<Integer, BiFunction<List<Integer>, Integer, Optional<Integer>>> choices) {
        this.choices = choices;
    }

    /** Takes what comes first in its own list. */
    static BiFunction<List<Integer>, Integer, Optional<Integer>> ownOrder(List<Integer> list) {
        return (offered, connection) -> list.stream().filter(offered::contains).findFirst();
    }

    /** Takes what comes first in the client's list. */
    static BiFunction<List<Integer>, Integer, Optional<Integer>> clientsOrder(List<Integer> list) {
        return (offered, connection) -> offered.stream().filter(list::contains).findFirst();
    }

    @Override
    public Attempt.Status hold(Conversation conversation, List<Fact> stated) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        conversation.opened(sent::writeBytes);
        conversation.received(Fed.of(answer(sent.toByteArray())), bytes -> {}, new Fed.Facts());
        return Attempt.Status.ANSWERED;
    }

    private byte[] answer(byte[] record) {
        asked++;
        ByteView body = ByteView.of(Arrays.copyOfRange(record, 9, record.length));
        Optional<TlsClientHello> hello =
                record[0] == TlsRecord.HANDSHAKE ? TlsClientHello.read(body) : Optional.empty();
        Optional<Integer> suite = hello.filter(said -> !said.has(TlsExtension.SUPPORTED_VERSIONS))
                .flatMap(said -> Optional.ofNullable(choices.get(said.version()))
                        .flatMap(choice -> choice.apply(said.suites(), asked)));
        return suite.map(taken -> accepting(hello.orElseThrow().version(), taken))
                .orElseGet(() -> new TlsRecord(TlsRecord.ALERT, TlsVersion.TLS_1_0, new byte[] {2, 40}).encode());
    }

    private static byte[] accepting(int version, int suite) {
        byte[] hello = TlsWriter.written(writer -> writer.u8(TlsMessage.SERVER_HELLO)
                .vector24(body -> body.u16(version)
                        .bytes(new byte[32])
                        .vector8(session -> {})
                        .u16(suite)
                        .u8(0)));
        byte[] done = TlsWriter.written(
                writer -> writer.u8(TlsMessage.SERVER_HELLO_DONE).vector24(body -> {}));
        return new TlsRecord(
                        TlsRecord.HANDSHAKE,
                        version,
                        TlsWriter.written(writer -> writer.bytes(hello).bytes(done)))
                .encode();
    }

    /** How many times as long as a connection the whole takes, where every connection takes as long as every other. */
    static int rounds(SuiteServer server, Inquiry inquiry, int atOnce) {
        int rounds = 0;
        while (true) {
            List<Exchange> open = new ArrayList<>();
            for (Optional<Exchange> next = inquiry.next();
                    next.isPresent();
                    next = open.size() < (rounds == 0 ? 1 : atOnce) ? inquiry.next() : Optional.empty()) {
                open.add(next.get());
            }
            if (open.isEmpty()) {
                return rounds;
            }
            rounds++;
            for (Exchange exchange : open) {
                Attempt.Status status = server.hold(exchange.conversations().get(0), new ArrayList<>());
                inquiry.ended(exchange, status, List.of());
            }
        }
    }
}
