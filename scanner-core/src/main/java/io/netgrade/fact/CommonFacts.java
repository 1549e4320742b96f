// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import java.util.Optional;

/** The types of fact that every protocol may state. */
public final class CommonFacts {
    /** Stated once by the runner for every service that was recognised, so that none is without an observation. */
    public static final FactType RECOGNISED = FactType.of(
                    "service.recognised", "A service was recognised by what it says.")
            .text("role", "server, or peer for a symmetric protocol");

    /** What the service says of the software it is. */
    public static final FactType SOFTWARE = FactType.of(
                    "service.software",
                    "What the service discloses of its software, in a banner, a header or an error.")
            .text("product", "the product's usual name, such as OpenSSH")
            .text("version", "the version as disclosed, such as 9.2p1")
            .text("cpe", "the CPE 2.3 name, where product and version are known well enough");

    /** What a service says of itself, where that names no software that netgrade knows: others may know it. */
    public static final FactType GREETING = FactType.of(
                    "service.greeting",
                    "What the service says first, or of itself, where that names no software that netgrade knows.")
            .text("text", "the words without its reply code, at most 512 characters");

    private static final int LONGEST_GREETING = 512;

    /** The greeting as a fact; empty where it says nothing. */
    public static Optional<Fact> greeting(String text) {
        String said = text.strip();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(GREETING.partial(said.substring(0, Math.min(said.length(), LONGEST_GREETING))));
    }

    private CommonFacts() {}
}
