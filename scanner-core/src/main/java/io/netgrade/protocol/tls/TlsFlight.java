// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a server said up to its ServerHelloDone, or to its CertificateVerify in TLS 1.3. */
final class TlsFlight {
    /** More certificates than any chain of use has; the rest is not kept. */
    private static final int MAX_CERTIFICATES = 32;

    private Optional<TlsServerHello> hello = Optional.empty();
    private Optional<TlsAlert> alert = Optional.empty();
    private Optional<TlsKeyExchange> keyExchange = Optional.empty();
    private List<byte[]> chain = List.of();
    private boolean certificateRequested;
    private boolean whole;
    private boolean ended;

    /**
     * Takes the server's next message.
     *
     * @return whether it could be read
     */
    boolean take(TlsMessage message) {
        return switch (message.content()) {
            case TlsRecord.HANDSHAKE -> takeHandshake(message);
            case TlsRecord.ALERT -> takeAlert(message);
            case TlsRecord.CHANGE_CIPHER_SPEC -> {
                ended |= hello.isEmpty() || !isOf13();
                yield true;
            }
            default -> {
                ended |= message.content() == TlsRecord.APPLICATION_DATA;
                yield true;
            }
        };
    }

    /** The last hello, which may be a HelloRetryRequest. */
    Optional<TlsServerHello> hello() {
        return hello;
    }

    /** The alert that ended the handshake; a warning that lets it go on is not kept. */
    Optional<TlsAlert> alert() {
        return alert;
    }

    Optional<TlsKeyExchange> keyExchange() {
        return keyExchange;
    }

    /** The certificates as they came, encoded; empty where none was seen. */
    List<byte[]> chain() {
        return chain;
    }

    boolean certificateRequested() {
        return certificateRequested;
    }

    /** Whether the server said all that it says in this flight, so that what was not in it is not there. */
    boolean whole() {
        return whole;
    }

    /** Whether nothing more of it can be read. */
    boolean ended() {
        return ended || whole;
    }

    private boolean takeHandshake(TlsMessage message) {
        switch (message.type()) {
            case TlsMessage.SERVER_HELLO -> {
                Optional<TlsServerHello> read = TlsServerHello.read(message.view());
                hello = read.or(() -> hello);
                return read.isPresent();
            }
            case TlsMessage.CERTIFICATE -> chain = certificates(message.view(), isOf13());
            case TlsMessage.SERVER_KEY_EXCHANGE ->
                keyExchange = hello.map(said -> TlsKeyExchange.read(TlsSuite.of(said.suite()), message.view()));
            case TlsMessage.CERTIFICATE_REQUEST -> certificateRequested = true;
            case TlsMessage.SERVER_HELLO_DONE, TlsMessage.CERTIFICATE_VERIFY, TlsMessage.FINISHED -> whole = true;
            default -> {
                // Tickets, status and whatever else stands between say nothing that is asked.
            }
        }
        return true;
    }

    private boolean takeAlert(TlsMessage message) {
        alert = TlsAlert.read(message.body()).filter(TlsAlert::ends).or(() -> alert);
        ended |= alert.isPresent();
        return true;
    }

    /** Whether what follows the hello is that of TLS 1.3. */
    boolean isOf13() {
        return hello.filter(said -> TlsVersion.hasHandshakeOf13(said.version())).isPresent();
    }

    /** The list in a Certificate message (RFC 8446 §4.4.2, RFC 5246 §7.4.2). */
    static List<byte[]> certificates(ByteView body, boolean of13) {
        ByteCursor cursor = ByteCursor.of(body);
        if (of13) {
            cursor.skip(cursor.u8());
        }
        ByteCursor list = cursor.sub(cursor.u24());
        List<byte[]> all = new ArrayList<>();
        while (list.remaining() > 0 && all.size() < MAX_CERTIFICATES) {
            byte[] certificate = list.bytes(list.u24());
            if (of13) {
                list.skip(list.u16());
            }
            if (list.intact() && certificate.length > 0) {
                all.add(certificate);
            }
        }
        return all;
    }
}
