// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import org.jspecify.annotations.Nullable;

/** That a fact is true of a service, wherever and whenever it was seen; a key by which repetitions are told. */
public record Statement(Sighting service, Fact fact) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Statement said && service.equals(said.service) && fact.equals(said.fact);
    }

    @Override
    public int hashCode() {
        return 31 * service.hashCode() + fact.hashCode();
    }
}
