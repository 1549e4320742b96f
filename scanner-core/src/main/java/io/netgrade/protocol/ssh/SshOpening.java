// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;

/** Tells SSH by the identification lines that both sides open with (RFC 4253 4.2). */
final class SshOpening {
    /** Bytes looked at on either side. OpenSSH's client reads as many before it gives up. */
    private static final int MOST_BYTES = 8192;

    private enum Side {
        /** Its first line is an identification. */
        IDENTIFIED,
        /** Its identification comes after other lines, as a server's may. */
        IDENTIFIED_LATE,
        /** Lines of text so far, or the beginning of one. */
        LINES,
        /** Something else. */
        OTHER,
        /** The beginning of an identification. */
        PARTLY,
        SILENT
    }

    private SshOpening() {}

    static Recognition recognize(Opening opening) {
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        Side initiator = look(opening.fromInitiator());
        Side responder = look(opening.fromResponder());
        if (!opening.initiatorKnown()) {
            boolean late = initiator == Side.OTHER || responder == Side.OTHER;
            Recognition offered = late ? SshLateOpening.recognize(opening) : Recognition.NO;
            return offered == Recognition.NO ? eitherServes(initiator, responder) : offered;
        }
        if (responder == Side.IDENTIFIED) {
            return Recognition.RESPONDER_SERVES;
        }
        return switch (initiator) {
            case IDENTIFIED -> clientIdentified(opening.fromInitiator(), responder);
            case PARTLY, SILENT -> clientSilent(responder);
            case IDENTIFIED_LATE, LINES -> clientOfAnother(responder);
            // Before binary words of a client that is no client of SSH, a server of SSH has spoken.
            case OTHER -> responder == Side.PARTLY ? Recognition.NEED_MORE : Recognition.NO;
        };
    }

    /** A client's word alone does not make its server one, unless the client went on as only an answer lets it. */
    private static Recognition clientIdentified(ByteView client, Side server) {
        return switch (server) {
            case IDENTIFIED, IDENTIFIED_LATE -> Recognition.RESPONDER_SERVES;
            case LINES, PARTLY -> Recognition.NEED_MORE;
            case OTHER -> Recognition.NO;
            case SILENT -> wentOn(client) ? Recognition.RESPONDER_SERVES : Recognition.NEED_MORE;
        };
    }

    /** A scanner may say anything at all before the server's identification comes. */
    private static Recognition clientOfAnother(Side server) {
        return server == Side.PARTLY || server == Side.SILENT ? Recognition.NEED_MORE : Recognition.NO;
    }

    private static Recognition clientSilent(Side server) {
        return switch (server) {
            case IDENTIFIED, IDENTIFIED_LATE -> Recognition.RESPONDER_SERVES;
            case LINES, PARTLY, SILENT -> Recognition.NEED_MORE;
            case OTHER -> Recognition.NO;
        };
    }

    private static Recognition eitherServes(Side one, Side other) {
        if (one == Side.IDENTIFIED || other == Side.IDENTIFIED) {
            return Recognition.SERVER_UNKNOWN;
        }
        if (one == Side.SILENT || other == Side.SILENT) {
            Side speaker = one == Side.SILENT ? other : one;
            return speaker == Side.IDENTIFIED_LATE ? Recognition.SERVER_UNKNOWN : clientSilent(speaker);
        }
        return one == Side.PARTLY || other == Side.PARTLY ? Recognition.NEED_MORE : Recognition.NO;
    }

    private static Side look(ByteView bytes) {
        int length = Math.min(bytes.length(), MOST_BYTES);
        if (length == 0) {
            return Side.SILENT;
        }
        int at = 0;
        while (at < length) {
            int matched = SshIdentification.prefixAt(bytes, at);
            if (matched == SshIdentification.PREFIX_LENGTH) {
                return at == 0 ? Side.IDENTIFIED : Side.IDENTIFIED_LATE;
            }
            if (at + matched == bytes.length()) {
                return at == 0 ? Side.PARTLY : Side.LINES;
            }
            int end = bytes.indexOf('\n', at, length);
            if (!isText(bytes, at, end < 0 ? length : end)) {
                return Side.OTHER;
            }
            at = end < 0 ? length : end + 1;
        }
        return length < MOST_BYTES ? Side.LINES : Side.OTHER;
    }

    private static boolean isText(ByteView bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            int value = bytes.u8(at);
            if (value < ' ' && value != '\t' && value != '\r') {
                return false;
            }
        }
        return true;
    }

    private static boolean wentOn(ByteView client) {
        int end = client.indexOf('\n', 0, client.length());
        return end >= 0 && end + 1 < client.length();
    }
}
