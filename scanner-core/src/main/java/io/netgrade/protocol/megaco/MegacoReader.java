// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.megaco;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SessionDescription;
import io.netgrade.protocol.SessionDescription.Media;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;

/** Reads the messages of one flow. */
final class MegacoReader implements MessageGrammar {
    private static final int TPKT = 4;

    private final boolean stream;
    private final ByteView message = new ByteView();

    MegacoReader(boolean stream) {
        this.stream = stream;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        return stream ? MegacoGrammar.frame(unread) : unread.length();
    }

    @Override
    public Progress read(Direction direction, ByteView bytes, ObservationSink sink) {
        int header = stream ? TPKT : 0;
        message.wrap(bytes, header, bytes.length() - header);
        int version = MegacoGrammar.text(message, 0);
        if (version >= 0) {
            readText(version, sink);
        } else if (MegacoGrammar.binary(message, 0)) {
            sink.saw(MegacoProtocol.SERVICE.partial(
                    "binary", MegacoGrammar.binaryVersion(message, 0), MegacoGrammar.binaryAuthenticated(message, 0)));
        } else {
            // Of a long message in BER only the beginning is here.
            return stream ? Progress.CONTINUE : Progress.MALFORMED;
        }
        return Progress.CONTINUE;
    }

    private void readText(int version, ObservationSink sink) {
        sink.saw(MegacoProtocol.SERVICE.partial(
                "text", message.u8(version) - '0', MegacoGrammar.authenticated(message, 0)));
        String text = message.text(0, message.length(), StandardCharsets.ISO_8859_1);
        String transaction = MegacoCommands.transaction(text);
        if (!transaction.isEmpty()) {
            sink.saw(MegacoProtocol.COMMANDS.partial(transaction, MegacoCommands.commands(text)));
        }
        for (Media media : SessionDescription.media(text)) {
            sink.saw(MegacoProtocol.MEDIA.partial(media.kind(), media.profile(), media.keying(), media.suites()));
        }
    }
}
