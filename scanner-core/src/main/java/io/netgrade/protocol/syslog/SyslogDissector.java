// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.syslog;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.Locale;

/** States the formats that pass, each once. Of a connection only the first message is read. */
final class SyslogDissector implements Dissector {
    private final boolean stream;
    private final Said said = new Said();

    SyslogDissector(Transport transport) {
        this.stream = transport == Transport.TCP;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        ByteView unread = bytes.unread();
        if (direction == Direction.FROM_SERVER) {
            bytes.consumeAll();
            return stream ? Progress.CONTINUE : Progress.MALFORMED;
        }
        int at = stream ? SyslogMessage.counted(unread) : 0;
        if (stream && at >= 0 && unread.length() - at < SyslogMessage.ENOUGH) {
            return Progress.CONTINUE;
        }
        int body = at < 0 ? -1 : SyslogMessage.body(unread, at);
        if (body < 0) {
            return Progress.MALFORMED;
        }
        SyslogMessage.Format format = SyslogMessage.format(unread, body);
        said.by(direction, sink);
        if (said.isNew(format.hashCode())) {
            String framing = !stream ? "datagram" : at > 0 ? "octet-counted" : "line";
            said.state(SyslogFacts.MESSAGES.partial(format.name().toLowerCase(Locale.ROOT), framing));
        }
        bytes.consumeAll();
        return stream ? Progress.DONE : Progress.CONTINUE;
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        return !stream;
    }
}
