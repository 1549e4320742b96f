// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import static io.netgrade.wire.BerOctets.integer;
import static io.netgrade.wire.BerOctets.value;

import io.netgrade.wire.Ber;
import java.nio.charset.StandardCharsets;

/** Builds the two messages that netgrade sends. */
final class SnmpRequest {
    private static final int LARGEST_ANSWER = 65_507;
    private static final int USER_MODEL = 3;
    private static final int REPORTABLE = 0x04;
    private static final int NULL = 0x05;

    private SnmpRequest() {}

    /** The question that makes an engine name itself: no user, no engine, reportable (RFC 3414 §4). */
    static byte[] discovery(int messageId) {
        byte[] header = value(
                Ber.SEQUENCE,
                integer(messageId),
                integer(LARGEST_ANSWER),
                value(Ber.OCTET_STRING, new byte[] {REPORTABLE}),
                integer(USER_MODEL));
        byte[] nothing = value(Ber.OCTET_STRING);
        byte[] security = value(Ber.SEQUENCE, nothing, integer(0), integer(0), nothing, nothing, nothing);
        byte[] scoped = value(Ber.SEQUENCE, nothing, nothing, get(messageId));
        return value(Ber.SEQUENCE, integer(SnmpMessage.V3), header, value(Ber.OCTET_STRING, security), scoped);
    }

    /** GET of sysDescr.0 in v1 or v2c. */
    static byte[] systemDescription(int version, String community, int requestId) {
        byte[] binding = value(Ber.SEQUENCE, value(Ber.OBJECT_IDENTIFIER, SystemDescription.OBJECT), value(NULL));
        return value(
                Ber.SEQUENCE,
                integer(version),
                value(Ber.OCTET_STRING, community.getBytes(StandardCharsets.UTF_8)),
                get(requestId, binding));
    }

    private static byte[] get(int requestId, byte[]... bindings) {
        return value(SnmpMessage.GET, integer(requestId), integer(0), integer(0), value(Ber.SEQUENCE, bindings));
    }
}
