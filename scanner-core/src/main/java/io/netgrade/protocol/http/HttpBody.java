// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.protocol.http.head.HttpHead;
import java.util.List;
import java.util.Optional;

/**
 * How a message says where its body ends (RFC 9112 §6.3).
 *
 * @param length bytes, for {@link Kind#COUNTED}
 */
record HttpBody(Kind kind, long length) {
    static final HttpBody NONE = new HttpBody(Kind.COUNTED, 0);
    static final HttpBody UNTIL_CLOSE = new HttpBody(Kind.UNTIL_CLOSE, 0);
    private static final HttpBody CHUNKED = new HttpBody(Kind.CHUNKED, 0);
    /** Decimal digits that always fit a long. */
    private static final int MOST_DIGITS = 18;

    enum Kind {
        CHUNKED,
        COUNTED,
        UNTIL_CLOSE
    }

    /** Whether there can be any byte of it. */
    boolean mayHold() {
        return kind != Kind.COUNTED || length > 0;
    }

    /** The body of a request: none, unless it says so. */
    static Optional<HttpBody> ofRequest(HttpHead head) {
        return of(head, NONE);
    }

    /** The body of a response to a request with this method. */
    static Optional<HttpBody> ofResponse(HttpHead head, int status, String method) {
        boolean never = status < 200 || status == 204 || status == 304 || method.equals("HEAD");
        return never ? Optional.of(NONE) : of(head, UNTIL_CLOSE);
    }

    private static Optional<HttpBody> of(HttpHead head, HttpBody unstated) {
        List<String> codings = head.elements("transfer-encoding");
        if (!codings.isEmpty()) {
            // Where both are there, Transfer-Encoding wins over Content-Length.
            return Optional.of(codings.get(codings.size() - 1).equals("chunked") ? CHUNKED : UNTIL_CLOSE);
        }
        List<String> lengths = head.elements("content-length");
        if (lengths.isEmpty()) {
            return Optional.of(unstated);
        }
        String digits = lengths.get(0);
        boolean agreed = lengths.stream().allMatch(digits::equals);
        return agreed && number(digits)
                ? Optional.of(new HttpBody(Kind.COUNTED, Long.parseLong(digits)))
                : Optional.empty();
    }

    private static boolean number(String digits) {
        boolean sound = !digits.isEmpty() && digits.length() <= MOST_DIGITS;
        for (int at = 0; sound && at < digits.length(); at++) {
            sound = digits.charAt(at) >= '0' && digits.charAt(at) <= '9';
        }
        return sound;
    }
}
