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
    private Optional<TlsCertificateStatus> staple = Optional.empty();
    private List<byte[]> timestamps = List.of();
    private Optional<Integer> scheme = Optional.empty();
    private Optional<String> protocol = Optional.empty();
    private Optional<Long> earlyData = Optional.empty();
    private Optional<byte[]> requestContext = Optional.empty();
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

    /** The stapled answer of the authority on the first certificate (RFC 6066 §8, RFC 8446 §4.4.2.1). */
    Optional<TlsCertificateStatus> staple() {
        return staple;
    }

    /** The signed certificate timestamps that came in an extension (RFC 6962 §3.3.1), each encoded. */
    List<byte[]> timestamps() {
        return timestamps;
    }

    /** The scheme by which the server signed; empty where it was not seen, or has no number. */
    Optional<Integer> scheme() {
        return scheme.or(() -> keyExchange.flatMap(TlsKeyExchange::scheme));
    }

    /** The protocol chosen by ALPN. */
    Optional<String> protocol() {
        return protocol.or(() -> hello.flatMap(TlsServerHello::applicationProtocol));
    }

    /** How many bytes a client may send early with the ticket given (RFC 8446 §4.6.1); empty where none was given. */
    Optional<Long> earlyData() {
        return earlyData;
    }

    /** What a client names when it answers the request for a certificate (RFC 8446 §4.3.2). */
    Optional<byte[]> requestContext() {
        return requestContext;
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
            case TlsMessage.ENCRYPTED_EXTENSIONS ->
                protocol = TlsServerHello.applicationProtocol(TlsExtension.readAll(ByteCursor.of(message.view())));
            case TlsMessage.CERTIFICATE -> takeChain(message.view());
            case TlsMessage.CERTIFICATE_STATUS -> staple = TlsCertificateStatus.read(message.view());
            case TlsMessage.SERVER_KEY_EXCHANGE ->
                keyExchange = hello.map(
                        said -> TlsKeyExchange.read(said.version(), TlsSuite.of(said.suite()), message.view()));
            case TlsMessage.CERTIFICATE_REQUEST -> {
                certificateRequested = true;
                ByteCursor cursor = ByteCursor.of(message.view());
                requestContext = isOf13() ? Optional.of(cursor.bytes(cursor.u8())) : Optional.empty();
            }
            case TlsMessage.NEW_SESSION_TICKET -> earlyData = isOf13() ? earlyData(message.view()) : Optional.empty();
            case TlsMessage.CERTIFICATE_VERIFY -> {
                scheme = isOf13() && message.body().length > 2
                        ? Optional.of(message.view().u16(0))
                        : Optional.empty();
                whole = true;
            }
            case TlsMessage.SERVER_HELLO_DONE, TlsMessage.FINISHED -> whole = true;
            default -> {
                // Tickets, status and whatever else stands between say nothing that is asked.
            }
        }
        return true;
    }

    private static Optional<Long> earlyData(ByteView ticket) {
        ByteCursor cursor = ByteCursor.of(ticket);
        cursor.skip(8);
        cursor.skip(cursor.u8());
        cursor.skip(cursor.u16());
        Optional<TlsExtension> early = TlsExtension.find(TlsExtension.readAll(cursor), TlsExtension.EARLY_DATA);
        return cursor.intact()
                ? Optional.of(early.map(TlsExtension::cursor)
                        .map(most -> (long) most.u16() << 16 | most.u16())
                        .orElse(0L))
                : Optional.empty();
    }

    private void takeChain(ByteView body) {
        chain = certificates(body, isOf13());
        List<TlsExtension> extensions = isOf13() ? firstExtensions(body) : List.of();
        staple = TlsExtension.find(extensions, TlsExtension.STATUS_REQUEST)
                .flatMap(said -> TlsCertificateStatus.read(ByteView.of(said.body())))
                .or(() -> staple);
        timestamps = TlsExtension.find(extensions, TlsExtension.TIMESTAMPS)
                .or(() -> hello.flatMap(said -> TlsExtension.find(said.extensions(), TlsExtension.TIMESTAMPS)))
                .map(said -> TlsTimestamps.list(said.body()))
                .orElse(List.of());
    }

    /** Those of the first entry in a Certificate message of TLS 1.3 (RFC 8446 §4.4.2). */
    private static List<TlsExtension> firstExtensions(ByteView body) {
        ByteCursor cursor = ByteCursor.of(body);
        cursor.skip(cursor.u8());
        cursor.skip(3);
        cursor.skip(cursor.u24());
        return TlsExtension.readReadable(cursor);
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
