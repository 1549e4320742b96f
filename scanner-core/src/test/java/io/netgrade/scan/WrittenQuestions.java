// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.endpoint.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What {@code docs/protocols.md} promises to an operator: the first messages of one protocol's questions.
 *
 * @param messages their octets, {@link ByteTemplate#VARIES} where the page leaves one open
 */
record WrittenQuestions(List<ByteTemplate> messages) {
    private static final Path PAGE =
            Path.of(Objects.requireNonNull(System.getProperty("netgrade.root")), "docs", "protocols.md");

    private static final int HEXADECIMAL = 6;
    private static final int OCTETS_A_LINE = 16;

    static WrittenQuestions of(String protocol, Transport transport) throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        int from = page.indexOf("### " + protocol);
        List<ByteTemplate> messages = new ArrayList<>();
        String over = "` over " + transport.id().toUpperCase(Locale.ROOT) + ",";
        for (int at = from + 1; from >= 0 && at < page.size() && !page.get(at).startsWith("##"); at++) {
            if (page.get(at).startsWith("`" + protocol + ".") && page.get(at).contains(over)) {
                messages.add(dumped(page, at + 3));
            }
        }
        return new WrittenQuestions(messages);
    }

    private static ByteTemplate dumped(List<String> page, int from) {
        List<Integer> octets = new ArrayList<>();
        int at = from;
        for (; page.get(at).startsWith("0"); at++) {
            String line = page.get(at);
            for (int i = 0; i < OCTETS_A_LINE && line.length() >= HEXADECIMAL + 3 * i + 2; i++) {
                String octet = line.substring(HEXADECIMAL + 3 * i, HEXADECIMAL + 3 * i + 2);
                if (!octet.isBlank()) {
                    octets.add(octet.equals("..") ? ByteTemplate.VARIES : Integer.parseInt(octet, 16));
                }
            }
        }
        return new ByteTemplate(octets, page.get(at).strip().startsWith("..."));
    }

    /** Whether the page has a first message that this one is. */
    boolean tell(byte[] message) {
        return messages.stream().anyMatch(written -> is(message, written));
    }

    private static boolean is(byte[] message, ByteTemplate written) {
        int octets = written.octets().size();
        if (message.length < octets || (message.length > octets && !written.lengthVaries())) {
            return false;
        }
        for (int at = 0; at < octets; at++) {
            int octet = written.octets().get(at);
            if (octet != ByteTemplate.VARIES && octet != (message[at] & 0xFF)) {
                return false;
            }
        }
        return true;
    }
}
