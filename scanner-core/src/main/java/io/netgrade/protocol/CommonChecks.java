// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.check.Check;
import io.netgrade.check.DeclaredCheck;
import io.netgrade.check.FieldCheck;
import io.netgrade.check.LifecycleCheck;
import io.netgrade.fact.CommonFacts;
import java.util.List;

/** The checks of facts that every protocol may state. */
public final class CommonChecks {
    private static final List<Check> ALL = List.of(
            FieldCheck.of("service.presence", "Whether the service answers at all.", CommonFacts.RECOGNISED, "role"),
            FieldCheck.of(
                    "service.version-disclosure",
                    "The software version that a banner, a header or an error discloses.",
                    CommonFacts.SOFTWARE,
                    "version"),
            new DeclaredCheck(),
            new LifecycleCheck());

    private CommonChecks() {}

    public static List<Check> all() {
        return ALL;
    }
}
