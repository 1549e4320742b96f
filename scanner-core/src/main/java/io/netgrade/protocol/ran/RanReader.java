// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;

/** Reads one association message by message, and states each thing once. */
final class RanReader implements MessageGrammar {
    /** Procedures, messages and kinds of identities together. */
    private static final int MOST_REMEMBERED = 128;

    private static final String[] KINDS = {"initiating", "successful", "unsuccessful"};

    private final Interface of;
    private final RanGrammar grammar;
    private final RanFacts facts;
    private final RanMessage read = new RanMessage();
    private final Said said = new Said(MOST_REMEMBERED);
    private final CoreReader core;
    private final RadioSecurity radio;

    RanReader(Interface of, RanGrammar grammar, RanFacts facts) {
        this.of = of;
        this.grammar = grammar;
        this.facts = facts;
        this.radio = new RadioSecurity(facts.radioSecurity(), said);
        this.core = new CoreReader(of, facts, said);
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        return unread.length();
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (!grammar.read(message, read)) {
            return Progress.MALFORMED;
        }
        said.by(direction, sink);
        String from = of.symmetric() || direction == Direction.FROM_SERVER ? "server" : "client";
        if (said.isNew(read.procedure() << 2 | read.kind())) {
            said.state(facts.procedure().partial(grammar.procedure(read.procedure()), KINDS[read.kind()], from));
        }
        if (of.core()) {
            core.read(message, read, from);
        } else if (of == Interface.F1AP) {
            radio.read(message, read);
        }
        return Progress.CONTINUE;
    }
}
