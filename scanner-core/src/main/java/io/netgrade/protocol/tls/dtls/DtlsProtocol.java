// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.dtls;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;

/** DTLS over datagrams of UDP and messages of SCTP (RFC 6083). */
public final class DtlsProtocol {
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int HELLO_VERIFY_REQUEST = 3;

    private DtlsProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("dtls", "DTLS")
                .ports(Transport.UDP, 443, 853, 2083, 4433, 4740, 5061, 5246, 5247, 5349, 5684, 10161, 10162)
                .ports(Transport.SCTP, 5868)
                .begins(Transport.UDP, DtlsRecord.BEGINNINGS)
                .begins(Transport.SCTP, DtlsRecord.BEGINNINGS)
                .facts(DtlsFacts.all())
                .checks(DtlsFacts.checks())
                .recognisedBy(DtlsProtocol::recognise)
                .readBy(opening -> new DtlsDissector())
                .build();
    }

    private static Recognition recognise(Opening opening) {
        boolean message = opening.transport() == Transport.UDP || opening.transport() == Transport.SCTP;
        ByteView datagram = Datagrams.of(opening);
        if (!message || !DtlsRecord.fill(datagram)) {
            return Recognition.NO;
        }
        boolean handshake = DtlsRecord.type(datagram, 0) == DtlsRecord.HANDSHAKE && DtlsRecord.epoch(datagram, 0) == 0;
        return switch (handshake ? datagram.u8(DtlsRecord.HEADER_LENGTH) : 0) {
            case CLIENT_HELLO -> Datagrams.receiverServes(opening);
            case SERVER_HELLO, HELLO_VERIFY_REQUEST -> Datagrams.senderServes(opening);
            default -> Recognition.SERVER_UNKNOWN;
        };
    }
}
