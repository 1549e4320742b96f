// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smb;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.Octets;

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
                .readBy(opening -> new MessageDissector(Transport.TCP, new SmbSession()))
                .build();
    }
}
