// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.head;

import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The header fields that netgrade looks at; all others are passed over without a copy. Those of HTTP/2 that stand for a
 * start line (RFC 9113 section 8.3) are among them.
 */
public final class HttpFieldNames {
    private static final String[] NAMES = {
        ":method",
        ":path",
        ":status",
        "allow",
        "api-version",
        "authorization",
        "connection",
        "content-encoding",
        "content-length",
        "content-type",
        "cookie",
        "docker-experimental",
        "grpc-status",
        "location",
        "ostype",
        "proxy-authenticate",
        "proxy-authorization",
        "refresh",
        "server",
        "set-cookie",
        "strict-transport-security",
        "transfer-encoding",
        "upgrade",
        "www-authenticate",
        "x-api-key",
        "x-auth-token",
        "x-consul-default-acl-policy",
        "x-consul-index",
        "x-elastic-product",
        "x-etcd-cluster-id",
        "x-jenkins",
        "x-nomad-index",
        "x-powered-by",
        "alt-svc",
        "content-security-policy",
        "referrer-policy",
        "x-content-type-options",
        "x-frame-options",
        "password",
    };

    /** Lengths of names, 0 to this. */
    private static final int LONGEST = 40;
    /** By length and the last five bits of the first letter. */
    private static final Entry[][] TABLE = table();

    private HttpFieldNames() {}

    private static final class Entry {
        private final String name;
        private final byte[] bytes;

        Entry(String name) {
            this.name = name;
            this.bytes = name.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** The name that stands in the bytes, in either case, as a constant in lower case; null where it is none of ours. */
    public static @Nullable String at(ByteView bytes, int at, int length) {
        if (length <= 0 || length > LONGEST) {
            return null;
        }
        for (Entry entry : TABLE[slot(length, bytes.u8(at))]) {
            if (bytes.holdsWord(at, entry.bytes)) {
                return entry.name;
            }
        }
        return null;
    }

    /** The same for a name in lower case. */
    public static @Nullable String of(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return null;
        }
        for (Entry entry : TABLE[slot(name.length(), name.charAt(0))]) {
            if (entry.name.equals(name)) {
                return entry.name;
            }
        }
        return null;
    }

    private static int slot(int length, int letter) {
        return (length << 5) | (letter & 0x1F);
    }

    private static Entry[][] table() {
        Map<Integer, Integer> sizes = new TreeMap<>();
        for (String name : NAMES) {
            sizes.merge(slot(name.length(), name.charAt(0)), 1, Integer::sum);
        }
        Entry[][] table = new Entry[(LONGEST + 1) << 5][];
        for (int slot = 0; slot < table.length; slot++) {
            table[slot] = new Entry[sizes.getOrDefault(slot, 0)];
        }
        for (String name : NAMES) {
            int slot = slot(name.length(), name.charAt(0));
            int left = sizes.merge(slot, -1, Integer::sum);
            table[slot][left] = new Entry(name);
        }
        return table;
    }
}
