// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A server of TLCP in memory, as GB/T 38636-2020 6.4 has it: records and hellos of version 1.1, a signing and a ciphering
 * certificate, a signed key exchange. Takes suites in its own order; refuses everything else by an alert, in a record of
 * the version it was asked in.
 */
record TlcpServer(List<Integer> suites, List<byte[]> certificates, boolean asksForCertificate) implements Server {
    private static final int TLCP = 0x0101;
    private static final byte[] HANDSHAKE_FAILURE = {2, 40};

    @Override
    public Attempt.Status hold(Conversation conversation, List<Fact> stated) {
        ByteArrayOutputStream toServer = new ByteArrayOutputStream();
        conversation.opened(toServer::writeBytes);
        Progress progress = conversation.received(
                Fed.of(answer(toServer.toByteArray())), bytes -> {}, (fact, excerpt) -> stated.add(fact));
        return progress == Progress.DONE ? Attempt.Status.ANSWERED : Attempt.Status.NOT_THIS_PROTOCOL;
    }

    byte[] answer(byte[] sent) {
        ByteView record = ByteView.of(sent);
        int version = record.u16(1);
        Optional<TlsClientHello> hello = record.u8(0) == TlsRecord.HANDSHAKE && version == TLCP
                ? TlsClientHello.read(ByteView.of(record.bytes(9, record.length() - 9)), TlsCarrier.TLCP)
                : Optional.empty();
        Optional<Integer> suite = hello.filter(said -> said.version() == TLCP)
                .flatMap(said -> suites.stream().filter(said.suites()::contains).findFirst());
        return suite.map(this::flight)
                .orElseGet(() -> new TlsRecord(TlsRecord.ALERT, TLCP, HANDSHAKE_FAILURE).encode());
    }

    private byte[] flight(int suite) {
        return TlsWriter.written(all -> {
            message(
                    all,
                    TlsMessage.SERVER_HELLO,
                    body -> body.u16(TLCP)
                            .bytes(new byte[32])
                            .vector8(session -> session.bytes(new byte[32]))
                            .u16(suite)
                            .u8(0));
            message(
                    all,
                    TlsMessage.CERTIFICATE,
                    body -> body.vector24(
                            list -> certificates.forEach(one -> list.vector24(entry -> entry.bytes(one)))));
            message(all, TlsMessage.SERVER_KEY_EXCHANGE, body -> body.vector16(sign -> sign.bytes(new byte[70])));
            if (asksForCertificate) {
                message(
                        all,
                        TlsMessage.CERTIFICATE_REQUEST,
                        body -> body.u8(1).u8(80).u16(0));
            }
            message(all, TlsMessage.SERVER_HELLO_DONE, body -> {});
        });
    }

    private static void message(TlsWriter all, int type, java.util.function.Consumer<TlsWriter> body) {
        byte[] message = TlsMessage.handshake(type, TlsWriter.written(body)).encode();
        all.bytes(new TlsRecord(TlsRecord.HANDSHAKE, TLCP, message).encode());
    }
}
