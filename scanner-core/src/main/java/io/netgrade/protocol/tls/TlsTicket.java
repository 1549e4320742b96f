// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A session of TLS 1.3 that a server may resume (RFC 8446 §4.6.1), and how a hello offers it. */
final class TlsTicket {
    private final int suite;
    private final byte[] identity;
    private final byte[] key;
    private final long ageAdd;

    /**
     * @param suite of the session, of which the hash is the key's
     * @param identity the ticket itself
     * @param key the pre-shared key that goes with it
     * @param ageAdd what hides its age, which is said to be none: it is offered at once, and an age is looked at where early
     *     data comes with it (RFC 8446 §8.3), as none does here
     */
    TlsTicket(int suite, byte[] identity, byte[] key, long ageAdd) {
        this.suite = suite;
        this.identity = identity.clone();
        this.key = key.clone();
        this.ageAdd = ageAdd;
    }

    /** The suite of the session. */
    int suite() {
        return suite;
    }

    byte[] key() {
        return key.clone();
    }

    /** The hello with pre_shared_key as its last extension, bound by a MAC over all before the binders (RFC 8446 §4.2.11). */
    TlsClientHello offeredIn(TlsClientHello hello) {
        TlsKeySchedule schedule = TlsKeySchedule.of(suite).orElseThrow();
        int length = schedule.hashLength();
        byte[] unbound = with(hello, new byte[length]).encode();
        byte[] before = Arrays.copyOf(unbound, unbound.length - (Short.BYTES + 1 + length));
        return with(hello, schedule.binder(key, before));
    }

    private TlsClientHello with(TlsClientHello hello, byte[] binder) {
        List<TlsExtension> extensions = new ArrayList<>(hello.extensions());
        extensions.add(TlsExtension.of(
                TlsExtension.PRE_SHARED_KEY,
                body -> body.vector16(identities -> identities
                                .vector16(one -> one.bytes(identity))
                                .u16((int) (ageAdd >>> 16))
                                .u16((int) ageAdd))
                        .vector16(binders -> binders.vector8(one -> one.bytes(binder)))));
        return new TlsClientHello(
                hello.version(), hello.random(), hello.session(), hello.suites(), hello.compressions(), extensions);
    }
}
