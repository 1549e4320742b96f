// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smartinstall;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.ByteWriter;

/**
 * The question by which Cisco's own check script tells a Smart Install client, 24 octets with an answer as long. It asks for
 * nothing but the answer: no configuration is read or changed.
 */
final class SmartInstallProbe {
    private static final int ANSWERS = 4;

    private SmartInstallProbe() {}

    static Conversation of(Endpoint endpoint) {
        byte[] probe = new ByteWriter().bytes(SmartInstallMessage.PROBE).u32(0).written();
        return Script.of(endpoint, opening -> new MessageDissector(Transport.TCP, new SmartInstallSession()))
                .says(probe, SmartInstallProbe::length)
                .build();
    }

    private static long length(ByteView answer) {
        if (answer.length() < SmartInstallMessage.HEADER) {
            boolean may = answer.length() < ANSWERS ? answer.u8(0) == 0 : answer.u32(0) == ANSWERS;
            return may ? MessageGrammar.UNKNOWN : MessageGrammar.BROKEN;
        }
        return answer.u32(0) == ANSWERS ? SmartInstallMessage.length(answer) : MessageGrammar.BROKEN;
    }
}
