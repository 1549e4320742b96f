// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dcerpc;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a DCE/RPC server, and what can be asked of it. */
public final class DcerpcFacts {
    public static final FactType BINDING = FactType.of("dcerpc.binding", "How the server answered a bind.")
            .text("interface", "the first that was asked for: a name such as epmapper, or its UUID")
            .text("authentication", "none, ntlm, kerberos, spnego, schannel, netlogon or other")
            .text("level", "none, connect, call, packet, integrity or privacy (MS-RPCE 2.2.1.1.8)")
            .flag("accepted", "whether the server took the bind");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("dcerpc.interface", "The interfaces that clients bind.", BINDING, "interface"),
            FieldCheck.of("dcerpc.authentication", "How binds are authenticated.", BINDING, "authentication"),
            FieldCheck.of("dcerpc.level", "How far what follows is protected.", BINDING, "level"));

    private DcerpcFacts() {}
}
