// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

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

    private CommonFacts() {}
}
