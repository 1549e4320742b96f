// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The fingerprints JA3 and JA3S (Salesforce) and JA4 (FoxIO, the TLS client method only). GREASE never counts. */
final class TlsFingerprints {
    private static final String NOTHING = "000000000000";
    private static final int MOST_COUNTED = 99;
    private static final int MOST_REMEMBERED = 2_048;
    private static final Map<String, String> MD5_OF = new ConcurrentHashMap<>();
    private static final Map<String, String> SHA256_OF = new ConcurrentHashMap<>();

    private TlsFingerprints() {}

    static String ja3(TlsClientHello hello) {
        StringBuilder text = new StringBuilder(512).append(hello.version()).append(',');
        decimals(text, hello.suites()).append(',');
        decimals(text, types(hello.extensions())).append(',');
        decimals(text, hello.groups()).append(',');
        decimals(text, hello.pointFormats());
        return digest("MD5", text);
    }

    static String ja3s(TlsServerHello hello) {
        StringBuilder text = new StringBuilder(64).append(hello.legacyVersion()).append(',');
        text.append(hello.suite()).append(',');
        for (TlsExtension extension : hello.extensions()) {
            text.append(extension.type()).append('-');
        }
        if (!hello.extensions().isEmpty()) {
            text.setLength(text.length() - 1);
        }
        return digest("MD5", text);
    }

    static String ja4(TlsClientHello hello, TlsCarrier carrier) {
        List<Integer> suites = TlsClientHello.withoutGrease(hello.suites());
        List<Integer> types = TlsClientHello.withoutGrease(types(hello.extensions()));
        StringBuilder text = new StringBuilder(36).append(carrier.letter()).append(version(hello));
        text.append(types.contains(TlsExtension.SERVER_NAME) ? 'd' : 'i');
        count(text, suites.size());
        count(text, types.size());
        int[] sorted = numbers(suites);
        Arrays.sort(sorted);
        text.append(alpn(hello)).append('_').append(hash(hexes(new StringBuilder(256), sorted, sorted.length)));
        return text.append('_')
                .append(extensionsHash(types, hello.signatureSchemes()))
                .toString();
    }

    private static String extensionsHash(List<Integer> types, List<Integer> schemes) {
        int[] hashed = new int[types.size()];
        int count = 0;
        for (int type : types) {
            if (type != TlsExtension.SERVER_NAME && type != TlsExtension.ALPN) {
                hashed[count++] = type;
            }
        }
        Arrays.sort(hashed, 0, count);
        StringBuilder text = hexes(new StringBuilder(256), hashed, count);
        if (!schemes.isEmpty()) {
            hexes(text.append('_'), numbers(schemes), schemes.size());
        }
        return hash(text);
    }

    /** The newest version offered; those of DTLS count downward. */
    private static String version(TlsClientHello hello) {
        List<Integer> offered = hello.versions();
        int newest = offered.isEmpty() ? hello.version() : offered.get(0);
        for (int version : offered) {
            newest = age(version) > age(newest) ? version : newest;
        }
        return version(newest);
    }

    private static int age(int version) {
        return version >> 8 == 0xFE ? 0x1_0000 - version : version;
    }

    private static String version(int version) {
        return switch (version) {
            case TlsVersion.SSL_2 -> "s2";
            case TlsVersion.SSL_3 -> "s3";
            case TlsVersion.TLS_1_0 -> "10";
            case TlsVersion.TLS_1_1 -> "11";
            case TlsVersion.TLS_1_2 -> "12";
            case TlsVersion.TLS_1_3 -> "13";
            case TlsVersion.DTLS_1_0 -> "d1";
            case TlsVersion.DTLS_1_2 -> "d2";
            case TlsVersion.DTLS_1_3 -> "d3";
            default -> "00";
        };
    }

    /**
     * First and last character of the first protocol offered; of its hexadecimal form where either is no letter or digit;
     * 99 where it begins with no ASCII, as the authors' own tool has it against their text.
     */
    private static String alpn(TlsClientHello hello) {
        List<byte[]> offered = hello.applicationProtocols();
        if (offered.isEmpty() || offered.get(0).length == 0) {
            return "00";
        }
        byte[] name = offered.get(0);
        byte first = name[0];
        byte last = name[name.length - 1];
        if (first < 0) {
            return "99";
        }
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
        List<Integer> types = new ArrayList<>(extensions.size());
        for (TlsExtension extension : extensions) {
            types.add(extension.type());
        }
        return types;
    }

    private static void count(StringBuilder text, int number) {
        int counted = Math.min(number, MOST_COUNTED);
        text.append(counted / 10).append(counted % 10);
    }

    private static StringBuilder decimals(StringBuilder text, List<Integer> values) {
        boolean first = true;
        for (int value : values) {
            if (!TlsVersion.isGrease(value)) {
                text.append(first ? "" : "-").append(value);
                first = false;
            }
        }
        return text;
    }

    private static int[] numbers(List<Integer> values) {
        int[] numbers = new int[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values.get(i);
        }
        return numbers;
    }

    private static StringBuilder hexes(StringBuilder text, int[] values, int count) {
        HexFormat hex = HexFormat.of();
        for (int i = 0; i < count; i++) {
            hex.toHexDigits(i == 0 ? text : text.append(','), (byte) (values[i] >> 8));
            hex.toHexDigits(text, (byte) values[i]);
        }
        return text;
    }

    private static String hash(StringBuilder text) {
        return text.length() == 0 ? NOTHING : digest("SHA-256", text).substring(0, NOTHING.length());
    }

    /** Hellos differ in their random bytes, and hardly in what is hashed here: a network has some hundred clients. */
    private static String digest(String algorithm, StringBuilder text) {
        Map<String, String> known = algorithm.equals("MD5") ? MD5_OF : SHA256_OF;
        String hashed = text.toString();
        String remembered = known.get(hashed);
        if (remembered != null) {
            return remembered;
        }
        String digest = computed(algorithm, hashed);
        if (known.size() < MOST_REMEMBERED) {
            known.put(hashed, digest);
        }
        return digest;
    }

    private static String computed(String algorithm, String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
