// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtsp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;

/** One OPTIONS of the server itself (RFC 2326 §10.1), in the version that all servers know; no stream is named. */
final class RtspOptions {
    private static final byte[] QUESTION =
            "OPTIONS * RTSP/1.0\r\nCSeq: 1\r\nUser-Agent: netgrade\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] VERSION = "RTSP/".getBytes(US_ASCII);
    private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);
    private static final int LONGEST_HEAD = 8192;

    private RtspOptions() {}

    static Conversation to(Endpoint endpoint) {
        return Script.of(endpoint, opening -> new RtspDissector())
                .says(QUESTION, RtspOptions::head)
                .build();
    }

    private static long head(ByteView answer) {
        for (int at = 0; at < Math.min(answer.length(), VERSION.length); at++) {
            if (answer.u8(at) != VERSION[at]) {
                return MessageGrammar.BROKEN;
            }
        }
        int end = answer.indexOf('\r', 0, LONGEST_HEAD);
        while (end >= 0 && !answer.holds(end, END)) {
            end = answer.indexOf('\r', end + 1, LONGEST_HEAD);
        }
        if (end >= 0) {
            return (long) end + END.length;
        }
        return answer.length() < LONGEST_HEAD ? MessageGrammar.UNKNOWN : MessageGrammar.BROKEN;
    }
}
