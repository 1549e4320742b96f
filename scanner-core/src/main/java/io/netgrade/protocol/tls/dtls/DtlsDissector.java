// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.dtls;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.tls.TlsCarrier;
import io.netgrade.protocol.tls.TlsHandshake;
import io.netgrade.protocol.tls.TlsMessage;
import io.netgrade.wire.ByteView;
import java.util.Map;

/** Reads a handshake that others had in datagrams, up to where it is ciphered. */
final class DtlsDissector implements Dissector {
    /** Datagrams that show nothing, after which nothing more is expected. */
    private static final int PATIENCE = 64;

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int HELLO_VERIFY_REQUEST = 3;
    private static final int USE_SRTP = 14;
    private static final int COOKIE = 44;

    /** IANA DTLS-SRTP Protection Profiles. */
    private static final Map<Integer, String> PROFILES = Map.of(
            1, "SRTP_AES128_CM_HMAC_SHA1_80",
            2, "SRTP_AES128_CM_HMAC_SHA1_32",
            5, "SRTP_NULL_HMAC_SHA1_80",
            6, "SRTP_NULL_HMAC_SHA1_32",
            7, "SRTP_AEAD_AES_128_GCM",
            8, "SRTP_AEAD_AES_256_GCM");

    private final TlsHandshake handshake = new TlsHandshake(DtlsFacts.WORDS, TlsCarrier.DTLS);
    private final DtlsMessages client = new DtlsMessages();
    private final DtlsMessages server = new DtlsMessages();
    private boolean addressChecked;
    private int shownNothing;

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        ByteView datagram = bytes.unread();
        boolean ciphered13 = handshake.serverSpoke() && DtlsRecord.isCiphered13(datagram, 0);
        if (!ciphered13 && !DtlsRecord.fill(datagram)) {
            return Progress.MALFORMED;
        }
        if (ciphered13 || handshake.isOver(direction)) {
            shownNothing++;
        } else {
            records(direction, datagram, sink);
        }
        bytes.consumeAll();
        return isDone() ? Progress.DONE : Progress.CONTINUE;
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        return true;
    }

    /** Media that are keyed by the handshake go the same way: then nothing is done before the flow itself is. */
    private boolean isDone() {
        boolean alone = handshake.clientSpoke() && handshake.offered(USE_SRTP).isEmpty();
        return (alone && handshake.isOver()) || shownNothing > PATIENCE;
    }

    private void records(Direction direction, ByteView datagram, ObservationSink sink) {
        int at = 0;
        int length = DtlsRecord.length(datagram, at);
        while (length > 0) {
            if (DtlsRecord.epoch(datagram, at) > 0) {
                ciphered(direction, sink);
            } else {
                inClear(direction, datagram, at, length, sink);
            }
            at += length;
            length = at < datagram.length() ? DtlsRecord.length(datagram, at) : 0;
        }
    }

    private void inClear(Direction direction, ByteView datagram, int at, int length, ObservationSink sink) {
        int type = DtlsRecord.type(datagram, at);
        int body = at + DtlsRecord.HEADER_LENGTH;
        if (type == DtlsRecord.HANDSHAKE) {
            int from = body;
            while (from < at + length) {
                DtlsFragment fragment = DtlsFragment.at(datagram, from);
                // A client's second hello follows a demand for one.
                addressChecked |= fragment.type() == CLIENT_HELLO && fragment.number() > 0;
                messages(direction).add(fragment, datagram).forEach(message -> take(direction, message, sink));
                from = fragment.from() + fragment.count();
            }
        } else if (type == DtlsRecord.ALERT || type == DtlsRecord.CHANGE_CIPHER_SPEC) {
            messages(direction).rest().forEach(message -> take(direction, message, sink));
            handshake.take(direction, TlsMessage.record(type, datagram.bytes(body, at + length - body)), sink);
        }
    }

    private void ciphered(Direction direction, ObservationSink sink) {
        shownNothing++;
        messages(direction).rest().forEach(message -> take(direction, message, sink));
        handshake.take(direction, TlsMessage.ciphered(), sink);
    }

    private DtlsMessages messages(Direction direction) {
        return direction == Direction.FROM_CLIENT ? client : server;
    }

    private void take(Direction direction, TlsMessage message, ObservationSink sink) {
        handshake.take(direction, message, sink);
        if (direction == Direction.FROM_SERVER && message.type() == HELLO_VERIFY_REQUEST) {
            addressCheck(true, sink);
        } else if (direction == Direction.FROM_SERVER && message.type() == SERVER_HELLO) {
            serverHello(sink);
        }
    }

    private void serverHello(ObservationSink sink) {
        if (handshake.isRetried()) {
            addressCheck(handshake.answered(COOKIE).isPresent(), sink);
        } else if (!addressChecked && handshake.clientSpoke()) {
            addressCheck(false, sink);
        }
        handshake
                .answered(USE_SRTP)
                .filter(body -> body.length >= 4)
                .map(body -> (body[2] & 0xFF) << 8 | (body[3] & 0xFF))
                .ifPresent(profile -> sink.saw(DtlsFacts.MEDIA_PROTECTION.partial(profile(profile))));
    }

    private static String profile(int number) {
        String name = PROFILES.get(number);
        return name == null ? String.format("UNASSIGNED_0x%04X", number) : name;
    }

    private void addressCheck(boolean asked, ObservationSink sink) {
        addressChecked = true;
        sink.saw(DtlsFacts.ADDRESS_CHECK.partial(asked));
    }
}
