// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import java.util.List;

/** Where a look comes from; some controls depend on it. The words are those of plans and profiles. */
public final class Vantage {
    /** Outside the operator's own networks; what is not declared is taken as this. */
    public static final String UNTRUSTED = "untrusted";

    public static final String INTERNAL = "internal";
    public static final String MANAGEMENT = "management";

    private static final List<String> ALL = List.of(UNTRUSTED, INTERNAL, MANAGEMENT);

    private Vantage() {}

    public static List<String> all() {
        return ALL;
    }
}
