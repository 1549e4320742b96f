// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.iscsi;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.Octets;

/** iSCSI. */
public final class IscsiProtocol {
    private IscsiProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of("iscsi", "iSCSI")
                .ports(Transport.TCP, 3260)
                .begins(Transport.TCP, Octets.of(IscsiMessage.LOGIN, IscsiMessage.ANSWER))
                .facts(IscsiFacts.AUTHENTICATION, IscsiFacts.LOGIN)
                .checks(IscsiFacts.CHECKS)
                .recognisedBy(opening -> opening.transport() == Transport.TCP
                        ? Speaker.recognition(opening, IscsiMessage::speaker)
                        : Recognition.NO)
                .readBy(opening -> new MessageDissector(Transport.TCP, new IscsiSession()))
                .build();
    }
}
