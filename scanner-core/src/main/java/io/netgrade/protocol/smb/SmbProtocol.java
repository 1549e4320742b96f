// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smb;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.Octets;
import java.util.function.Function;

/** SMB. */
public final class SmbProtocol {
    private SmbProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("smb", "SMB")
                .ports(Transport.TCP, 445)
                .begins(Transport.TCP, Octets.of(0))
                .strength(Strength.MAGIC)
                .facts(SmbFacts.DIALECT, SmbFacts.SIGNING, SmbFacts.ENCRYPTION, SmbFacts.SESSION, CommonFacts.SOFTWARE)
                .checks(SmbFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, SmbMessage::speaker)
                        : Recognition.NO)
                .readBy(SmbQuestions::reader)
                .sends(
                        "NEGOTIATE on six connections: all dialects of SMB 2 and 3, then SMB 1, 3.0.2, 3.0, 2.1 and 2.0.2 alone."
                                + " Where anonymous log-ins are permitted, SESSION_SETUP without a name, TREE_CONNECT to IPC$, and LOGOFF.")
                .asks(Transport.TCP, "smb.best", SmbQuestions::best)
                .asks(Transport.TCP, "smb.version-1", SmbQuestions::version1)
                .asks(Transport.TCP, "smb.version-3.0.2", only(SmbRequests.VERSION_3_0_2))
                .asks(Transport.TCP, "smb.version-3.0", only(SmbRequests.VERSION_3_0))
                .asks(Transport.TCP, "smb.version-2.1", only(SmbRequests.VERSION_2_1))
                .asks(Transport.TCP, "smb.version-2.0.2", only(SmbRequests.VERSION_2_0_2))
                .asks(Consent::anonymousLogIns, Transport.TCP, "smb.null-session", NullSession::new)
                .wholeTogether(
                        fact -> fact.is(SmbFacts.DIALECT) || fact.is(SmbFacts.SIGNING) || fact.is(SmbFacts.ENCRYPTION))
                .asksNothingOfSoftware()
                .build();
    }

    private static Function<Endpoint, Conversation> only(int dialect) {
        return endpoint -> SmbQuestions.only(dialect, endpoint);
    }
}
