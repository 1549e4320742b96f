// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.openvpn;

import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteCursor;
import java.util.Locale;

/** The version and the suite in a ServerHello at the beginning of a TLS record (RFC 8446 §4.1.3). */
final class OpenvpnTls {
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int RANDOM = 32;

    private OpenvpnTls() {}

    /** States it, where the packet holds it whole. */
    static boolean read(ByteCursor record, ObservationSink sink) {
        if (record.u8() != HANDSHAKE) {
            return false;
        }
        record.skip(4);
        int type = record.u8();
        ByteCursor hello = record.sub(record.u24());
        int version = hello.u16();
        hello.skip(RANDOM);
        int session = hello.u8();
        hello.skip(session);
        int suite = hello.u16();
        hello.skip(1);
        if (type != SERVER_HELLO || !hello.intact()) {
            return false;
        }
        int chosen = version(hello, version);
        sink.saw(OpenvpnFacts.TLS.partial(name(chosen), String.format(Locale.ROOT, "0x%04X", suite)));
        return true;
    }

    private static int version(ByteCursor hello, int legacy) {
        int version = legacy;
        hello.skip(hello.remaining() >= 2 ? 2 : 0);
        while (hello.remaining() >= 4) {
            int type = hello.u16();
            ByteCursor value = hello.sub(hello.u16());
            version = type == SUPPORTED_VERSIONS && value.remaining() == 2 ? value.u16() : version;
        }
        return version;
    }

    private static String name(int version) {
        return switch (version) {
            case 0x0300 -> "SSLv3";
            case 0x0301 -> "TLSv1.0";
            case 0x0302 -> "TLSv1.1";
            case 0x0303 -> "TLSv1.2";
            case 0x0304 -> "TLSv1.3";
            default -> String.format(Locale.ROOT, "0x%04X", version);
        };
    }
}
