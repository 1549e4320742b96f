// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.util.List;

/**
 * Signed certificate timestamps (RFC 6962 §3.3): in the server's own certificate, in an extension of the handshake, or in
 * the stapled answer of the authority. Only counted: the keys of the logs are not known here.
 */
record TlsTimestamps(int inCertificate, int inExtension, int inStaple) {
    private static final String IN_CERTIFICATE = "1.3.6.1.4.1.11129.2.4.2";
    private static final int OCTET_STRING = 4;

    static TlsTimestamps of(List<byte[]> chain, int inExtension, int inStaple) {
        int inside = chain.isEmpty()
                ? 0
                : TlsCertificate.of(chain.get(0))
                        .extension(IN_CERTIFICATE)
                        .map(TlsTimestamps::enclosed)
                        .orElse(0);
        return new TlsTimestamps(inside, inExtension, inStaple);
    }

    /** How many an OCTET STRING holds, as X.509 and OCSP wrap them. */
    static int enclosed(byte[] octets) {
        return Der.firstByte(octets) == OCTET_STRING ? count(Der.content(octets)) : 0;
    }

    /** How many whole ones a SignedCertificateTimestampList holds; none where its lengths do not add up. */
    static int count(byte[] list) {
        ByteCursor all = ByteCursor.of(ByteView.of(list));
        ByteCursor left = all.sub(all.u16());
        int count = 0;
        while (left.remaining() > 0 && left.intact()) {
            int length = left.u16();
            left.skip(length);
            count += left.intact() && length > 0 ? 1 : 0;
        }
        return all.intact() && left.intact() ? count : 0;
    }
}
