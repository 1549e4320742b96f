// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import java.util.Locale;

/** How bad a failure is. Worst first. It orders findings; a level is blocked by any failure that is not advisory. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    INFO;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
