// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import java.util.function.Supplier;

/** What a reader keeps of each side of a flow. */
public record Sides<T>(T client, T server) {

    /** The same for both at the beginning. */
    public static <T> Sides<T> each(Supplier<T> side) {
        return new Sides<>(side.get(), side.get());
    }

    /** Of the side that says the bytes of a direction. */
    public T of(Direction direction) {
        return direction == Direction.FROM_CLIENT ? client : server;
    }
}
