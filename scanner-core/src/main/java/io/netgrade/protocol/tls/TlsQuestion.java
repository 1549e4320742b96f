// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One hello to be sent: a version, and what is offered in it.
 *
 * @param about names the attempt in the evidence, such as {@code tls.suites-1.2}
 * @param version the only one offered
 * @param suites in our order; cipher kinds for SSLv2
 * @param groups offered in supported_groups
 * @param schemes offered in signature_algorithms
 * @param shares keys for TLS 1.3; none asks the server to name its group by a HelloRetryRequest
 */
record TlsQuestion(
        String about,
        int version,
        List<Integer> suites,
        List<Integer> groups,
        List<Integer> schemes,
        List<TlsKeyShare> shares) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int DEFLATE = 1;
    private static final int LZS = 64;
    private static final int HOST_NAME = 0;

    TlsQuestion {
        suites = List.copyOf(suites);
        groups = List.copyOf(groups);
        schemes = List.copyOf(schemes);
        shares = List.copyOf(shares);
    }

    /** Everything that there is to offer in a version. */
    static TlsQuestion all(String about, int version) {
        boolean is13 = version == TlsVersion.TLS_1_3;
        return new TlsQuestion(
                about,
                version,
                version == TlsVersion.SSL_2 ? TlsSuite.offerableInSsl2() : TlsSuite.offerable(version),
                TlsNames.GROUPS.numbers(is13 ? TlsQuestion::isGroup : TlsQuestion::isCurve),
                TlsNames.SIGNATURE_SCHEMES.numbers(scheme -> true),
                List.of());
    }

    TlsQuestion offering(List<Integer> otherSuites) {
        return new TlsQuestion(about, version, otherSuites, groups, schemes, shares);
    }

    TlsQuestion inGroups(List<Integer> otherGroups) {
        return new TlsQuestion(about, version, suites, otherGroups, schemes, shares);
    }

    TlsQuestion signedBy(List<Integer> otherSchemes) {
        return new TlsQuestion(about, version, suites, groups, otherSchemes, shares);
    }

    TlsQuestion withShares(List<TlsKeyShare> otherShares) {
        return new TlsQuestion(about, version, suites, groups, schemes, otherShares);
    }

    TlsQuestion about(String other) {
        return new TlsQuestion(other, version, suites, groups, schemes, shares);
    }

    /** The hello with a fresh random. */
    TlsClientHello hello(Optional<String> serverName) {
        boolean is13 = version == TlsVersion.TLS_1_3;
        List<Integer> offered = new ArrayList<>(suites);
        if (!is13) {
            offered.add(TlsSuite.RENEGOTIATION_SIGNAL);
        }
        return new TlsClientHello(
                Math.min(version, TlsVersion.TLS_1_2),
                random(32),
                is13 ? random(32) : new byte[0],
                offered,
                is13 ? List.of(0) : List.of(DEFLATE, LZS, 0),
                extensions(serverName));
    }

    /** The record version that goes with it: the lowest that a server may know (RFC 8446 §5.1). */
    int recordVersion() {
        return Math.min(version, TlsVersion.TLS_1_0);
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private List<TlsExtension> extensions(Optional<String> serverName) {
        List<TlsExtension> all = new ArrayList<>();
        if (version == TlsVersion.SSL_3) {
            return all;
        }
        serverName.ifPresent(name -> all.add(serverName(name)));
        all.add(TlsExtension.of(TlsExtension.SUPPORTED_GROUPS, body -> body.vector16(list -> list.u16s(groups))));
        all.add(TlsExtension.of(TlsExtension.SIGNATURE_ALGORITHMS, body -> body.vector16(list -> list.u16s(schemes))));
        if (version == TlsVersion.TLS_1_3) {
            all.add(TlsExtension.of(TlsExtension.SUPPORTED_VERSIONS, body -> body.vector8(list -> list.u16(version))));
            all.add(TlsExtension.of(TlsExtension.KEY_SHARE, body -> body.vector16(this::writeShares)));
        } else {
            all.add(TlsExtension.of(TlsExtension.EC_POINT_FORMATS, body -> body.vector8(list -> list.u8(0))));
            all.add(TlsExtension.of(TlsExtension.ENCRYPT_THEN_MAC, body -> {}));
            all.add(TlsExtension.of(TlsExtension.EXTENDED_MASTER_SECRET, body -> {}));
        }
        return all;
    }

    private void writeShares(TlsWriter list) {
        shares.forEach(share -> list.u16(share.group()).vector16(value -> value.bytes(share.publicValue())));
    }

    private static TlsExtension serverName(String name) {
        byte[] bytes = name.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return TlsExtension.of(
                TlsExtension.SERVER_NAME,
                body -> body.vector16(list -> list.u8(HOST_NAME).vector16(host -> host.bytes(bytes))));
    }

    private static boolean isGroup(int number) {
        return number < 0xFF00;
    }

    /** The elliptic curves: what ECDHE can choose from up to TLS 1.2. */
    private static boolean isCurve(int number) {
        return number < 0x0100;
    }
}
