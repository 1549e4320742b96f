// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.imap.ImapProtocol;
import io.netgrade.protocol.pop3.Pop3Protocol;
import io.netgrade.protocol.smtp.SmtpProtocol;
import java.util.List;

/** Mail and news. */
final class MailProtocols {
    static final List<Protocol> ALL =
            List.of(SmtpProtocol.protocol(), Pop3Protocol.protocol(), ImapProtocol.protocol());

    private MailProtocols() {}
}
