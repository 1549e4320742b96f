// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.xmpp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;

/** Reads one connection until it changes to TLS or somebody is let in. */
final class XmppDissector implements Dissector {
    private static final int MOST_MECHANISMS = 32;
    private static final String TLS = "urn:ietf:params:xml:ns:xmpp-tls";

    /** After the log-in a server offers less, and a capture that began later does not tell which it was. */
    private final boolean fromBeginning;

    private final XmppTags client = new XmppTags();
    private final XmppTags server = new XmppTags();
    private final List<String> mechanisms = new ArrayList<>();
    private String kind = "client";
    private String startTls = "absent";
    private boolean wantsTls;
    private boolean oldLogin;

    XmppDissector(boolean fromBeginning) {
        this.fromBeginning = fromBeginning;
    }

    @Override
    public Progress dissect(Direction direction, Inbox inbox, ObservationSink sink) {
        boolean fromClient = direction == Direction.FROM_CLIENT;
        XmppTags tags = fromClient ? client : server;
        ByteView bytes = inbox.unread();
        Progress progress = Progress.CONTINUE;
        int at = 0;
        while (at < bytes.length() && progress == Progress.CONTINUE && !(fromClient && wantsTls)) {
            if (tags.ends((char) bytes.u8(at++))) {
                progress = fromClient ? asked(tags, sink) : answered(tags, sink);
            }
        }
        inbox.consume(at);
        return progress;
    }

    private Progress asked(XmppTags tags, ObservationSink sink) {
        String text = tags.takeText();
        switch (tags.name()) {
            case "starttls" -> wantsTls = tags.holds(TLS);
            case "query" -> oldLogin = tags.holds("jabber:iq:auth");
            case "auth" -> {
                if (tags.holds("'PLAIN'") || tags.holds("\"PLAIN\"")) {
                    sink.saw(XmppFacts.CREDENTIALS_IN_CLEAR.partial("sasl-plain"));
                }
            }
            case "/password" -> {
                if (oldLogin && !text.isEmpty()) {
                    sink.saw(XmppFacts.CREDENTIALS_IN_CLEAR.partial("plaintext-password"));
                }
            }
            case "message", "presence" -> {
                return Progress.DONE;
            }
            default -> {
                // Other stanzas say nothing of how the stream is protected.
            }
        }
        return Progress.CONTINUE;
    }

    private Progress answered(XmppTags tags, ObservationSink sink) {
        String text = tags.takeText();
        switch (tags.name()) {
            case "stream:stream" -> kind = tags.holds("jabber:server") ? "server" : "client";
            case "stream:features" -> begin();
            case "starttls" -> startTls = startTls.equals("required") ? startTls : "offered";
            case "required" -> startTls = "required";
            case "/mechanism" -> mechanism(text);
            case "/stream:features" -> features(sink);
            case "proceed" -> {
                return tags.holds(TLS) ? Progress.START_TLS : Progress.CONTINUE;
            }
            case "failure" -> wantsTls = false;
            case "success", "message", "presence" -> {
                return Progress.DONE;
            }
            default -> {
                // As above.
            }
        }
        return Progress.CONTINUE;
    }

    private void features(ObservationSink sink) {
        List<String> names = List.copyOf(mechanisms);
        boolean whole = fromBeginning && names.size() < MOST_MECHANISMS;
        sink.saw(
                whole
                        ? XmppFacts.FEATURES.complete(kind, startTls, names)
                        : XmppFacts.FEATURES.partial(kind, startTls, names));
    }

    private void begin() {
        mechanisms.clear();
        startTls = "absent";
    }

    private void mechanism(String text) {
        if (mechanisms.size() < MOST_MECHANISMS && !mechanisms.contains(text)) {
            mechanisms.add(text);
        }
    }
}
