// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Hands ASCII bytes to a writer of text, which stays open. */
final class AsciiStream extends OutputStream {
    private final Writer text;

    AsciiStream(Writer text) {
        this.text = text;
    }

    @Override
    public void write(int ascii) throws IOException {
        text.write(ascii);
    }

    @Override
    public void write(byte[] ascii, int from, int length) throws IOException {
        text.write(new String(ascii, from, length, StandardCharsets.US_ASCII));
    }

    @Override
    public void flush() throws IOException {
        text.flush();
    }
}
