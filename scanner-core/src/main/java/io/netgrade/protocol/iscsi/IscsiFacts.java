// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.iscsi;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an iSCSI target, and what can be asked of it. */
public final class IscsiFacts {
    public static final FactType AUTHENTICATION = FactType.of(
                    "iscsi.authentication", "How the target wants a log-in to be proved (RFC 7143 12.1).")
            .text("method", "none, chap, krb5, srp or such, as the target chose")
            .names("offered", "what the initiator offered; absent where not seen");

    public static final FactType LOGIN = FactType.of("iscsi.login", "A log-in came to its end.")
            .flag("accepted", "whether the target let the initiator in")
            .flag("authenticated", "whether a proof was asked for before");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of(
                    "iscsi.authentication", "How the target wants a log-in to be proved.", AUTHENTICATION, "method"),
            FieldCheck.of(
                    "iscsi.login", "Whether a proof was asked for before a log-in succeeded.", LOGIN, "authenticated"));

    private IscsiFacts() {}
}
