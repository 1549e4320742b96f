// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.endpoint.Transport;
import io.netgrade.wire.ByteView;
import java.util.function.Function;

/** Who says the bytes that begin one side of a flow, as the grammar of a protocol tells. */
public enum Speaker {
    /** The one who asks. */
    CLIENT,
    /** The bytes are in the grammar, and either side could say them. */
    EITHER,
    /** The bytes are not in the grammar. */
    NOBODY,
    /** One of several who serve each other. */
    PEER,
    /** The one who serves. */
    SERVER,
    /** The bytes may become a message once there are more of them. */
    UNFINISHED;

    /**
     * Who serves, from what each side says for itself. Both sides must be in the grammar as far as they were heard.
     *
     * @param grammar of the first bytes of one side; never asked about no bytes at all. Captures nothing.
     */
    public static Recognition recognition(Opening opening, Function<ByteView, Speaker> grammar) {
        Speaker initiator = of(opening.fromInitiator(), grammar);
        Speaker responder = of(opening.fromResponder(), grammar);
        if (initiator == NOBODY || responder == NOBODY) {
            return Recognition.NO;
        }
        if (initiator == PEER || responder == PEER) {
            return Recognition.PEERS;
        }
        if (initiator == CLIENT || (responder == SERVER && initiator != SERVER)) {
            return Recognition.RESPONDER_SERVES;
        }
        if (initiator == SERVER || responder == CLIENT) {
            return Recognition.INITIATOR_SERVES;
        }
        if (initiator == EITHER || responder == EITHER) {
            return Recognition.SERVER_UNKNOWN;
        }
        boolean stream = opening.transport() == Transport.TCP;
        return stream ? Recognition.NEED_MORE : Recognition.NO;
    }

    private static Speaker of(ByteView said, Function<ByteView, Speaker> grammar) {
        return said.length() == 0 ? UNFINISHED : grammar.apply(said);
    }
}
