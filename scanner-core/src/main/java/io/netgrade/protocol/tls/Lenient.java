// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Optional;
import java.util.concurrent.Callable;

/** Reads one part of something that may be broken; what cannot be read is not there. */
final class Lenient {
    private Lenient() {}

    /**
     * BouncyCastle throws exceptions of many kinds, checked and unchecked, for bytes that break the grammar. Here they
     * all mean the same: the field is not known, and its fact goes without it.
     */
    static <T> Optional<T> read(Callable<T> part) {
        try {
            return Optional.ofNullable(part.call());
        } catch (Exception unreadable) {
            return Optional.empty();
        }
    }
}
