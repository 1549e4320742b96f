// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.nntp;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.LineDissector;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SoftwareNames.Product;
import java.util.Locale;

/** Reads commands and their answers; a listing is passed over line by line. */
final class NntpSession implements LineDissector.Reader {
    /** What a server offers after the log-in is less, and a capture that began later does not tell which it was. */
    private final boolean fromBeginning;

    private boolean loginBegun;
    private boolean greeted;
    private boolean listsCapabilities;
    private boolean offersTls;
    private String asked = "";

    NntpSession(boolean fromBeginning) {
        this.fromBeginning = fromBeginning;
    }

    @Override
    public Progress line(Direction by, String line, ObservationSink sink) {
        if (by == Direction.FROM_CLIENT) {
            asked = command(line);
            loginBegun |= asked.startsWith("AUTHINFO");
            return Progress.CONTINUE;
        }
        return listsCapabilities ? capability(line, sink) : answer(line, sink);
    }

    /** The command without what may be secret. */
    private static String command(String line) {
        String upper = line.toUpperCase(Locale.ROOT);
        for (String known :
                new String[] {"AUTHINFO PASS", "AUTHINFO SASL", "AUTHINFO USER", "STARTTLS", "CAPABILITIES"}) {
            if (upper.startsWith(known)) {
                return known;
            }
        }
        return "";
    }

    private Progress capability(String line, ObservationSink sink) {
        offersTls |= line.equalsIgnoreCase("STARTTLS");
        if (line.toUpperCase(Locale.ROOT).startsWith("IMPLEMENTATION ")) {
            software(line.substring("IMPLEMENTATION ".length()), sink);
        }
        if (line.equals(".")) {
            listsCapabilities = false;
            boolean whole = fromBeginning && !loginBegun;
            sink.saw(whole ? NntpFacts.STARTTLS.complete(offersTls) : NntpFacts.STARTTLS.partial(offersTls));
            offersTls = false;
        }
        return Progress.CONTINUE;
    }

    private Progress answer(String line, ObservationSink sink) {
        int code = code(line);
        if (!greeted && asked.isEmpty()) {
            greeted = true;
            return greet(code, line, fromBeginning, sink);
        }
        switch (asked) {
            case "CAPABILITIES" -> listsCapabilities = code == 101;
            case "STARTTLS" -> {
                sink.saw(NntpFacts.STARTTLS.partial(code == 382));
                if (code == 382) {
                    return Progress.START_TLS;
                }
            }
            case "AUTHINFO PASS", "AUTHINFO SASL" -> login(code, sink);
            default -> {}
        }
        asked = code > 0 && code != 381 && code != 383 ? "" : asked;
        return Progress.CONTINUE;
    }

    private static Progress greet(int code, String line, boolean whole, ObservationSink sink) {
        if (code != 200 && code != 201 && code != 400 && code != 502) {
            return code > 0 ? Progress.CONTINUE : Progress.MALFORMED;
        }
        String access = code == 200 ? "posting" : code == 201 ? "reading" : "none";
        sink.saw(whole ? NntpFacts.GREETING.complete(access) : NntpFacts.GREETING.partial(access));
        int inn = line.indexOf("INN ");
        if (inn >= 0) {
            software(line.substring(inn), sink);
        } else if (whole) {
            CommonFacts.greeting(line.substring(3)).ifPresent(sink::saw);
        }
        return Progress.CONTINUE;
    }

    private void login(int code, ObservationSink sink) {
        boolean concluded = code == 281 || code == 283 || code == 481 || code == 482 || code == 502;
        if (concluded) {
            String category = asked.endsWith("PASS") ? "plaintext-password" : "sasl";
            sink.saw(NntpFacts.LOGIN.partial(category, code < 300));
        }
    }

    /** A name and a version, parted by a blank or a slash. */
    private static void software(String text, ObservationSink sink) {
        String[] words = text.split("[ /]", 3);
        boolean version = words.length > 1 && !words[1].isEmpty() && Character.isDigit(words[1].charAt(0));
        sink.saw(Product.unlisted(words[0]).disclosed(version ? words[1] : "", false), text);
    }

    private static int code(String line) {
        boolean digits = line.length() >= 3 && line.chars().limit(3).allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(line.substring(0, 3)) : 0;
    }
}
