// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

/** Who says the bytes of a flow. */
public enum Direction {
    FROM_CLIENT,
    FROM_SERVER
}
