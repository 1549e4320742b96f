// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The suites that a server took in one version, in the order of its taking.
 *
 * @param serverOrder whether that order is the server's; empty where it was not tried
 */
record TlsSuitesTaken(int version, List<TlsSuite> suites, Optional<Boolean> serverOrder) {

    /** The one suite of a handshake that was seen. */
    static TlsSuitesTaken sighting(int version, int suite) {
        return new TlsSuitesTaken(version, List.of(TlsSuite.of(suite)), Optional.empty());
    }

    Fact fact(boolean complete) {
        @Nullable Object[] values = values();
        return complete ? TlsFacts.SUITES_ACCEPTED.complete(values) : TlsFacts.SUITES_ACCEPTED.partial(values);
    }

    /** In the order of {@link TlsFacts#SUITES_ACCEPTED}. */
    @Nullable
    Object[] values() {
        return new @Nullable Object[] {
            TlsVersion.name(version),
            suites.stream().map(TlsSuite::name).toList(),
            distinct(TlsSuite::keyExchange),
            distinct(TlsSuite::authentication),
            encryptions(),
            distinct(TlsSuite::mode),
            suites.stream()
                    .map(TlsSuite::bits)
                    .filter(bits -> bits >= 0)
                    .min(Integer::compare)
                    .orElse(null),
            serverOrder.orElse(null)
        };
    }

    private List<String> encryptions() {
        List<String> names = new ArrayList<>(distinct(TlsSuite::encryption));
        if (suites.stream().anyMatch(TlsSuite::isExport)) {
            names.add("EXPORT");
        }
        return names;
    }

    private List<String> distinct(Function<TlsSuite, String> property) {
        List<String> values = new ArrayList<>();
        for (TlsSuite suite : suites) {
            String value = property.apply(suite);
            if (!value.isEmpty() && !values.contains(value)) {
                values.add(value);
            }
        }
        return values;
    }
}
