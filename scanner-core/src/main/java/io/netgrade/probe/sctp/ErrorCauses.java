// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.sctp;

import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;
import java.util.Map;

/** Causes of an ERROR or an ABORT chunk (RFC 9260 section 3.3.10). */
final class ErrorCauses {
    static final int INVALID_STREAM = 1;
    static final int MISSING_PARAMETER = 2;
    static final int STALE_COOKIE = 3;
    static final int UNRESOLVABLE_ADDRESS = 5;
    static final int UNRECOGNIZED_CHUNK = 6;
    static final int INVALID_PARAMETER = 7;
    static final int UNRECOGNIZED_PARAMETERS = 8;
    static final int NO_USER_DATA = 9;
    static final int USER_INITIATED = 12;
    static final int PROTOCOL_VIOLATION = 13;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(INVALID_STREAM, "invalid stream"),
            Map.entry(MISSING_PARAMETER, "missing parameter"),
            Map.entry(STALE_COOKIE, "stale cookie"),
            Map.entry(4, "out of resource"),
            Map.entry(UNRESOLVABLE_ADDRESS, "unresolvable address"),
            Map.entry(UNRECOGNIZED_CHUNK, "unrecognized chunk"),
            Map.entry(INVALID_PARAMETER, "invalid mandatory parameter"),
            Map.entry(UNRECOGNIZED_PARAMETERS, "unrecognized parameters"),
            Map.entry(NO_USER_DATA, "no user data"),
            Map.entry(10, "cookie received while shutting down"),
            Map.entry(11, "restart with new addresses"),
            Map.entry(USER_INITIATED, "user-initiated abort"),
            Map.entry(PROTOCOL_VIOLATION, "protocol violation"));

    private ErrorCauses() {}

    /** The first cause that a chunk names; -1 where it names none. */
    static int first(ByteView chunk) {
        return chunk.length() >= Chunk.HEADER + 4 ? chunk.u16(Chunk.HEADER) : -1;
    }

    /** For a reader: {@code ABORT}, and why where that is said. */
    static String text(ByteView abort) {
        int cause = first(abort);
        return cause < 0 ? "ABORT" : "ABORT: " + NAMES.getOrDefault(cause, "cause " + cause);
    }

    static byte[] cause(int code, byte... information) {
        return new ByteWriter()
                .u16(code)
                .u16(4 + information.length)
                .bytes(information)
                .zeros(-information.length & 3)
                .written();
    }
}
