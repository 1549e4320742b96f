// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.pop3;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.LineDissector;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SoftwarePatterns;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One connection, up to its log-in or TLS. */
final class Pop3Session implements LineDissector.Reader {
    private static final SoftwarePatterns SOFTWARE = SoftwarePatterns.read(Pop3Session.class, "software.tsv");
    private static final int MOST_CAPABILITIES = 64;
    private static final int MOST_WAITING = 16;

    private final Set<String> mechanisms = new LinkedHashSet<>();
    private @Nullable List<String> capabilities;
    private boolean lineCut;
    /** Until either side has spoken: what a server says to nothing is its greeting, whenever the capture began. */
    private boolean greetingDue = true;

    private boolean greeted;

    private final Deque<Command> waiting = new ArrayDeque<>();
    /** What a server offers after the log-in is less, and a capture that began later does not tell which it was. */
    private final boolean fromBeginning;

    Pop3Session(boolean fromBeginning) {
        this.fromBeginning = fromBeginning;
    }

    private enum Command {
        APOP,
        AUTH,
        CAPA,
        OTHER,
        PASS,
        STLS,
        USER
    }

    @Override
    public Progress line(Direction by, String line, ObservationSink sink) {
        if (by == Direction.FROM_CLIENT) {
            greetingDue = false;
            said(line, sink);
            return Progress.CONTINUE;
        }
        if (capabilities != null) {
            capability(capabilities, line, sink);
            return Progress.CONTINUE;
        }
        boolean accepted = line.startsWith("+");
        return accepted || line.startsWith("-ERR") ? answered(line, accepted, sink) : Progress.MALFORMED;
    }

    private void said(String line, ObservationSink sink) {
        // What follows AUTH is its secret, and what is beyond the limit waits for nothing that is read.
        if (waiting.peekLast() == Command.AUTH || waiting.size() == MOST_WAITING) {
            return;
        }
        String upper = line.toUpperCase(Locale.ROOT).stripTrailing();
        int space = upper.indexOf(' ');
        waiting.add(command(space < 0 ? upper : upper.substring(0, space), space > 0));
        String login = loginClass(upper);
        if (!login.isEmpty()) {
            sink.saw(Pop3Facts.LOGIN_IN_CLEAR.partial(login));
        }
    }

    private static Command command(String word, boolean argued) {
        return switch (word) {
            case "APOP" -> Command.APOP;
            // Without a mechanism it asks which there are.
            case "AUTH" -> argued ? Command.AUTH : Command.CAPA;
            case "CAPA" -> Command.CAPA;
            case "PASS" -> Command.PASS;
            case "STLS" -> Command.STLS;
            case "USER" -> Command.USER;
            default -> Command.OTHER;
        };
    }

    private static String loginClass(String line) {
        if (line.startsWith("PASS ") || line.startsWith("AUTH PLAIN") || line.startsWith("AUTH LOGIN")) {
            return "plaintext-password";
        }
        if (line.startsWith("AUTH XOAUTH") || line.startsWith("AUTH OAUTHBEARER")) {
            return "bearer-token";
        }
        return line.startsWith("APOP ") || line.startsWith("AUTH ") ? "challenge-response" : "";
    }

    private Progress answered(String line, boolean accepted, ObservationSink sink) {
        if (greetingDue) {
            greetingDue = false;
            greeting(line, sink);
            return Progress.CONTINUE;
        }
        Command asked = waiting.isEmpty() ? Command.OTHER : waiting.element();
        boolean goesOn = asked == Command.AUTH && line.startsWith("+ ");
        if (!goesOn) {
            waiting.poll();
        }
        switch (asked) {
            case STLS -> sink.saw(Pop3Facts.SERVICE.partial(null, accepted));
            case USER -> mechanism("USER", accepted, sink);
            case CAPA -> capabilities = accepted ? new ArrayList<>() : null;
            default -> {
                // Nothing that an answer tells.
            }
        }
        if (asked == Command.STLS && accepted) {
            return Progress.START_TLS;
        }
        boolean login = asked == Command.PASS || asked == Command.APOP || asked == Command.AUTH;
        return login && accepted && !goesOn ? Progress.DONE : Progress.CONTINUE;
    }

    private void greeting(String line, ObservationSink sink) {
        greeted = true;
        int from = line.indexOf('<');
        boolean timestamp = from >= 0 && line.indexOf('@', from) > 0 && line.indexOf('>', from) > 0;
        mechanism("APOP", timestamp, sink);
        String plain = timestamp ? line.substring(0, from) : line;
        // Where a capture begins late it may be the answer to a log-in, and name the user.
        String shown = fromBeginning ? plain : "";
        SOFTWARE.find(plain, false)
                .ifPresentOrElse(
                        fact -> sink.saw(fact, shown),
                        () -> CommonFacts.greeting(word(shown)).ifPresent(sink::saw));
    }

    /** What stands behind {@code +OK}. */
    private static String word(String line) {
        return line.startsWith("+OK") ? line.substring(3) : "";
    }

    private void mechanism(String name, boolean offered, ObservationSink sink) {
        if (offered && mechanisms.add(name)) {
            sink.saw(Pop3Facts.AUTHENTICATION.partial(List.copyOf(mechanisms)));
        }
    }

    private void capability(List<String> seen, String line, ObservationSink sink) {
        if (!line.equals(".")) {
            lineCut |= LineDissector.mayBeCut(line);
            if (seen.size() < MOST_CAPABILITIES) {
                seen.add(line.strip());
            }
            return;
        }
        capabilities = null;
        List<String> names = new ArrayList<>();
        for (String one : seen) {
            String[] words = one.toUpperCase(Locale.ROOT).split(" ");
            names.add(words[0]);
            if (words[0].equals("USER")) {
                mechanisms.add("USER");
            } else if (words[0].equals("SASL")) {
                mechanisms.addAll(List.of(words).subList(1, words.length));
            } else if (words[0].equals("IMPLEMENTATION")) {
                SOFTWARE.find(one, false).ifPresent(fact -> sink.saw(fact, one));
            }
        }
        if (names.contains("USER") || names.contains("SASL") || names.contains("UIDL") || names.contains("STLS")) {
            offered(names, fromBeginning && seen.size() < MOST_CAPABILITIES && !lineCut, sink);
        }
    }

    private void offered(List<String> capabilityNames, boolean whole, ObservationSink sink) {
        if (whole) {
            sink.saw(Pop3Facts.SERVICE.complete(capabilityNames, capabilityNames.contains("STLS")));
            // Whether there is APOP the greeting tells alone.
            List<String> names = List.copyOf(mechanisms);
            sink.saw(greeted ? Pop3Facts.AUTHENTICATION.complete(names) : Pop3Facts.AUTHENTICATION.partial(names));
            return;
        }
        sink.saw(Pop3Facts.SERVICE.partial(capabilityNames, capabilityNames.contains("STLS") ? Boolean.TRUE : null));
        if (!mechanisms.isEmpty()) {
            sink.saw(Pop3Facts.AUTHENTICATION.partial(List.copyOf(mechanisms)));
        }
    }
}
