// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rcommands;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.Octets;

/** rlogin, rsh and rexec. */
public final class RcommandsProtocols {
    static final int REXEC_PORT = 512;
    static final int RLOGIN_PORT = 513;
    static final int RSH_PORT = 514;

    private RcommandsProtocols() {}

    public static Protocol rlogin() {
        return PlainProtocol.of("rlogin", "rlogin")
                .ports(Transport.TCP, RLOGIN_PORT)
                .begins(Transport.TCP, Octets.of(0, 1))
                .facts(RcommandsFacts.RLOGIN)
                .checks(RcommandsFacts.checks(RcommandsFacts.RLOGIN))
                .recognisedBy(RcommandsRecognition::rlogin)
                .readBy(opening -> new RcommandsDissector(RcommandsFacts.RLOGIN))
                .build();
    }

    public static Protocol rsh() {
        return PlainProtocol.of("rsh", "rsh")
                .ports(Transport.TCP, RSH_PORT)
                .strength(Strength.SHAPE)
                .facts(RcommandsFacts.RSH)
                .checks(RcommandsFacts.checks(RcommandsFacts.RSH))
                .recognisedBy(opening -> RcommandsRecognition.command(opening, RSH_PORT))
                .readBy(opening -> new RcommandsDissector(RcommandsFacts.RSH))
                .build();
    }

    public static Protocol rexec() {
        return PlainProtocol.of("rexec", "rexec")
                .ports(Transport.TCP, REXEC_PORT)
                .strength(Strength.SHAPE)
                .facts(RcommandsFacts.REXEC, RcommandsFacts.REXEC_LOGIN)
                .checks(RcommandsFacts.rexecChecks())
                .recognisedBy(opening -> RcommandsRecognition.command(opening, REXEC_PORT))
                .readBy(opening -> new RcommandsDissector(RcommandsFacts.REXEC))
                .build();
    }
}
