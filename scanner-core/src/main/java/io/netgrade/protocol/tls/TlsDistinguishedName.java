// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A name of the plain form that nearly all certificates have: one known attribute in each part, in plain text. It is read
 * without BouncyCastle, which takes longer to load than a capture to read; other names go there.
 */
record TlsDistinguishedName(List<Part> parts) {
    private static final int MOST_PARTS = 64;

    private static final int UTF8_STRING = 0x0C;
    private static final int PRINTABLE_STRING = 0x13;
    private static final int TELETEX_STRING = 0x14;
    private static final int IA5_STRING = 0x16;

    private static final String COMMON_NAME = "CN";
    private static final String ESCAPED = ",\"\\+=<>;";

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("2.5.4.3", COMMON_NAME),
            Map.entry("2.5.4.5", "SERIALNUMBER"),
            Map.entry("2.5.4.6", "C"),
            Map.entry("2.5.4.7", "L"),
            Map.entry("2.5.4.8", "ST"),
            Map.entry("2.5.4.9", "STREET"),
            Map.entry("2.5.4.10", "O"),
            Map.entry("2.5.4.11", "OU"),
            Map.entry("2.5.4.15", "BusinessCategory"),
            Map.entry("2.5.4.17", "PostalCode"),
            Map.entry("2.5.4.41", "Name"),
            Map.entry("2.5.4.97", "organizationIdentifier"),
            Map.entry("1.3.6.1.4.1.311.60.2.1.1", "jurisdictionLocality"),
            Map.entry("1.3.6.1.4.1.311.60.2.1.2", "jurisdictionState"),
            Map.entry("1.3.6.1.4.1.311.60.2.1.3", "jurisdictionCountry"),
            Map.entry("1.2.840.113549.1.9.1", "E"),
            Map.entry("0.9.2342.19200300.100.1.1", "UID"),
            Map.entry("0.9.2342.19200300.100.1.25", "DC"));

    /** One attribute, its value escaped (RFC 4514 §2.4). */
    private record Part(String symbol, String value) {}

    /** The name, where it is of the plain form. */
    static Optional<TlsDistinguishedName> read(byte[] encoded) {
        List<byte[]> sets = Der.elements(encoded);
        List<Part> parts = new ArrayList<>();
        for (byte[] set : sets) {
            List<byte[]> attributes = Der.elements(set);
            Optional<Part> part = attributes.size() == 1 ? part(Der.elements(attributes.get(0))) : Optional.empty();
            if (part.isEmpty() || parts.size() == MOST_PARTS) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new TlsDistinguishedName(parts));
    }

    /** As RFC 4514 writes it: the most specific part first. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = parts.size() - 1; i >= 0; i--) {
            text.append(parts.get(i).symbol()).append('=').append(parts.get(i).value());
            text.append(i > 0 ? "," : "");
        }
        return text.toString();
    }

    /** Whether it names the same, in either case and with any number of blanks between words (RFC 5280 §7.1). */
    boolean matches(TlsDistinguishedName other) {
        return canonical().equals(other.canonical());
    }

    private String canonical() {
        String text = text().toLowerCase(Locale.ROOT);
        while (text.contains("  ")) {
            text = text.replace("  ", " ");
        }
        return text;
    }

    List<String> commonNames() {
        return parts.stream()
                .filter(part -> part.symbol().equals(COMMON_NAME))
                .map(Part::value)
                .toList();
    }

    private static Optional<Part> part(List<byte[]> typeAndValue) {
        if (typeAndValue.size() != 2) {
            return Optional.empty();
        }
        String symbol = SYMBOLS.get(Der.identifier(typeAndValue.get(0)));
        return symbol == null
                ? Optional.empty()
                : value(typeAndValue.get(1)).map(value -> new Part(symbol, escaped(value)));
    }

    private static Optional<String> value(byte[] element) {
        int tag = Der.firstByte(element);
        if (tag != UTF8_STRING && tag != PRINTABLE_STRING && tag != IA5_STRING && tag != TELETEX_STRING) {
            return Optional.empty();
        }
        Charset charset = tag == UTF8_STRING ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        String text = new String(Der.content(element), charset);
        boolean plain = !text.isEmpty()
                && text.charAt(0) != ' '
                && text.charAt(0) != '#'
                && text.charAt(text.length() - 1) != ' '
                && text.indexOf('\uFFFD') < 0;
        return plain ? Optional.of(text) : Optional.empty();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            escaped.append(ESCAPED.indexOf(character) >= 0 ? "\\" : "").append(character);
        }
        return escaped.toString();
    }
}
