// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.syslog;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;

/** syslog over UDP, TCP and TLS. */
public final class SyslogProtocol {
    private static final int PORT = 514;

    private SyslogProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("syslog", "syslog")
                .ports(Transport.UDP, PORT)
                .ports(Transport.TCP, PORT)
                .begins(Transport.UDP, Octets.of('<'))
                .begins(Transport.TCP, Octets.of('<').or(Octets.between('1', '9')))
                .facts(SyslogFacts.MESSAGES)
                .checks(SyslogFacts.CHECKS)
                .recognisedBy(SyslogProtocol::recognition)
                .readBy(opening -> new SyslogDissector(opening.transport()))
                .build();
    }

    private static Recognition recognition(Opening opening) {
        if (opening.transport() == Transport.TCP) {
            return Speaker.recognition(opening, SyslogProtocol::streamSpeaker);
        }
        if (opening.transport() != Transport.UDP) {
            return Recognition.NO;
        }
        Recognition said = Speaker.recognition(opening, SyslogProtocol::speaker);
        boolean usual =
                opening.responderPort() == PORT && opening.fromInitiator().length() > 0;
        return said == Recognition.NO && usual && SyslogMessage.body(opening.fromInitiator(), 0) > 0
                ? Recognition.BY_PORT
                : said;
    }

    private static Speaker speaker(ByteView bytes) {
        int body = SyslogMessage.body(bytes, 0);
        return body > 0 && SyslogMessage.format(bytes, body) != SyslogMessage.Format.OTHER
                ? Speaker.CLIENT
                : Speaker.NOBODY;
    }

    private static Speaker streamSpeaker(ByteView bytes) {
        int at = SyslogMessage.counted(bytes);
        if (at < 0 || (at < bytes.length() && bytes.u8(at) != '<')) {
            return Speaker.NOBODY;
        }
        if (bytes.length() - at < SyslogMessage.ENOUGH) {
            return Speaker.UNFINISHED;
        }
        int body = SyslogMessage.body(bytes, at);
        return body > 0 && SyslogMessage.format(bytes, body) != SyslogMessage.Format.OTHER
                ? Speaker.CLIENT
                : Speaker.NOBODY;
    }
}
