// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One extension of a hello, its body copied out (RFC 8446 §4.2). */
@SuppressWarnings("ArrayRecordComponent") // the array is its own, and it is never compared
record TlsExtension(int type, byte[] body) {
    static final int SERVER_NAME = 0;
    static final int STATUS_REQUEST = 5;
    static final int SUPPORTED_GROUPS = 10;
    static final int EC_POINT_FORMATS = 11;
    static final int SIGNATURE_ALGORITHMS = 13;
    static final int ALPN = 16;
    /** signed_certificate_timestamp (RFC 6962 §3.3.1). */
    static final int TIMESTAMPS = 18;

    static final int ENCRYPT_THEN_MAC = 22;
    static final int EXTENDED_MASTER_SECRET = 23;
    static final int SESSION_TICKET = 35;
    static final int PRE_SHARED_KEY = 41;
    static final int EARLY_DATA = 42;
    static final int SUPPORTED_VERSIONS = 43;
    static final int COOKIE = 44;
    static final int PSK_KEY_EXCHANGE_MODES = 45;
    static final int SIGNATURE_ALGORITHMS_CERT = 50;
    static final int KEY_SHARE = 51;
    /** RFC 9849; those who have no key for it send the same in random (GREASE). */
    static final int ENCRYPTED_CLIENT_HELLO = 0xFE0D;

    static final int RENEGOTIATION_INFO = 0xFF01;

    static TlsExtension of(int type, Consumer<TlsWriter> body) {
        return new TlsExtension(type, TlsWriter.written(body));
    }

    /** The extensions that end a hello; none where the hello ends before them. Breaks the hello where they are broken. */
    static List<TlsExtension> readAll(ByteCursor hello) {
        ByteCursor block = hello.remaining() == 0 ? hello : hello.sub(hello.u16());
        List<TlsExtension> all = readWhole(block);
        if (!block.intact()) {
            hello.skip(-1);
        }
        return all;
    }

    /** The same, for a hello of which as much is wanted as can be read. */
    static List<TlsExtension> readReadable(ByteCursor hello) {
        return hello.remaining() < 2 ? List.of() : readWhole(hello.sub(Math.min(hello.u16(), hello.remaining())));
    }

    private static List<TlsExtension> readWhole(ByteCursor block) {
        List<TlsExtension> all = new ArrayList<>();
        while (block.remaining() > 0) {
            int type = block.u16();
            byte[] body = block.bytes(block.u16());
            if (block.intact()) {
                all.add(new TlsExtension(type, body));
            }
        }
        return all;
    }

    static Optional<TlsExtension> find(List<TlsExtension> all, int type) {
        for (TlsExtension extension : all) {
            if (extension.type == type) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }

    static boolean has(List<TlsExtension> all, int type) {
        return find(all, type).isPresent();
    }

    ByteCursor cursor() {
        return ByteCursor.of(ByteView.of(body));
    }

    /** The numbers of a vector of 16-bit numbers, as far as they go. */
    static List<Integer> u16s(ByteCursor vector) {
        List<Integer> numbers = new ArrayList<>();
        while (vector.remaining() >= 2) {
            numbers.add(vector.u16());
        }
        return numbers;
    }

    /** The numbers of a vector of bytes. */
    static List<Integer> u8s(ByteCursor vector) {
        List<Integer> numbers = new ArrayList<>();
        while (vector.remaining() >= 1) {
            numbers.add(vector.u8());
        }
        return numbers;
    }
}
