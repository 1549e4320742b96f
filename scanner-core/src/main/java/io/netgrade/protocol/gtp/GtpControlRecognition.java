// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;

/**
 * Tells messages of the control plane: their length is the datagram's, their type is known, and their elements fill them
 * exactly. The few messages that all of version 1 shares belong to the user plane or to GTP′ on those ports.
 */
final class GtpControlRecognition {
    static final CodeTable VERSION_1 = CodeTable.read(GtpControlRecognition.class, "gtp1-messages.tsv");
    static final CodeTable VERSION_2 = CodeTable.read(GtpControlRecognition.class, "gtp2-messages.tsv");

    private static final int LAST_SHARED = 3;
    private static final int SUPPORTED_EXTENSIONS = 31;
    private static final int LAST_ALONE = 3;

    /** One header per thread, so that recognising allocates nothing. */
    private static final ThreadLocal<Gtp1Header> HEADER = ThreadLocal.withInitial(Gtp1Header::new);

    private GtpControlRecognition() {}

    static Recognition of(Opening opening) {
        if (opening.transport() != Transport.UDP) {
            return Recognition.NO;
        }
        ByteView first = opening.fromInitiator().length() > 0 ? opening.fromInitiator() : opening.fromResponder();
        boolean theirs = isVersion2(first)
                || (isVersion1(first, HEADER.get())
                        && !(shared(first.u8(1))
                                && (on(opening, GtpUserProtocol.PORT) || on(opening, PrimeProtocol.PORT))));
        return theirs ? Recognition.PEERS : Recognition.NO;
    }

    private static boolean shared(int type) {
        return type <= LAST_SHARED || type == SUPPORTED_EXTENSIONS;
    }

    private static boolean on(Opening opening, int port) {
        return opening.initiatorPort() == port || opening.responderPort() == port;
    }

    static boolean isVersion1(ByteView bytes, Gtp1Header header) {
        return header.read(bytes)
                && header.sequenced()
                && header.declared() == bytes.length()
                && VERSION_1.knows(header.type())
                && (header.body() < header.end() || header.type() <= LAST_ALONE)
                && Gtp1Elements.fill(bytes, header.body(), header.end());
    }

    /** One message, or two where the first says that another one rides on it (TS 29.274 5.5.1). */
    static boolean isVersion2(ByteView bytes) {
        int first = Gtp2Header.length(bytes, 0);
        boolean rides = first > 0 && first < bytes.length() && Gtp2Header.carriesAnother(bytes);
        int end = rides ? first + Math.max(Gtp2Header.length(bytes, first), 0) : first;
        return end == bytes.length() && sound(bytes, 0) && (!rides || sound(bytes, first));
    }

    private static boolean sound(ByteView bytes, int at) {
        int end = at + Gtp2Header.length(bytes, at);
        int body = Gtp2Header.body(bytes, at);
        return VERSION_2.knows(Gtp2Header.type(bytes, at))
                && (body < end || Gtp2Header.type(bytes, at) == LAST_ALONE)
                && Gtp2Elements.fill(bytes, body, end);
    }
}
