// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

/**
 * Protocols that share the records of TLS on a stream, and what tells one from another.
 *
 * @param major the first byte of the version in records and hellos
 * @param words the facts that it states
 */
record TlsFamily(TlsCarrier carrier, int major, int firstMinor, int lastMinor, TlsVocabulary words) {
    /** GB/T 38636-2020: version 1.1 in each record and in both hellos. */
    static final TlsFamily TLCP = new TlsFamily(TlsCarrier.TLCP, 1, 1, 1, TlsVocabulary.of("tlcp", TlsCarrier.TLCP));
    /** SSLv3 to TLS 1.3. */
    static final TlsFamily TLS = new TlsFamily(TlsCarrier.TLS, 3, 0, 4, TlsVocabulary.OF_TLS);

    /** The drafts of TLS 1.3 had this in the server's hello. */
    private static final int DRAFTS = 0x7F;

    boolean isTls() {
        return carrier == TlsCarrier.TLS;
    }

    /** Whether a record's header can bear that version. */
    boolean hasRecords(int version) {
        int minor = version & 0xFF;
        return version >> 8 == major && minor >= firstMinor && minor <= lastMinor;
    }

    /** A version that fits, for a header that is not whole yet. */
    int sample() {
        return major << 8 | lastMinor;
    }

    /** Whether a hello can bear a version that begins so. */
    boolean hasHellos(int majorVersion) {
        return majorVersion == major || (isTls() && majorVersion == DRAFTS);
    }

    /** Whether a hello can bear that version. */
    boolean hasHellos(int majorVersion, int minorVersion) {
        return majorVersion == DRAFTS
                ? isTls()
                : majorVersion == major && minorVersion >= firstMinor && minorVersion <= lastMinor;
    }
}
