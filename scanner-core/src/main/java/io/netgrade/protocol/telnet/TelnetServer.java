// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.telnet;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.SoftwarePatterns;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the server of one connection has said so far, for both eyes. */
final class TelnetServer implements TelnetStream.Reader {
    private static final SoftwarePatterns SOFTWARE = SoftwarePatterns.read(TelnetServer.class, "software.tsv");

    private final TelnetOptions options = new TelnetOptions();
    private final TelnetScreen screen = new TelnetScreen();
    private boolean negotiated;
    private boolean optionsGrew;
    private boolean prompted;

    @Override
    public void text(int value) {
        screen.write(value);
    }

    @Override
    public void negotiation(int verb, int option) {
        negotiated = true;
        optionsGrew |= options.add(option);
    }

    TelnetScreen.Prompt prompt() {
        return screen.prompt();
    }

    /** Whether anything that only a Telnet server says was said. */
    boolean spoke() {
        return negotiated || screen.prompt() != TelnetScreen.Prompt.NONE;
    }

    /** States what is new: more options, or the first prompt. */
    void stateNews(ObservationSink sink) {
        boolean first = !prompted && prompt() != TelnetScreen.Prompt.NONE;
        prompted |= first;
        if (first || optionsGrew) {
            optionsGrew = false;
            sink.saw(service(false));
        }
        if (first) {
            software(false).ifPresent(sink::saw);
        }
    }

    /** States all, after the server has said what it says before a login. */
    void stateAll(boolean complete, ObservationSink sink) {
        prompted = prompt() != TelnetScreen.Prompt.NONE;
        sink.saw(service(complete));
        Optional<Fact> known = software(complete);
        known.ifPresentOrElse(
                fact -> sink.saw(fact, screen.banner().strip()),
                () -> CommonFacts.greeting(screen.banner()).ifPresent(sink::saw));
    }

    /** States all that a server said which said no more in time: one that waits for a command asks for no login. */
    void stateAtTheEnd(ObservationSink sink) {
        boolean open = !prompted && screen.waitsForCommand();
        sink.saw(open ? TelnetFacts.SERVICE.partial(options.inOrder(), false) : service(false));
        software(false).ifPresent(sink::saw);
    }

    private Fact service(boolean complete) {
        @Nullable Boolean prompt = prompted ? Boolean.TRUE : null;
        return complete
                ? TelnetFacts.SERVICE.complete(options.inOrder(), prompt)
                : TelnetFacts.SERVICE.partial(options.inOrder(), prompt);
    }

    private Optional<Fact> software(boolean complete) {
        return SOFTWARE.find(screen.banner(), complete);
    }
}
