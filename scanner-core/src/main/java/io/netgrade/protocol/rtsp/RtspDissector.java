// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtsp;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SoftwareNames.Product;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the requests and answers of one connection. */
final class RtspDissector implements Dissector {
    private static final Set<String> OF_STREAMS = Set.of("DESCRIBE", "SETUP", "PLAY", "RECORD", "ANNOUNCE");
    private static final Set<String> SCHEMES = Set.of("basic", "digest");
    private static final int MOST_OUTSTANDING = 64;
    private static final int MOST_METHODS = 32;
    private static final int LONGEST_WORD = 64;

    private final RtspMessages requests = new RtspMessages(this::request);
    private final RtspMessages answers = new RtspMessages(this::answer);
    /** CSeq to what was asked, with an exclamation mark before it where credentials were sent. */
    private final Map<String, String> outstanding = new HashMap<>();

    private final Set<Fact> stated = new HashSet<>();
    private ObservationSink sink = (fact, excerpt) -> {};

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink current) {
        sink = current;
        boolean sound = (direction == Direction.FROM_CLIENT ? requests : answers).take(bytes.unread());
        bytes.consumeAll();
        return sound ? Progress.CONTINUE : Progress.MALFORMED;
    }

    /** Servers may ask too, and clients answer (RFC 7826 section 13.5.1): that tells nothing. */
    private void request(RtspMessages.Head head) {
        if (head.startLine().startsWith("RTSP/")) {
            return;
        }
        String scheme = head.field("authorization").split(" ", 2)[0].toLowerCase(Locale.ROOT);
        boolean credentials = SCHEMES.contains(scheme);
        if (credentials) {
            state(RtspFacts.CREDENTIALS_IN_CLEAR.partial(scheme));
        }
        if (outstanding.size() >= MOST_OUTSTANDING) {
            outstanding.clear();
        }
        outstanding.put(head.field("cseq"), (credentials ? "!" : "") + head.word(0));
    }

    private void answer(RtspMessages.Head head) {
        if (!head.startLine().startsWith("RTSP/")) {
            return;
        }
        software(head.field("server"));
        methods(head.field("public"));
        String asked = outstanding.remove(head.field("cseq"));
        boolean granted = head.word(1).startsWith("2");
        if (asked != null && granted && OF_STREAMS.contains(asked.replace("!", ""))) {
            state(RtspFacts.STREAM.partial(asked.startsWith("!") ? "given" : "none"));
        }
        if (head.word(1).equals("401")) {
            state(RtspFacts.STREAM.partial("required"));
            String scheme = head.field("www-authenticate").split(" ", 2)[0].toLowerCase(Locale.ROOT);
            if (SCHEMES.contains(scheme)) {
                state(RtspFacts.LOGIN.partial(List.of(scheme)));
            }
        }
        String profile = head.field("transport").split(";", 2)[0].strip();
        if (granted && !profile.isEmpty() && profile.length() <= LONGEST_WORD) {
            state(RtspFacts.TRANSPORT.partial(profile));
        }
    }

    private void methods(String field) {
        if (!field.isEmpty()) {
            state(RtspFacts.METHODS.partial(Arrays.stream(field.split(","))
                    .map(String::strip)
                    .filter(method -> !method.isEmpty() && method.length() <= LONGEST_WORD)
                    .distinct()
                    .limit(MOST_METHODS)
                    .toList()));
        }
    }

    private void software(String field) {
        int end = field.indexOf(' ') < 0 ? field.length() : field.indexOf(' ');
        int slash = field.substring(0, end).indexOf('/');
        String name = field.substring(0, slash < 0 ? end : slash);
        if (!name.isEmpty() && end <= LONGEST_WORD) {
            String version = slash < 0 ? "" : field.substring(slash + 1, end);
            state(
                    Product.unlisted(name).disclosed(version, false),
                    field.substring(0, Math.min(field.length(), LONGEST_WORD)));
        }
    }

    private void state(Fact fact) {
        state(fact, "");
    }

    private void state(Fact fact, String excerpt) {
        if (stated.size() < MOST_OUTSTANDING && stated.add(fact)) {
            sink.saw(fact, excerpt);
        }
    }
}
