// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mgcp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SessionDescription;
import io.netgrade.protocol.SessionDescription.Media;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the commands and answers of one flow. */
final class MgcpDissector implements Dissector {
    private static final int LONGEST = 8192;

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        ByteView datagram = bytes.unread();
        Speaker speaker = MgcpGrammar.speaker(datagram);
        if (speaker == Speaker.NOBODY) {
            return Progress.MALFORMED;
        }
        if (speaker == Speaker.CLIENT && direction == Direction.FROM_CLIENT) {
            command(datagram, sink);
        } else if (speaker == Speaker.SERVER && direction == Direction.FROM_SERVER) {
            sink.saw(MgcpProtocol.ANSWER.partial(Integer.parseInt(datagram.ascii(0, 3))));
        }
        String text = datagram.text(0, Math.min(datagram.length(), LONGEST), StandardCharsets.ISO_8859_1);
        for (Media media : SessionDescription.media(text)) {
            sink.saw(MgcpProtocol.MEDIA.partial(media.kind(), media.profile(), media.keying(), media.suites()));
        }
        return Progress.CONTINUE;
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        return true;
    }

    private static void command(ByteView datagram, ObservationSink sink) {
        String verb = datagram.ascii(0, 4).toUpperCase(Locale.ROOT);
        int from = MgcpGrammar.versionAt(datagram);
        int major = MgcpGrammar.digits(datagram, from);
        boolean pointed = from + major < datagram.length() && datagram.u8(from + major) == '.';
        int length = major + (pointed ? 1 + MgcpGrammar.digits(datagram, from + major + 1) : 0);
        sink.saw(MgcpProtocol.SERVICE.partial(verb, datagram.ascii(from, Math.min(length, 8)), role(verb)));
    }

    private static String role(String verb) {
        return switch (verb) {
            case "NTFY", "RSIP" -> "call-agent";
            case "MESG" -> "either";
            default -> "gateway";
        };
    }
}
