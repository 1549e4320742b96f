// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.imap;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.LineDissector;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SoftwarePatterns;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One connection, up to its log-in or TLS. */
final class ImapSession implements LineDissector.Reader {
    private static final SoftwarePatterns SOFTWARE = SoftwarePatterns.read(ImapSession.class, "software.tsv");
    private static final int MOST_WAITING = 32;
    private static final int MOST_CAPABILITIES = 128;
    /** A longer line was cut. */
    private static final int LONGEST_LIST = LineDissector.OCTETS_READ - 64;

    private final Map<String, String> waiting = new HashMap<>();
    /** What a server offers after the log-in is less, and a capture that began later does not tell which it was. */
    private final boolean fromBeginning;

    private boolean greetingDue;
    private boolean loggingIn;

    ImapSession(boolean fromBeginning) {
        this.fromBeginning = fromBeginning;
        this.greetingDue = fromBeginning;
    }

    @Override
    public Progress line(Direction by, String line, ObservationSink sink) {
        boolean greets = greetingDue && by == Direction.FROM_SERVER;
        greetingDue = false;
        if (by == Direction.FROM_CLIENT) {
            said(line, sink);
            return Progress.CONTINUE;
        }
        if (line.startsWith("* ")) {
            return untagged(line.substring(2), greets, sink);
        }
        int space = line.indexOf(' ');
        @Nullable String command = space < 0 ? null : waiting.remove(line.substring(0, space));
        return command == null ? Progress.CONTINUE : tagged(command, line.substring(space + 1), sink);
    }

    /** While a log-in is under way, what the client says is its secret. */
    private void said(String line, ObservationSink sink) {
        String[] words = line.split(" ", 4);
        if (loggingIn || words.length < 2 || words[0].isEmpty()) {
            return;
        }
        String command = words[1].toUpperCase(Locale.ROOT);
        if (waiting.size() < MOST_WAITING) {
            waiting.put(words[0], command);
        }
        if (command.equals("LOGIN") && words.length > 2) {
            loggingIn = true;
            sink.saw(ImapFacts.LOGIN_IN_CLEAR.partial("plaintext-password"));
        } else if (command.equals("AUTHENTICATE") && words.length > 2) {
            loggingIn = true;
            sink.saw(ImapFacts.LOGIN_IN_CLEAR.partial(loginClass(words[2].toUpperCase(Locale.ROOT))));
        }
    }

    private static String loginClass(String mechanism) {
        if (mechanism.equals("PLAIN") || mechanism.equals("LOGIN")) {
            return "plaintext-password";
        }
        return mechanism.startsWith("XOAUTH") || mechanism.equals("OAUTHBEARER")
                ? "bearer-token"
                : "challenge-response";
    }

    private Progress untagged(String line, boolean greets, ObservationSink sink) {
        String upper = line.toUpperCase(Locale.ROOT);
        if (upper.startsWith("CAPABILITY ")) {
            capabilities(upper.substring(11), sink);
        } else if (upper.startsWith("OK") || upper.startsWith("PREAUTH")) {
            coded(upper, sink);
            software(line, greets, sink);
        } else if (upper.startsWith("ID (")) {
            SOFTWARE.find(line, false).or(() -> ImapIdentity.software(line)).ifPresent(fact -> sink.saw(fact, line));
        }
        // PREAUTH is logged in already, by what lies below.
        return upper.startsWith("PREAUTH") ? Progress.DONE : Progress.CONTINUE;
    }

    private Progress tagged(String command, String answer, ObservationSink sink) {
        String upper = answer.toUpperCase(Locale.ROOT);
        boolean accepted = upper.startsWith("OK");
        if (command.equals("STARTTLS")) {
            sink.saw(ImapFacts.SERVICE.partial(null, accepted, null));
            return accepted ? Progress.START_TLS : Progress.CONTINUE;
        }
        boolean login = command.equals("LOGIN") || command.equals("AUTHENTICATE");
        if (login) {
            loggingIn = false;
        }
        return login && accepted ? Progress.DONE : Progress.CONTINUE;
    }

    /** What comes with the answer to a log-in may name the user: only a greeting is shown. */
    private void software(String line, boolean greets, ObservationSink sink) {
        if (!loggingIn) {
            Optional<Fact> known = SOFTWARE.find(line, false);
            known.ifPresent(fact -> sink.saw(fact, greets ? line : ""));
            if (known.isEmpty() && greets && line.startsWith("OK")) {
                CommonFacts.greeting(line.substring(2)).ifPresent(sink::saw);
            }
        }
    }

    /** Of {@code OK [CAPABILITY IMAP4rev1 STARTTLS] ready}. */
    private void coded(String upper, ObservationSink sink) {
        int from = upper.indexOf("[CAPABILITY ");
        int to = upper.indexOf(']', Math.max(from, 0));
        if (from >= 0 && to > from) {
            capabilities(upper.substring(from + 12, to), sink);
        }
    }

    private void capabilities(String list, ObservationSink sink) {
        if (loggingIn) {
            return;
        }
        List<String> names = Arrays.stream(list.split(" ", MOST_CAPABILITIES + 1))
                .limit(MOST_CAPABILITIES)
                .filter(name -> !name.isEmpty())
                .toList();
        boolean disabled = names.contains("LOGINDISABLED");
        // What only stands there before the log-in tells when it was said.
        boolean before = fromBeginning || disabled || names.contains("STARTTLS");
        boolean whole = before && names.size() < MOST_CAPABILITIES && list.length() < LONGEST_LIST;
        if (!whole) {
            partOf(names, sink);
            return;
        }
        sink.saw(ImapFacts.SERVICE.complete(names, names.contains("STARTTLS"), disabled));
        Set<String> mechanisms = new LinkedHashSet<>();
        if (!disabled) {
            mechanisms.add("LOGIN");
        }
        mechanisms.addAll(mechanisms(names));
        sink.saw(ImapFacts.AUTHENTICATION.complete(List.copyOf(mechanisms)));
    }

    /** Of a list that is cut, or that may be of after the log-in: what is there, and nothing of what is not. */
    private static void partOf(List<String> names, ObservationSink sink) {
        sink.saw(ImapFacts.SERVICE.partial(
                names,
                names.contains("STARTTLS") ? Boolean.TRUE : null,
                names.contains("LOGINDISABLED") ? Boolean.TRUE : null));
        List<String> mechanisms = mechanisms(names);
        if (!mechanisms.isEmpty()) {
            sink.saw(ImapFacts.AUTHENTICATION.partial(mechanisms));
        }
    }

    private static List<String> mechanisms(List<String> names) {
        return names.stream()
                .filter(name -> name.startsWith("AUTH="))
                .map(name -> name.substring(5))
                .distinct()
                .toList();
    }
}
