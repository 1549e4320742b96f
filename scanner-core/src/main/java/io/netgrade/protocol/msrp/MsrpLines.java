// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.msrp;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.LineDissector;
import io.netgrade.protocol.Progress;
import java.util.Locale;

/** Reads first lines and challenges; what lies between them, contents too, is passed over. */
final class MsrpLines implements LineDissector.Reader {
    private static final String NAME = "MSRP ";
    private static final String CHALLENGE = "WWW-Authenticate:";
    private static final int LONGEST_SCHEME = 16;

    @Override
    public Progress line(Direction by, String line, ObservationSink sink) {
        if (line.startsWith(NAME)) {
            String word = line.substring(line.lastIndexOf(' ') + 1);
            switch (word) {
                case "SEND", "REPORT", "AUTH", "NICKNAME" -> sink.saw(MsrpProtocol.SERVICE.partial(word));
                default -> {
                    // An answer: its challenge, if any, has a line of its own.
                }
            }
        } else if (by == Direction.FROM_SERVER && line.regionMatches(true, 0, CHALLENGE, 0, CHALLENGE.length())) {
            String value = line.substring(CHALLENGE.length()).strip();
            String scheme = value.substring(0, Math.max(0, value.indexOf(' '))).toLowerCase(Locale.ROOT);
            if (!scheme.isEmpty()
                    && scheme.length() <= LONGEST_SCHEME
                    && scheme.chars().allMatch(Character::isLetter)) {
                sink.saw(MsrpProtocol.CHALLENGE.partial(scheme));
            }
        }
        return Progress.CONTINUE;
    }
}
