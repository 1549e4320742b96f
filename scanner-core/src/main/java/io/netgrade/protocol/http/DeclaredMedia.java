// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import io.netgrade.endpoint.Endpoint;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * A media file that the operator declares to be generated, so that it must be labelled.
 *
 * @param insideTls whether its URL is of https
 * @param address in the text form of {@link Endpoint}
 * @param target path and query
 */
public record DeclaredMedia(boolean insideTls, String address, int port, String target) {
    private static final int LONGEST = 1024;

    /**
     * Reads a URL with an address for its host: names are resolved by whoever declares it.
     *
     * @throws IllegalArgumentException where it is none; the message says what is wrong
     */
    public static DeclaredMedia of(String url, InetAddress address) {
        URI uri = uri(url);
        boolean tls = "https".equals(uri.getScheme());
        int port = uri.getPort() < 0 ? tls ? 443 : 80 : uri.getPort();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        return new DeclaredMedia(tls, Endpoint.text(address), port, target);
    }

    /** The host of such a URL, without the brackets of IPv6. */
    public static String host(String url) {
        return uri(url).getHost().replace("[", "").replace("]", "");
    }

    /** The targets that are to be asked for at an endpoint. */
    static List<String> at(List<DeclaredMedia> all, Endpoint endpoint, boolean insideTls) {
        return all.stream()
                .filter(one -> one.insideTls == insideTls
                        && one.port == endpoint.port()
                        && one.address.equals(Endpoint.text(endpoint.address())))
                .map(DeclaredMedia::target)
                .toList();
    }

    private static URI uri(String url) {
        try {
            URI uri = new URI(url);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!http || uri.getHost() == null || uri.getRawUserInfo() != null || url.length() > LONGEST) {
                throw new IllegalArgumentException(url + ": no http or https URL with a host and without a user");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(url + ": no URL: " + e.getReason(), e);
        }
    }
}
