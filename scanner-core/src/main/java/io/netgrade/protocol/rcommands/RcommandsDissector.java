// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rcommands;

import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;

/** Reads the server's first octet. What the client says is passed over: it holds names, and for rexec a password. */
final class RcommandsDissector implements Dissector {
    private final FactType service;

    RcommandsDissector(FactType service) {
        this.service = service;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        if (direction == Direction.FROM_CLIENT || bytes.unread().length() == 0) {
            bytes.consumeAll();
            return Progress.CONTINUE;
        }
        int first = bytes.unread().u8(0);
        if (first > 1) {
            return Progress.MALFORMED;
        }
        sink.saw(service.partial(first == 0));
        if (service.equals(RcommandsFacts.REXEC)) {
            sink.saw(RcommandsFacts.REXEC_LOGIN.partial("plaintext-password"));
        }
        return Progress.DONE;
    }
}
