// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smartinstall;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of Smart Install, and what can be asked of it. */
public final class SmartInstallFacts {
    public static final FactType SERVICE = FactType.of("smart-install.service", "Smart Install was spoken.")
            .flag("answers", "true where this switch itself answered")
            .number("message", "the kind of the message, such as 3 for the answer to a probe");

    static final List<Check> CHECKS =
            List.of(FieldCheck.of("smart-install.service", "Whether Smart Install answers.", SERVICE, "answers"));

    private SmartInstallFacts() {}
}
