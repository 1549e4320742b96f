// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** A registry of IANA that has numbers and names only. */
final class TlsNames {
    /** TLS Supported Groups. */
    static final TlsNames GROUPS = new TlsNames("groups.tsv");
    /** TLS SignatureScheme. */
    static final TlsNames SIGNATURE_SCHEMES = new TlsNames("signature-schemes.tsv");

    /** TLS Alerts. */
    static final TlsNames ALERTS = new TlsNames("alerts.tsv");

    private final Map<Integer, String> names = new LinkedHashMap<>();

    private TlsNames(String resource) {
        TlsTable.rows(resource).forEach(row -> names.put(Integer.decode(row[0]), row[1]));
    }

    String name(int number) {
        String name = names.get(number);
        return name == null ? TlsVersion.unassigned(number, 4) : name;
    }

    /** The numbers in the table's order that fit. */
    List<Integer> numbers(IntPredicate fits) {
        return names.keySet().stream().filter(fits::test).toList();
    }
}
