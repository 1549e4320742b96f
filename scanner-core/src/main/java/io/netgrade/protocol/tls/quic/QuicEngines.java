// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls.quic;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/** The machines that {@link QuicKeys} reckons with, made once for each thread: looking them up costs more than their use. */
final class QuicEngines {
    static final String AES = "AES";
    static final String MAC = "HmacSHA256";

    private static final ThreadLocal<QuicEngines> OWN = ThreadLocal.withInitial(QuicEngines::new);

    /** HMAC with SHA-256. */
    final Mac mac;
    /** AES by itself, for the mask of a header. */
    final Cipher block;
    /** AES with GCM. */
    final Cipher sealed;

    private QuicEngines() {
        try {
            mac = Mac.getInstance(MAC);
            block = Cipher.getInstance("AES/ECB/NoPadding");
            sealed = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has AES, its GCM, and HMAC with SHA-256", e);
        }
    }

    /** Those of the thread that asks. */
    static QuicEngines own() {
        return OWN.get();
    }
}
