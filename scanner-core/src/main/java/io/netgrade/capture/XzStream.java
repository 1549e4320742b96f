// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks xz, a little at a time: the library drops what it had unpacked in a call that ends in a fault. */
final class XzStream extends FilterInputStream {
    /** KiB of memory that it may take: what level 9 needs, and half as much. */
    private static final int MEMORY = 96 << 10;

    private static final int AT_A_TIME = 1 << 13;

    XzStream(InputStream packed) throws IOException {
        super(new XZInputStream(packed, MEMORY));
    }

    @Override
    public int read(byte[] to, int from, int count) throws IOException {
        return in.read(to, from, Math.min(count, AT_A_TIME));
    }
}
