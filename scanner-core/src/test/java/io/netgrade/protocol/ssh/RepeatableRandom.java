// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import java.security.SecureRandom;
import java.util.Random;

/** Gives the same bytes each time, by the algorithm that {@link Random} is specified with, so that talks can be replayed. */
final class RepeatableRandom extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final Random source = new Random(4253);

    @Override
    public void nextBytes(byte[] bytes) {
        source.nextBytes(bytes);
    }
}
