// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.sctp;

import io.netgrade.check.FieldCheck;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Strength;
import io.netgrade.protocol.UnknownUser;
import java.util.List;

/** An association of which only the acceptance was seen; the runner states it, and no opening is ever recognised as one. */
public final class SctpProtocol {
    private SctpProtocol() {}

    public static Protocol protocol() {
        return PlainProtocol.of(UnknownUser.PROTOCOL, "SCTP")
                .strength(Strength.SHAPE)
                .facts(UnknownUser.ASSOCIATION)
                .checks(List.of(FieldCheck.of(
                        "sctp.association",
                        "Whether an association is accepted (RFC 9260 section 5.1).",
                        UnknownUser.ASSOCIATION,
                        "accepted")))
                .build();
    }
}
