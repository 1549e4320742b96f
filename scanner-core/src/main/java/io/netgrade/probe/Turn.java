// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * An errand that waits to be run.
 *
 * @param examination whose it is; null where the dispatch itself wants to know
 */
record Turn(@Nullable Examination examination, Errand errand) {
    InetAddress address() {
        return errand.endpoint().address();
    }
}
