// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.FactType;
import io.netgrade.protocol.http.carried.CarriedFacts;
import java.util.List;

/** What netgrade can say of an HTTP service. A probe asks for one page: {@code /} of the default host. */
public final class HttpFacts {
    public static final FactType RESPONSE = FactType.of(
                    "http.response", "The head of one response; from a probe, of the answer to GET /.")
            .number("status", "the status code (RFC 9110 §15)")
            .text("server", "the Server field (RFC 9110 §10.2.4)")
            .text("powered-by", "the X-Powered-By field")
            .text(
                    "location",
                    "of a redirect, the Location field (RFC 9110 §10.2.2) without query, fragment and what may name a"
                            + " person");

    public static final FactType LOGIN = FactType.of(
                    "http.login",
                    "How the page asked for (from a probe: /, and no redirect followed) wants a login. A page that"
                            + " wants none is partial, as others may; complete where / wants one, or leads to HTTPS.")
            .names(
                    "kinds",
                    "authentication schemes in lower case (basic digest bearer negotiate ntlm …, RFC 9110 §11.6.1), and"
                            + " form for an HTML password input; empty where no login is asked for");

    public static final FactType REDIRECT = FactType.of(
                    "http.redirect", "Whether / asked in clear is redirected to HTTPS (RFC 9110 §15.4).")
            .flag("to-https", "whether the status is 3xx and Location is an https URL")
            .text("location", "the Location field without query and fragment");

    public static final FactType STRICT_TRANSPORT_SECURITY = FactType.of(
                    "http.strict-transport-security", "Whether HSTS was stated inside TLS (RFC 6797 §6.1).")
            .flag("present", "whether a valid Strict-Transport-Security field was there")
            .number("max-age", "in seconds; 0 where absent")
            .flag("include-subdomains", "whether it covers subdomains too");

    public static final FactType METHODS = FactType.of(
                    "http.methods-allowed", "The methods of an Allow field; from a probe, of the answer to OPTIONS /.")
            .names("methods", "as written, in the server's order (RFC 9110 §10.2.1)");

    public static final FactType COOKIE = FactType.of(
                    "http.cookie", "One cookie that a response set (RFC 6265 §4.1); never its value.")
            .text("name", "the cookie's name")
            .flag("secure", "whether it has the Secure attribute")
            .flag("http-only", "whether it has the HttpOnly attribute")
            .text("same-site", "strict, lax or none; absent where not stated");

    public static final FactType DIRECTORY_LISTING = FactType.of(
                    "http.directory-listing", "Whether a page is a listing of a directory, by its title.")
            .flag("present", "whether it is");

    public static final FactType CREDENTIALS_IN_CLEAR = FactType.of(
                    "http.credentials-in-clear", "A request carried credentials that a capture could read.")
            .text(
                    "class",
                    "basic, digest, ntlm, bearer, token (an API's own field), password (a field of that name, as gNMI"
                            + " has) or form (what is named like a password in a form); never the secret");

    public static final FactType UPGRADE = FactType.of(
                    "http.upgrade", "A connection was handed to another protocol (RFC 9110 section 7.8).")
            .text("protocol", "in lower case, such as websocket or h2c");

    public static final FactType TUNNEL = FactType.of(
                    "http.tunnel", "A client asked for a tunnel to anywhere, by CONNECT (RFC 9110 section 9.3.6).")
            .flag("granted", "whether it was given one")
            .text(
                    "authentication",
                    "none where it sent no credentials and was given one, given where it sent some, required where it"
                            + " was refused for want of them");

    public static final FactType HTTP_2 = FactType.of("http.http2", "A connection spoke HTTP/2 (RFC 9113) in clear.")
            .text("began", "prior-knowledge where its first bytes are the preface, or upgrade; absent where not seen");

    public static final FactType CONSOLE = FactType.of(
                    "http.console", "The page at / is the console by which a device is managed; a probe tells.")
            .text("kind", "router, switch, firewall, vpn-gateway, server-management, pbx, olt, cpe, camera, ups …")
            .text("vendor", "as it is usually called")
            .text("product", "the product or its line");

    public static final FactType MEDIA_LABEL = FactType.of(
                    "http.media-label",
                    "The implicit label of a media file that is declared to be generated (GB 45438-2025 annex E).")
            .text("container", "png, jpeg, wav or mp4; empty for another")
            .flag("present", "whether its metadata has the field AIGC")
            .text("label", "1 generated, 2 possibly, 3 suspected")
            .flag("well-formed", "whether a producer's mandatory members are there, in the characters they may have")
            .names("members", "the names of its members, sorted; never their values");

    public static final FactType TITLE = FactType.of(
                    "http.title", "The title of the page at /, for which anybody may ask; a probe tells.")
            .text("title", "its first 64 characters");

    public static final FactType PROTECTIVE_FIELDS = FactType.of(
                    "http.protective-fields",
                    "Those fields of the page at / that tell a browser to be careful; a probe tells.")
            .names(
                    "fields",
                    "of content-security-policy, referrer-policy, x-content-type-options and x-frame-options those"
                            + " that are there");

    public static final FactType ALTERNATIVE_SERVICES = FactType.of(
                    "http.alternative-services",
                    "Where else the answer to GET / says that the same is served (Alt-Svc, RFC 7838 3); a probe tells.")
            .names("services", "protocol and authority, such as h3=:443");

    private static final List<FactType> ALL = List.of(
            RESPONSE,
            LOGIN,
            REDIRECT,
            STRICT_TRANSPORT_SECURITY,
            METHODS,
            COOKIE,
            DIRECTORY_LISTING,
            CREDENTIALS_IN_CLEAR,
            UPGRADE,
            TUNNEL,
            HTTP_2,
            CONSOLE,
            TITLE,
            MEDIA_LABEL,
            PROTECTIVE_FIELDS,
            ALTERNATIVE_SERVICES,
            CarriedFacts.APPLICATION,
            CarriedFacts.EXPOSED,
            CarriedFacts.REST_API,
            CommonFacts.SOFTWARE);

    private HttpFacts() {}

    public static List<FactType> all() {
        return ALL;
    }
}
