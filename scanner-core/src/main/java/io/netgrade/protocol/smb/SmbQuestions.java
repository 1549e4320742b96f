// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smb;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;

/** Which dialects a file server takes: one NEGOTIATE each, as a server names only the best of those it is offered. */
final class SmbQuestions {
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int LEAST = SmbMessage.AT + 32;

    private SmbQuestions() {}

    static Dissector reader(Opening opening) {
        return new MessageDissector(Transport.TCP, new SmbSession());
    }

    /** All of SMB 2 and 3: dialect, signing and cipher as a new client would get them. */
    static Conversation best(Endpoint endpoint) {
        return asking(endpoint, bestOffer());
    }

    static byte[] bestOffer() {
        return SmbRequests.negotiate(
                SmbRequests.VERSION_2_0_2,
                SmbRequests.VERSION_2_1,
                SmbRequests.VERSION_3_0,
                SmbRequests.VERSION_3_0_2,
                SmbRequests.VERSION_3_1_1);
    }

    static Conversation only(int dialect, Endpoint endpoint) {
        return asking(endpoint, SmbRequests.negotiate(dialect));
    }

    static Conversation version1(Endpoint endpoint) {
        return asking(endpoint, SmbRequests.negotiateVersion1());
    }

    private static Conversation asking(Endpoint endpoint, byte[] negotiate) {
        return Script.of(endpoint, SmbQuestions::reader)
                .says(negotiate, SmbQuestions::length)
                .build();
    }

    /** As {@link MessageGrammar#length}, of a message that is no keep-alive. */
    static long length(ByteView unread) {
        long length = SmbMessage.length(unread);
        return length == 0 || (length >= LEAST && length <= LONGEST_ANSWER) ? length : MessageGrammar.BROKEN;
    }
}
