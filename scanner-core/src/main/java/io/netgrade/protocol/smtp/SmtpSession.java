// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smtp;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.LineDissector;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SoftwarePatterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One connection, up to its first mail, its log-in, or TLS. */
final class SmtpSession implements LineDissector.Reader {
    private static final SoftwarePatterns SOFTWARE = SoftwarePatterns.read(SmtpSession.class, "software.tsv");
    private static final int MOST_EXTENSIONS = 64;

    private final List<String> extensions = new ArrayList<>();
    /** Until either side has spoken: what a server says to nothing is its greeting, whenever the capture began. */
    private boolean greetingDue = true;

    private boolean listing;
    private boolean lineCut;
    private Command command = Command.OTHER;

    private enum Command {
        AUTH,
        EHLO,
        OTHER,
        STARTTLS
    }

    @Override
    public Progress line(Direction by, String line, ObservationSink sink) {
        return by == Direction.FROM_CLIENT ? said(line, sink) : answered(line, sink);
    }

    private Progress said(String line, ObservationSink sink) {
        greetingDue = false;
        String upper = line.toUpperCase(Locale.ROOT).stripTrailing();
        if (upper.startsWith("EHLO") || upper.startsWith("LHLO")) {
            command = Command.EHLO;
        } else if (upper.equals("STARTTLS")) {
            command = Command.STARTTLS;
        } else if (upper.startsWith("AUTH ")) {
            command = Command.AUTH;
            sink.saw(SmtpFacts.LOGIN_IN_CLEAR.partial(loginClass(upper.substring(5))));
        } else if (command != Command.AUTH) {
            command = Command.OTHER;
        }
        return Progress.CONTINUE;
    }

    /** What kind of secret a mechanism sends (IANA SASL mechanisms). */
    private static String loginClass(String mechanism) {
        if (mechanism.startsWith("PLAIN") || mechanism.startsWith("LOGIN")) {
            return "plaintext-password";
        }
        return mechanism.startsWith("XOAUTH") || mechanism.startsWith("OAUTHBEARER")
                ? "bearer-token"
                : "challenge-response";
    }

    private Progress answered(String line, ObservationSink sink) {
        if (!isReply(line)) {
            return Progress.MALFORMED;
        }
        boolean last = line.length() == 3 || line.charAt(3) != '-';
        String text = line.substring(Math.min(4, line.length()));
        if (greetingDue) {
            greetingDue = !last;
            // Where a capture begins late it may be the answer to a log-in, and name the user.
            String shown = line.startsWith("220") ? text : "";
            SOFTWARE.find(text, false)
                    .ifPresentOrElse(
                            fact -> sink.saw(fact, shown),
                            () -> CommonFacts.greeting(shown).ifPresent(sink::saw));
            return Progress.CONTINUE;
        }
        if (command == Command.EHLO && line.startsWith("250")) {
            lineCut |= LineDissector.mayBeCut(line);
            extension(text, last, sink);
        }
        // 354 opens a mail (RFC 5321 4.1.1.4), and nothing is told behind it.
        return line.startsWith("354") ? Progress.DONE : last ? concluded(line.charAt(0), sink) : Progress.CONTINUE;
    }

    private Progress concluded(char kind, ObservationSink sink) {
        Command answered = command;
        command = kind == '3' ? command : Command.OTHER;
        if (answered == Command.STARTTLS && (kind == '2' || kind == '5')) {
            sink.saw(SmtpFacts.SERVICE.partial(null, kind == '2'));
            return kind == '2' ? Progress.START_TLS : Progress.CONTINUE;
        }
        return answered == Command.AUTH && kind == '2' ? Progress.DONE : Progress.CONTINUE;
    }

    /** The first line of the answer is the server's own name. */
    private void extension(String text, boolean last, ObservationSink sink) {
        if (listing && extensions.size() < MOST_EXTENSIONS) {
            extensions.add(text.toUpperCase(Locale.ROOT).strip());
        }
        listing = !last;
        if (last) {
            boolean startTls = extensions.contains("STARTTLS");
            List<String> names =
                    extensions.stream().map(SmtpSession::keyword).distinct().toList();
            if (extensions.size() < MOST_EXTENSIONS && !lineCut) {
                sink.saw(SmtpFacts.SERVICE.complete(names, startTls));
                sink.saw(SmtpFacts.AUTHENTICATION.complete(mechanisms()));
            } else {
                // Of a longer list the end was not kept.
                sink.saw(SmtpFacts.SERVICE.partial(names, startTls ? Boolean.TRUE : null));
            }
            extensions.clear();
        }
    }

    /** Of {@code AUTH PLAIN LOGIN}, or {@code AUTH=PLAIN} as servers before RFC 2554 have it. */
    private List<String> mechanisms() {
        return extensions.stream()
                .filter(line -> line.startsWith("AUTH ") || line.startsWith("AUTH="))
                .flatMap(line -> List.of(line.substring(5).split(" ")).stream())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static String keyword(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '=') {
            end++;
        }
        return line.substring(0, end);
    }

    private static boolean isReply(String line) {
        return line.length() >= 3
                && line.substring(0, 3).chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && (line.length() == 3 || line.charAt(3) == ' ' || line.charAt(3) == '-');
    }
}
