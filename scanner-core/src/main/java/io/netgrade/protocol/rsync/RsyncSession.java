// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rsync;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.LineDissector;
import io.netgrade.protocol.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** One connection, up to the answer to the module that the client names. */
final class RsyncSession implements LineDissector.Reader {
    private static final String MARK = "@RSYNCD: ";
    private static final int MOST_MODULES = 256;

    private final List<String> modules = new ArrayList<>();
    private boolean greeted;
    private boolean clientGreeted;
    private boolean listing;

    @Override
    public Progress line(Direction by, String line, ObservationSink sink) {
        if (by == Direction.FROM_CLIENT) {
            listing |= clientGreeted && (line.isEmpty() || line.equals("#list"));
            clientGreeted = true;
            return Progress.CONTINUE;
        }
        if (!greeted) {
            return greeting(line, sink);
        }
        if (line.startsWith("@ERROR")) {
            return Progress.DONE;
        }
        if (line.startsWith(MARK)) {
            return answered(line.substring(MARK.length()), sink);
        }
        int tab = line.indexOf('\t');
        if (listing && tab > 0 && modules.size() < MOST_MODULES) {
            modules.add(line.substring(0, tab).strip());
        }
        return Progress.CONTINUE;
    }

    private Progress greeting(String line, ObservationSink sink) {
        if (!line.startsWith(MARK)) {
            return Progress.MALFORMED;
        }
        greeted = true;
        StringTokenizer words = new StringTokenizer(line.substring(MARK.length()));
        if (words.hasMoreTokens()) {
            sink.saw(RsyncFacts.SERVICE.partial(words.nextToken()), line);
        }
        return Progress.CONTINUE;
    }

    private Progress answered(String text, ObservationSink sink) {
        if (text.equals("EXIT")) {
            if (listing) {
                sink.saw(
                        modules.size() < MOST_MODULES
                                ? RsyncFacts.MODULES.complete(modules)
                                : RsyncFacts.MODULES.partial(modules));
            }
        } else if (text.equals("OK") || text.startsWith("AUTHREQD")) {
            sink.saw(RsyncFacts.AUTHENTICATION.partial(!text.equals("OK")));
        }
        return Progress.DONE;
    }
}
