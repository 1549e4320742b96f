// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rsync;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of an rsync daemon, and what can be asked of it. */
public final class RsyncFacts {
    public static final FactType SERVICE =
            FactType.of("rsync.service", "An rsync daemon answers.").text("protocol-version", "such as 31.0");

    public static final FactType AUTHENTICATION = FactType.of(
                    "rsync.authentication", "What the daemon says to a client that names a module.")
            .flag("required", "false where the module was opened at once, true where a log-in was asked for");

    public static final FactType MODULES = FactType.of(
                    "rsync.modules", "The modules that the daemon lists to whoever asks.")
            .names("names", "in the daemon's order");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("rsync.authentication", "Whether modules want a log-in.", AUTHENTICATION, "required"),
            FieldCheck.of("rsync.modules", "The modules that are listed to whoever asks.", MODULES, "names"));

    private RsyncFacts() {}
}
