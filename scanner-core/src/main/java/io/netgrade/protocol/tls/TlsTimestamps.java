// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.wire.ByteCursor;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;

/**
 * Signed certificate timestamps (RFC 6962 §3.3), each encoded: in the server's own certificate, in an extension of the
 * handshake, or in the stapled answer of the authority.
 */
record TlsTimestamps(List<byte[]> inCertificate, List<byte[]> inExtension, List<byte[]> inStaple) {
    static final String IN_CERTIFICATE = "1.3.6.1.4.1.11129.2.4.2";
    private static final int OCTET_STRING = 4;

    static TlsTimestamps of(List<byte[]> chain, List<byte[]> inExtension, List<byte[]> inStaple) {
        List<byte[]> inside = chain.isEmpty()
                ? List.of()
                : TlsCertificate.of(chain.get(0))
                        .extension(IN_CERTIFICATE)
                        .map(TlsTimestamps::enclosed)
                        .orElse(List.of());
        return new TlsTimestamps(inside, inExtension, inStaple);
    }

    int count() {
        return inCertificate.size() + inExtension.size() + inStaple.size();
    }

    /** Those that an OCTET STRING holds, as X.509 and OCSP wrap them. */
    static List<byte[]> enclosed(byte[] octets) {
        return Der.firstByte(octets) == OCTET_STRING ? list(Der.content(octets)) : List.of();
    }

    /** The whole ones of a SignedCertificateTimestampList; none where its lengths do not add up. */
    static List<byte[]> list(byte[] encoded) {
        ByteCursor all = ByteCursor.of(ByteView.of(encoded));
        ByteCursor left = all.sub(all.u16());
        List<byte[]> whole = new ArrayList<>();
        while (left.remaining() > 0 && left.intact()) {
            byte[] one = left.bytes(left.u16());
            if (left.intact() && one.length > 0) {
                whole.add(one);
            }
        }
        return all.intact() && left.intact() ? List.copyOf(whole) : List.of();
    }
}
