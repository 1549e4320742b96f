// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteCursor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends one ClientHello in a datagram, once more with the cookie where the server asks for one (RFC 6347 §4.2.1), reads
 * what it says to it, and says goodbye.
 */
final class TlsDatagramConversation implements TlsTalk {
    private final TlsQuestion question;
    private final TlsDatagrams datagrams;
    private final Function<Boolean, Fact> addressCheck;
    private final TlsClientHello hello;
    private final TlsFlight flight = new TlsFlight();
    private boolean silent = true;
    private boolean verified;
    private boolean told;

    /** @param addressCheck the fact that a server asked for a cookie, or did not */
    TlsDatagramConversation(TlsQuestion question, TlsDatagrams datagrams, Function<Boolean, Fact> addressCheck) {
        this.question = question;
        this.datagrams = datagrams;
        this.addressCheck = addressCheck;
        this.hello = question.hello(Optional.empty());
    }

    @Override
    public void opened(Peer peer) {
        peer.send(datagrams.handshake(recordVersion(), hello(new byte[0])));
    }

    @Override
    public Progress received(Inbox bytes, Peer peer, ObservationSink sink) {
        silent &= bytes.unread().length() == 0;
        List<TlsMessage> messages = datagrams.read(bytes.unread());
        for (TlsMessage message : messages) {
            if (message.isHandshake(TlsMessage.HELLO_VERIFY_REQUEST) && !verified) {
                verified = true;
                tell(true, sink);
                peer.send(datagrams.handshake(recordVersion(), hello(cookie(message))));
            } else if (!message.isHandshake(TlsMessage.HELLO_VERIFY_REQUEST) && !flight.take(message)) {
                return flight.hello().isPresent() ? goodbye(peer) : Progress.MALFORMED;
            }
            flight.hello().ifPresent(said -> tell(verified || (said.isRetry() && said.has(TlsExtension.COOKIE)), sink));
            if (flight.isOf13() || flight.ended()) {
                return goodbye(peer);
            }
        }
        return datagrams.understood() ? Progress.CONTINUE : Progress.MALFORMED;
    }

    @Override
    public boolean ended(ObservationSink sink) {
        return verified || flight.hello().isPresent() || flight.alert().isPresent();
    }

    @Override
    public TlsAnswer answer(Attempt.Status status) {
        boolean silentAfterCookie =
                verified && flight.hello().isEmpty() && flight.alert().isEmpty() && status == Attempt.Status.ANSWERED;
        return silentAfterCookie ? new TlsAnswer(question, TlsAnswer.Kind.CLOSED, flight, List.of()) : answered(status);
    }

    private TlsAnswer answered(Attempt.Status status) {
        return TlsAnswer.of(question, flight, silent, status);
    }

    private void tell(boolean asked, ObservationSink sink) {
        if (!told) {
            told = true;
            sink.saw(addressCheck.apply(asked));
        }
    }

    private TlsMessage hello(byte[] cookie) {
        return TlsMessage.handshake(TlsMessage.CLIENT_HELLO, hello.bodyWith(cookie));
    }

    private static byte[] cookie(TlsMessage verifyRequest) {
        ByteCursor cursor = ByteCursor.of(verifyRequest.view());
        cursor.skip(2);
        byte[] cookie = cursor.bytes(cursor.u8());
        return cursor.intact() ? cookie : new byte[0];
    }

    /** The oldest, which every server knows, as the version of the association is not known yet (RFC 6347 §4.2.1). */
    private int recordVersion() {
        return TlsVersion.DTLS_1_0;
    }

    private Progress goodbye(Peer peer) {
        if (flight.alert().isEmpty()) {
            peer.send(datagrams.alert(TlsVersion.legacy(question.version()), TlsAlert.goodbye()));
        }
        return Progress.DONE;
    }
}
