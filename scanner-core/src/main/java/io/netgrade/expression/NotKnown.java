// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.expression;

/** Thrown to the library where a value depends on what was not seen: a value that it does not need is still decided. */
final class NotKnown extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotKnown(String what) {
        super(what, null, false, false);
    }
}
