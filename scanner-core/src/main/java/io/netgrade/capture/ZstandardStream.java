// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacks zstd; tells an end that comes too early from other damage, as the JDK's own streams do. */
final class ZstandardStream extends FilterInputStream {
    /** Two to this many bytes is the window that zstd itself unpacks without being asked to (zstd --long). */
    private static final int WINDOW = 27;

    ZstandardStream(InputStream packed) throws IOException {
        super(new ZstdInputStream(packed).setLongMax(WINDOW));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int count) throws IOException {
        try {
            return in.read(to, from, count);
        } catch (ZstdIOException e) {
            boolean cut = String.valueOf(e.getMessage()).startsWith("Truncated");
            throw cut ? new EOFException(e.getMessage()) : e;
        }
    }
}
