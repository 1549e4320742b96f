// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One hello to be sent: a version, and what is offered in it.
 *
 * @param about names the attempt in the evidence, such as {@code tls.suites-1.2}
 * @param version the only one offered
 * @param suites in our order; cipher kinds for SSLv2
 * @param groups offered in supported_groups
 * @param schemes offered in signature_algorithms
 * @param shares keys for TLS 1.3; none asks the server to name its group by a HelloRetryRequest
 * @param protocols offered by ALPN; none sends no such extension
 * @param name by which the server is called in this question; empty where it is called as in all others
 * @param aim what is wanted beyond the answer to the hello
 */
record TlsQuestion(
        String about,
        int version,
        List<Integer> suites,
        List<Integer> groups,
        List<Integer> schemes,
        List<TlsKeyShare> shares,
        List<String> protocols,
        Optional<TlsName> name,
        TlsAim aim) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int DEFLATE = 1;
    private static final int LZS = 64;
    private static final int HOST_NAME = 0;
    private static final int OCSP = 1;
    private static final int PSK_WITH_KEY_SHARE = 1;
    private static final List<Integer> ALL_SCHEMES = TlsNames.SIGNATURE_SCHEMES.numbers(scheme -> true);

    TlsQuestion {
        suites = List.copyOf(suites);
        groups = List.copyOf(groups);
        schemes = List.copyOf(schemes);
        shares = List.copyOf(shares);
        protocols = List.copyOf(protocols);
    }

    /** Everything that there is to offer in a version. */
    static TlsQuestion all(String about, int version) {
        boolean is13 = TlsVersion.hasHandshakeOf13(version);
        return new TlsQuestion(
                about,
                version,
                version == TlsVersion.SSL_2 ? TlsSuite.offerableInSsl2() : TlsSuite.offerable(version),
                TlsNames.GROUPS.numbers(is13 ? TlsQuestion::isGroup : TlsQuestion::isCurve),
                TlsNames.SIGNATURE_SCHEMES.numbers(scheme -> true),
                List.of(),
                List.of(),
                Optional.empty(),
                new TlsAim.Answer());
    }

    TlsQuestion offering(List<Integer> otherSuites) {
        return new TlsQuestion(about, version, otherSuites, groups, schemes, shares, protocols, name, aim);
    }

    TlsQuestion inGroups(List<Integer> otherGroups) {
        return new TlsQuestion(about, version, suites, otherGroups, schemes, shares, protocols, name, aim);
    }

    TlsQuestion signedBy(List<Integer> otherSchemes) {
        return new TlsQuestion(about, version, suites, groups, otherSchemes, shares, protocols, name, aim);
    }

    TlsQuestion withShares(List<TlsKeyShare> otherShares) {
        return new TlsQuestion(about, version, suites, groups, schemes, otherShares, protocols, name, aim);
    }

    TlsQuestion about(String other) {
        return new TlsQuestion(other, version, suites, groups, schemes, shares, protocols, name, aim);
    }

    /** The same, with what was not seen to be taken in front: a server that goes by our order takes that next. */
    TlsQuestion withUnseenFirst(Set<Integer> schemesSeen, Set<Integer> curvesSeen) {
        return signedBy(unseenFirst(schemes, schemesSeen)).inGroups(unseenFirst(groups, curvesSeen));
    }

    private static List<Integer> unseenFirst(List<Integer> all, Set<Integer> seen) {
        List<Integer> ordered = new ArrayList<>(all);
        ordered.removeIf(seen::contains);
        all.stream().filter(seen::contains).forEach(ordered::add);
        return ordered;
    }

    TlsQuestion speaking(List<String> otherProtocols) {
        return new TlsQuestion(about, version, suites, groups, schemes, shares, otherProtocols, name, aim);
    }

    TlsQuestion of(TlsName other) {
        return new TlsQuestion(about, version, suites, groups, schemes, shares, protocols, Optional.of(other), aim);
    }

    TlsQuestion aimingAt(TlsAim other) {
        return new TlsQuestion(about, version, suites, groups, schemes, shares, protocols, name, other);
    }

    /** The hello with a fresh random. */
    TlsClientHello hello(Optional<String> serverName) {
        TlsClientHello plain = helloWithoutKey(serverName);
        return aim instanceof TlsAim.Resumption resumption ? resumption.ticket().offeredIn(plain) : plain;
    }

    private TlsClientHello helloWithoutKey(Optional<String> serverName) {
        boolean is13 = TlsVersion.hasHandshakeOf13(version);
        boolean plain = is13 || version == TlsVersion.TLCP_1_1;
        List<Integer> offered = new ArrayList<>(suites);
        if (!plain) {
            offered.add(TlsSuite.RENEGOTIATION_SIGNAL);
        }
        return new TlsClientHello(
                TlsVersion.legacy(version),
                random(32),
                version == TlsVersion.TLS_1_3 ? random(32) : new byte[0],
                offered,
                plain ? List.of(0) : List.of(DEFLATE, LZS, 0),
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
        if (version <= TlsVersion.SSL_3) {
            return all;
        }
        serverName.ifPresent(name -> all.add(serverName(name)));
        all.add(TlsExtension.of(TlsExtension.SUPPORTED_GROUPS, body -> body.vector16(list -> list.u16s(groups))));
        all.add(TlsExtension.of(TlsExtension.SIGNATURE_ALGORITHMS, body -> body.vector16(list -> list.u16s(schemes))));
        all.add(TlsExtension.of(
                TlsExtension.STATUS_REQUEST, body -> body.u8(OCSP).u16(0).u16(0)));
        all.add(TlsExtension.of(TlsExtension.TIMESTAMPS, body -> {}));
        if (!protocols.isEmpty()) {
            all.add(TlsExtension.of(TlsExtension.ALPN, body -> body.vector16(this::writeProtocols)));
        }
        if (TlsVersion.hasHandshakeOf13(version)) {
            all.add(TlsExtension.of(
                    TlsExtension.SIGNATURE_ALGORITHMS_CERT, body -> body.vector16(list -> list.u16s(ALL_SCHEMES))));
            all.add(TlsExtension.of(
                    TlsExtension.PSK_KEY_EXCHANGE_MODES, body -> body.vector8(list -> list.u8(PSK_WITH_KEY_SHARE))));
            all.add(TlsExtension.of(TlsExtension.SUPPORTED_VERSIONS, body -> body.vector8(list -> list.u16(version))));
            all.add(TlsExtension.of(TlsExtension.KEY_SHARE, body -> body.vector16(this::writeShares)));
        } else {
            all.add(TlsExtension.of(TlsExtension.EC_POINT_FORMATS, body -> body.vector8(list -> list.u8(0))));
            all.add(TlsExtension.of(TlsExtension.ENCRYPT_THEN_MAC, body -> {}));
            all.add(TlsExtension.of(TlsExtension.EXTENDED_MASTER_SECRET, body -> {}));
            all.add(TlsExtension.of(TlsExtension.SESSION_TICKET, body -> {}));
        }
        return all;
    }

    private void writeShares(TlsWriter list) {
        shares.forEach(share -> list.u16(share.group()).vector16(value -> value.bytes(share.publicValue())));
    }

    private void writeProtocols(TlsWriter list) {
        protocols.forEach(
                name -> list.vector8(one -> one.bytes(name.getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
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
