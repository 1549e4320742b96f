// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fingerprints JA3 and JA3S (Salesforce) and JA4 (FoxIO, the TLS client method only). GREASE never counts. */
final class TlsFingerprints {
    private static final String NOTHING = "000000000000";

    private TlsFingerprints() {}

    static String ja3(TlsClientHello hello) {
        return md5(String.join(
                ",",
                String.valueOf(hello.version()),
                decimals(TlsClientHello.withoutGrease(hello.suites())),
                decimals(types(hello.extensions())),
                decimals(hello.groups()),
                decimals(hello.pointFormats())));
    }

    static String ja3s(TlsServerHello hello) {
        return md5(String.join(
                ",",
                String.valueOf(hello.legacyVersion()),
                String.valueOf(hello.suite()),
                decimals(hello.extensions().stream().map(TlsExtension::type).toList())));
    }

    static String ja4(TlsClientHello hello) {
        List<Integer> suites = TlsClientHello.withoutGrease(hello.suites());
        List<Integer> types = types(hello.extensions());
        String counts = String.format("%02d%02d", Math.min(suites.size(), 99), Math.min(types.size(), 99));
        String name = types.contains(TlsExtension.SERVER_NAME) ? "d" : "i";
        return "t" + version(hello) + name + counts + alpn(hello) + "_" + hash(sorted(suites)) + "_"
                + extensionsHash(types, hello.signatureSchemes());
    }

    private static String extensionsHash(List<Integer> types, List<Integer> schemes) {
        List<Integer> hashed = types.stream()
                .filter(type -> type != TlsExtension.SERVER_NAME && type != TlsExtension.ALPN)
                .toList();
        String text = sorted(hashed);
        return hash(schemes.isEmpty() ? text : text + "_" + hexes(schemes.stream()));
    }

    private static String version(TlsClientHello hello) {
        int highest =
                hello.versions().stream().mapToInt(Integer::intValue).max().orElse(hello.version());
        return switch (highest) {
            case TlsVersion.SSL_2 -> "s2";
            case TlsVersion.SSL_3 -> "s3";
            case TlsVersion.TLS_1_0 -> "10";
            case TlsVersion.TLS_1_1 -> "11";
            case TlsVersion.TLS_1_2 -> "12";
            case TlsVersion.TLS_1_3 -> "13";
            default -> "00";
        };
    }

    /** First and last character of the first protocol offered; of its hexadecimal form where either is no letter or digit. */
    private static String alpn(TlsClientHello hello) {
        List<byte[]> offered = hello.applicationProtocols();
        if (offered.isEmpty() || offered.get(0).length == 0) {
            return "00";
        }
        byte[] name = offered.get(0);
        byte first = name[0];
        byte last = name[name.length - 1];
        if (isAlphanumeric(first) && isAlphanumeric(last)) {
            return "" + (char) first + (char) last;
        }
        String hex = HexFormat.of().formatHex(name);
        return "" + hex.charAt(0) + hex.charAt(hex.length() - 1);
    }

    private static boolean isAlphanumeric(byte value) {
        return (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z');
    }

    private static List<Integer> types(List<TlsExtension> extensions) {
        return TlsClientHello.withoutGrease(
                extensions.stream().map(TlsExtension::type).toList());
    }

    private static String decimals(List<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    private static String sorted(List<Integer> values) {
        return hexes(values.stream().sorted());
    }

    private static String hexes(Stream<Integer> values) {
        return values.map(value -> String.format("%04x", value)).collect(Collectors.joining(","));
    }

    private static String hash(String text) {
        return text.isEmpty() ? NOTHING : digest("SHA-256", text).substring(0, NOTHING.length());
    }

    private static String md5(String text) {
        return digest("MD5", text);
    }

    private static String digest(String algorithm, String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
