// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A cipher suite of the registry.
 *
 * @param keyExchange such as {@code ECDHE}; empty where it is not known
 * @param authentication such as {@code RSA} or {@code anon}; empty for TLS 1.3, whose suites leave it open
 * @param bits effective bits of the encryption, 112 for 3DES; -1 where they are not known
 */
record TlsSuite(
        int number,
        String name,
        String keyExchange,
        String authentication,
        String encryption,
        String mode,
        int bits,
        Kind kind) {

    /** TLS_EMPTY_RENEGOTIATION_INFO_SCSV (RFC 5746 §3.3). */
    static final int RENEGOTIATION_SIGNAL = 0x00FF;
    /** TLS_FALLBACK_SCSV (RFC 7507). */
    static final int FALLBACK_SIGNAL = 0x5600;

    private static final Map<Integer, TlsSuite> REGISTRY = load("suites.tsv");
    private static final Map<Integer, TlsSuite> SSL_2_KINDS = load("ssl2-suites.tsv");

    /** Where a suite may be used. */
    enum Kind {
        /** SSLv3 to TLS 1.2. */
        CLASSIC,
        /** The same, weakened for export. */
        EXPORT,
        /** Not in the registry. */
        UNASSIGNED,
        /** Says something else than a suite. */
        SIGNAL,
        /** GB/T 38636 only. */
        TLCP,
        /** TLS 1.3 only. */
        TLS_1_3
    }

    /** The suite of a number; one that is not registered is named {@code UNASSIGNED_0xNNNN}. */
    static TlsSuite of(int number) {
        TlsSuite known = REGISTRY.get(number);
        return known != null ? known : unassigned(number, 4);
    }

    /** The cipher kind of an SSLv2 number of three bytes. */
    static TlsSuite ofSsl2(int number) {
        TlsSuite known = SSL_2_KINDS.get(number);
        return known != null ? known : unassigned(number, 6);
    }

    /** Everything that can be offered in a hello of a version, newest numbers first. */
    static List<Integer> offerable(int version) {
        return REGISTRY.values().stream()
                .filter(suite -> suite.fits(version))
                .map(TlsSuite::number)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** All cipher kinds of SSLv2. */
    static List<Integer> offerableInSsl2() {
        return SSL_2_KINDS.keySet().stream().sorted().toList();
    }

    boolean isExport() {
        return kind == Kind.EXPORT;
    }

    private boolean fits(int version) {
        if (TlsVersion.hasHandshakeOf13(version)) {
            return kind == Kind.TLS_1_3;
        }
        if (version == TlsVersion.TLCP_1_1) {
            return kind == Kind.TLCP;
        }
        // A cipher whose state goes on from record to record does not bear that one is lost (RFC 6347 §4.1.2.2).
        boolean lost = TlsVersion.isOfDatagrams(version) && encryption.equals("RC4");
        return (kind == Kind.CLASSIC || kind == Kind.EXPORT) && number != 0 && !lost;
    }

    private static TlsSuite unassigned(int number, int digits) {
        return new TlsSuite(number, TlsVersion.unassigned(number, digits), "", "", "", "", -1, Kind.UNASSIGNED);
    }

    private static Map<Integer, TlsSuite> load(String resource) {
        return TlsTable.rows(resource).stream()
                .map(TlsSuite::read)
                .collect(Collectors.toUnmodifiableMap(TlsSuite::number, Function.identity()));
    }

    private static TlsSuite read(String[] row) {
        return new TlsSuite(
                Integer.decode(row[0]),
                row[1],
                known(row[2]),
                known(row[3]),
                known(row[4]),
                known(row[5]),
                known(row[6]).isEmpty() ? -1 : Integer.parseInt(row[6]),
                kind(row[7]));
    }

    private static String known(String column) {
        return column.equals("-") ? "" : column;
    }

    private static Kind kind(String column) {
        return switch (column) {
            case "export" -> Kind.EXPORT;
            case "1.3" -> Kind.TLS_1_3;
            case "tlcp" -> Kind.TLCP;
            case "signal" -> Kind.SIGNAL;
            default -> Kind.CLASSIC;
        };
    }
}
