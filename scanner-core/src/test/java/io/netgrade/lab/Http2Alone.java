// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * In front of a server that speaks HTTP/1.1 too, lets HTTP/2 with prior knowledge alone through (TS 29.500 5.2.1); to
 * whoever begins otherwise it says its settings and GOAWAY with PROTOCOL_ERROR (RFC 9113 3.4, 6.8), or nothing at all.
 */
public final class Http2Alone implements StreamStandIn.Service {
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SETTINGS = {0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 100};
    private static final byte[] GOAWAY = {0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private final Relay behind;
    private final boolean silent;

    public Http2Alone(TomcatServer behind) {
        this(behind, false);
    }

    private Http2Alone(TomcatServer behind, boolean silent) {
        this.behind = new Relay(behind.address(), behind.port());
        this.silent = silent;
    }

    /** One that closes without a word, as RFC 9113 3.4 lets it. */
    public static Http2Alone silent(TomcatServer behind) {
        return new Http2Alone(behind, true);
    }

    @Override
    public void serve(DataInputStream in, DataOutputStream out) throws IOException {
        for (byte octet : PREFACE) {
            if (in.readByte() != octet) {
                if (silent) {
                    return;
                }
                out.write(SETTINGS);
                out.write(GOAWAY);
                out.flush();
                return;
            }
        }
        behind.serve(PREFACE, in, out);
    }
}
