// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.head;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a request until it is answered.
 *
 * @param path without query and fragment; null where the request was not seen
 * @param credentials whether it carried anything that could let its sender in, a cookie among them
 * @param whole whether all its fields could be read
 * @param blind whether a probe asked, which does not know that the service has what it asks for
 */
public record HttpAsked(String method, @Nullable String path, boolean credentials, boolean whole, boolean blind) {
    /** A request that was not seen. */
    public static final HttpAsked UNSEEN = new HttpAsked("GET", null, false, false);

    /** A request of somebody who knows the service. */
    public HttpAsked(String method, @Nullable String path, boolean credentials, boolean whole) {
        this(method, path, credentials, whole, false);
    }

    /** A request of a probe, which never carries credentials. */
    public static HttpAsked byProbe(String method, String path) {
        return new HttpAsked(method, path, false, true, true);
    }

    /** How its sender was let in where it was: none or given; null where it may have sent what could not be read. */
    public @Nullable String authentication() {
        return credentials ? "given" : whole ? "none" : null;
    }

    /** The path of a request's target in any of its forms (RFC 9112 section 3.2). */
    public static String path(String target) {
        int from = 0;
        if (!target.startsWith("/")) {
            int authority = target.indexOf("://");
            int slash = authority < 0 ? -1 : target.indexOf('/', authority + "://".length());
            if (slash < 0) {
                return authority < 0 ? target : "/";
            }
            from = slash;
        }
        int end = target.length();
        int query = target.indexOf('?', from);
        end = query < 0 ? end : query;
        return from == 0 && end == target.length() ? target : target.substring(from, end);
    }
}
