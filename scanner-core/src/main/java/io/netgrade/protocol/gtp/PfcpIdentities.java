// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.gtp;

import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** The User ID of a session request (TS 29.244 8.2.101): flags, then a length and an identity for each. */
final class PfcpIdentities {
    private static final String[] KINDS = {"imsi", "imei", "msisdn", "nai", "supi", "gpsi", "pei"};
    private static final int PACKED = 3;

    private final SubscriberIdentities stated;

    PfcpIdentities(Said said) {
        stated = new SubscriberIdentities(PfcpFacts.SUBSCRIBER, said);
    }

    void read(ByteView bytes, int from, int end) {
        int flags = bytes.u8(from);
        int at = from + 1;
        for (int kind = 0; kind < KINDS.length && at < end; kind++) {
            if ((flags & 1 << kind) != 0) {
                int to = at + 1 + bytes.u8(at);
                if (to > end) {
                    return;
                }
                if (kind < PACKED) {
                    stated.digits(bytes, at + 1, to, KINDS[kind]);
                } else {
                    stated.state(KINDS[kind], to - at - 1);
                }
                at = to;
            }
        }
    }
}
