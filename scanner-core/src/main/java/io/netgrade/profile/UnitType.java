// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Text;
import java.util.List;

/**
 * A kind of network unit (通信网络单元), such as {@code dns-recursive}.
 *
 * @param standard the protection standard for such units, such as {@code YD/T 2052-2009}; empty where none is known
 * @param verified whether the number and title of that standard were read in a source
 * @param exposes the protocols that such a unit is there for; netgrade's own reading
 */
public record UnitType(String id, Text title, String standard, boolean verified, List<String> exposes) {
    public UnitType {
        exposes = List.copyOf(exposes);
    }
}
