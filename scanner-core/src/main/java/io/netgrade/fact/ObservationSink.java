// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

/** Takes facts as they are read. Whoever lends the bytes adds the service, the time and the place. */
@FunctionalInterface
public interface ObservationSink {
    /**
     * @param excerpt a few characters that show the fact; empty where the value says it all; never a secret
     */
    void saw(Fact fact, String excerpt);

    default void saw(Fact fact) {
        saw(fact, "");
    }

    /**
     * A fact about a protocol that the one being read carries, such as {@code docker} inside {@code http}: a service of its
     * own, with the carrier among its layers.
     */
    default void sawInside(String protocol, Fact fact, String excerpt) {
        saw(fact, excerpt);
    }

    /** Says only that the protocol being read carries another. */
    default void carries(String protocol) {
        sawInside(protocol, CommonFacts.RECOGNISED.complete("server"), "");
    }
}
