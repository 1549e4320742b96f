// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteCursor;
import java.util.Optional;

/**
 * Sends one ClientHello, reads what the server says to it, and says goodbye. States no fact: what one answer means, only
 * the {@link TlsInquiry} knows.
 */
final class TlsConversation implements TlsTalk {
    /** Longer tickets are not offered back: the hello is to fit into one record. */
    private static final int MOST_TICKET = 8192;

    private final TlsQuestion question;
    private final TlsClientHello hello;
    private final TlsStream server;
    private final TlsFlight flight = new TlsFlight();
    private Optional<TlsOpener> ours = Optional.empty();
    private Optional<TlsKeySchedule.Rest> schedule = Optional.empty();
    private final TlsWriter said = new TlsWriter();
    private Optional<TlsTicket> ticket = Optional.empty();
    private byte[] toFinished = new byte[0];
    private boolean inSession;
    private boolean silent = true;

    TlsConversation(TlsQuestion question, Optional<String> serverName) {
        this.question = question;
        this.hello = question.hello(serverName);
        this.server = new TlsStream(question.version() == TlsVersion.TLCP_1_1 ? TlsFamily.TLCP : TlsFamily.TLS);
    }

    @Override
    public void opened(Peer peer) {
        peer.send(new TlsRecord(TlsRecord.HANDSHAKE, question.recordVersion(), hello.encode()).encode());
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        silent &= bytes.unread().length() == 0;
        while (true) {
            Optional<TlsMessage> message = server.next(bytes);
            if (message.isEmpty() && !server.broken()) {
                return Progress.CONTINUE;
            }
            if (message.isEmpty() || !flight.take(message.get())) {
                return flight.hello().isPresent() ? goodbye(peer) : Progress.MALFORMED;
            }
            if (finishes()) {
                said.bytes(
                        message.get().content() == TlsRecord.HANDSHAKE
                                ? message.get().encode()
                                : new byte[0]);
            }
            if (inSession && message.get().isHandshake(TlsMessage.NEW_SESSION_TICKET)) {
                ticket = schedule.flatMap(keys -> ticket(keys, message.get()));
            }
            if (isDone(message.get())) {
                return inSession ? Progress.DONE : goodbye(peer);
            }
            if (message.get().isHandshake(TlsMessage.FINISHED) && schedule.isPresent()) {
                finish(schedule.get(), peer);
            }
        }
    }

    @Override
    public boolean ended(ObservationSink sink) {
        return flight.hello().isPresent() || flight.alert().isPresent();
    }

    @Override
    public TlsAnswer answer(Attempt.Status status) {
        return TlsAnswer.of(question, flight, silent, status)
                .with(TlsOutcome.of13(inSession || (resumes() && flight.whole()), resumes() && flight.whole(), ticket));
    }

    private boolean finishes() {
        return question.aim() instanceof TlsAim.Ticket;
    }

    /** Whether the server says that it goes on with the session that it was offered. */
    private boolean resumes() {
        return question.aim() instanceof TlsAim.Resumption
                && flight.hello()
                        .filter(said -> said.has(TlsExtension.PRE_SHARED_KEY))
                        .isPresent();
    }

    private Optional<TlsTicket> ticket(TlsKeySchedule.Rest keys, TlsMessage given) {
        ByteCursor cursor = ByteCursor.of(given.view());
        cursor.skip(4);
        long ageAdd = (long) cursor.u16() << 16 | cursor.u16();
        byte[] nonce = cursor.bytes(cursor.u8());
        byte[] identity = cursor.bytes(cursor.u16());
        return cursor.intact() && identity.length > 0 && identity.length <= MOST_TICKET
                ? flight.hello()
                        .map(said -> new TlsTicket(said.suite(), identity, keys.resumption(toFinished, nonce), ageAdd))
                : Optional.empty();
    }

    private boolean isDone(TlsMessage message) {
        if (message.isHandshake(TlsMessage.SERVER_HELLO)
                && flight.hello()
                        .filter(said -> TlsVersion.hasHandshakeOf13(said.version()))
                        .isPresent()) {
            return !opens(message);
        }
        if (finishes() && schedule.isPresent() && flight.alert().isEmpty()) {
            return inSession && message.isHandshake(TlsMessage.NEW_SESSION_TICKET);
        }
        return flight.ended();
    }

    /**
     * Ends the handshake (RFC 8446 §4.4), without a certificate where one is asked for, and the session at once: what is
     * still to come is a ticket, or the end.
     */
    private void finish(TlsKeySchedule.Rest keys, Peer peer) {
        byte[] before = TlsWriter.written(writer -> writer.bytes(hello.encode()).bytes(said.toBytes()));
        byte[] certificate = flight.requestContext()
                .map(context -> TlsMessage.handshake(
                                TlsMessage.CERTIFICATE,
                                TlsWriter.written(writer -> writer.vector8(name -> name.bytes(context))
                                        .u24(0)))
                        .encode())
                .orElse(new byte[0]);
        byte[] all = TlsWriter.written(writer -> writer.bytes(before).bytes(certificate));
        byte[] finished =
                TlsMessage.handshake(TlsMessage.FINISHED, keys.finished(all)).encode();
        TlsOpener handshake = ours.orElseThrow();
        TlsOpener session = keys.clientInSession(before);
        peer.send(TlsWriter.written(writer -> {
            writer.bytes(handshake
                    .close(
                            TlsRecord.HANDSHAKE,
                            TlsWriter.written(both -> both.bytes(certificate).bytes(finished)))
                    .encode());
            writer.bytes(session.close(TlsRecord.ALERT, TlsAlert.goodbye()).encode());
        }));
        server.openWith(keys.serverInSession(before));
        toFinished = TlsWriter.written(writer -> writer.bytes(all).bytes(finished));
        inSession = true;
    }

    /** Whether the rest of a TLS 1.3 flight can be opened with a share of ours; sets the stream to do so. */
    private boolean opens(TlsMessage message) {
        Optional<TlsKeySchedule.Keys> keys = flight.hello()
                .flatMap(said -> said.share()
                        .flatMap(theirs -> question.shares().stream()
                                .filter(share -> said.group()
                                        .filter(group -> group == share.group())
                                        .isPresent())
                                .findFirst()
                                .flatMap(share -> share.secret(theirs)))
                        .flatMap(secret -> keys(said, secret, transcript(message))));
        keys.ifPresent(found -> server.openWith(found.server()));
        ours = keys.map(TlsKeySchedule.Keys::client);
        schedule = keys.filter(found -> finishes()).map(TlsKeySchedule.Keys::rest);
        return keys.isPresent();
    }

    private Optional<TlsKeySchedule.Keys> keys(TlsServerHello said, byte[] secret, byte[] transcript) {
        return resumes() && question.aim() instanceof TlsAim.Resumption resumption
                ? TlsKeySchedule.keys(resumption.ticket(), secret, transcript)
                : TlsKeySchedule.keys(said.suite(), secret, transcript);
    }

    private byte[] transcript(TlsMessage serverHello) {
        return TlsWriter.written(writer -> writer.bytes(hello.encode()).bytes(serverHello.encode()));
    }

    private Progress goodbye(Peer peer) {
        if (flight.alert().isEmpty()) {
            TlsRecord clear = new TlsRecord(TlsRecord.ALERT, question.recordVersion(), TlsAlert.goodbye());
            peer.send(ours.map(key -> key.close(TlsRecord.ALERT, TlsAlert.goodbye()))
                    .orElse(clear)
                    .encode());
        }
        return Progress.DONE;
    }
}
