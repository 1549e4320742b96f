// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import java.nio.ByteBuffer;

/** A buffer of the {@link BufferPool}: its bytes, to write, and the same bytes as a view reads them. */
final class LentBytes {
    final byte[] array;
    final ByteBuffer buffer;

    LentBytes(int capacity) {
        array = new byte[capacity];
        buffer = ByteBuffer.wrap(array);
    }

    int capacity() {
        return array.length;
    }
}
