// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.protocol.http.carried.CarriedFacts;
import java.util.List;

/** What profiles can ask of an HTTP service. */
final class HttpChecks {
    private static final FieldCheck LOGIN =
            FieldCheck.of("http.login", "How the page at / wants a login.", HttpFacts.LOGIN, "kinds");

    static final List<Check> ALL = List.of(
            LOGIN,
            FieldCheck.of(
                            "http.login-in-clear",
                            "How the page at / wants a login where nothing encrypts it.",
                            HttpFacts.LOGIN,
                            "kinds")
                    .inClear(),
            FieldCheck.of(
                            "http.redirect-to-https",
                            "Whether / asked in clear is redirected to HTTPS.",
                            HttpFacts.REDIRECT,
                            "to-https")
                    .inClear(),
            FieldCheck.of(
                            "http.strict-transport-security",
                            "The max-age of HSTS in seconds (RFC 6797).",
                            HttpFacts.STRICT_TRANSPORT_SECURITY,
                            "max-age")
                    .encryptedInCaptures(),
            FieldCheck.of("http.method", "The methods that / allows.", HttpFacts.METHODS, "methods"),
            FieldCheck.of(
                    "http.cookie-secure", "Whether cookies have the Secure attribute.", HttpFacts.COOKIE, "secure"),
            FieldCheck.of(
                    "http.cookie-http-only",
                    "Whether cookies have the HttpOnly attribute.",
                    HttpFacts.COOKIE,
                    "http-only"),
            FieldCheck.of(
                    "http.directory-listing", "Whether / lists a directory.", HttpFacts.DIRECTORY_LISTING, "present"),
            FieldCheck.of(
                            "http.credentials-in-clear",
                            "The class of credentials that requests carry where nothing encrypts them.",
                            HttpFacts.CREDENTIALS_IN_CLEAR,
                            "class")
                    .inClear(),
            FieldCheck.of(
                    "http.upgrade", "The protocols that connections are handed to.", HttpFacts.UPGRADE, "protocol"),
            FieldCheck.of(
                    "http.tunnel-authentication",
                    "Whether tunnels to anywhere are given to anybody.",
                    HttpFacts.TUNNEL,
                    "authentication"),
            FieldCheck.of(
                            "http.http2-in-clear",
                            "Whether HTTP/2 is spoken where nothing encrypts it.",
                            HttpFacts.HTTP_2,
                            "began")
                    .inClear(),
            FieldCheck.of(
                    "http.media-label",
                    "Whether a media file that is declared to be generated has the label of GB 45438.",
                    HttpFacts.MEDIA_LABEL,
                    "present"),
            FieldCheck.of(
                    "http.media-label-form",
                    "Whether that label has what GB 45438 wants.",
                    HttpFacts.MEDIA_LABEL,
                    "well-formed"),
            FieldCheck.of("http.console", "What kind of device is managed here.", HttpFacts.CONSOLE, "kind"),
            FieldCheck.of(
                            "http.console-in-clear",
                            "What kind of device is managed where nothing encrypts it.",
                            HttpFacts.CONSOLE,
                            "kind")
                    .inClear(),
            FieldCheck.of(
                    "http.protective-fields",
                    "The fields that tell a browser to be careful.",
                    HttpFacts.PROTECTIVE_FIELDS,
                    "fields"),
            FieldCheck.of(
                    "http.application-authentication",
                    "Whether an application that manages other machines' work is open to anybody.",
                    CarriedFacts.APPLICATION,
                    "authentication"),
            FieldCheck.of(
                    "http.exposed",
                    "What is given to anybody that nobody should be given.",
                    CarriedFacts.EXPOSED,
                    "resource"),
            FieldCheck.of(
                    "http.rest-api-authentication",
                    "Whether a device's REST interface is open to anybody.",
                    CarriedFacts.REST_API,
                    "authentication"),
            FieldCheck.of(
                            "http.rest-api-in-clear",
                            "Whether a device's REST interface is used where nothing encrypts it.",
                            CarriedFacts.REST_API,
                            "kind")
                    .inClear());

    private HttpChecks() {}
}
