// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.wire.ByteView;
import java.util.List;
import java.util.Optional;

/** The words with which services turn a client away; {@code turned-away.tsv} beside this class lists them. */
final class TurnedAway {
    private static final List<String> WORDS =
            TabbedFile.lines("turned-away.tsv").stream().map(line -> line[0]).toList();

    private TurnedAway() {}

    /** The words that what was heard begins with; empty where it is no such refusal. */
    static Optional<String> words(ByteView heard) {
        String beginning = heard.ascii(0, Math.min(heard.length(), 64));
        return WORDS.stream().filter(beginning::startsWith).findFirst();
    }
}
