// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.telnet;

import io.netgrade.wire.ByteView;

/** Parts one direction into text and commands (RFC 854); what a subnegotiation holds is passed over (RFC 855). */
final class TelnetStream {
    private final Reader reader;
    private State state = State.TEXT;
    private int verb;

    TelnetStream(Reader reader) {
        this.reader = reader;
    }

    /** Takes what one direction says. */
    interface Reader {
        void text(int value);

        /** @param verb WILL, WONT, DO or DONT */
        default void negotiation(int verb, int option) {}
    }

    private enum State {
        COMMAND,
        OPTION,
        SUBNEGOTIATION,
        SUBNEGOTIATION_COMMAND,
        TEXT
    }

    void take(ByteView bytes) {
        for (int at = 0; at < bytes.length(); at++) {
            take(bytes.u8(at));
        }
    }

    private void take(int value) {
        switch (state) {
            case TEXT -> text(value);
            case COMMAND -> command(value);
            case OPTION -> {
                state = State.TEXT;
                reader.negotiation(verb, value);
            }
            case SUBNEGOTIATION ->
                state = value == TelnetCode.IAC ? State.SUBNEGOTIATION_COMMAND : State.SUBNEGOTIATION;
            case SUBNEGOTIATION_COMMAND -> state = value == TelnetCode.SE ? State.TEXT : State.SUBNEGOTIATION;
        }
    }

    private void text(int value) {
        if (value == TelnetCode.IAC) {
            state = State.COMMAND;
        } else {
            reader.text(value);
        }
    }

    private void command(int value) {
        state = value == TelnetCode.SB ? State.SUBNEGOTIATION : State.TEXT;
        if (TelnetCode.negotiates(value)) {
            verb = value;
            state = State.OPTION;
        } else if (value == TelnetCode.IAC) {
            reader.text(value);
        }
    }
}
