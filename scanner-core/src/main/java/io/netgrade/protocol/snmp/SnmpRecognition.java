// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.Ber;
import io.netgrade.wire.ByteView;

/**
 * Tells an SNMP flow by the grammar of its first message, and the agent by who asks. Traps, informs and their answers
 * show a manager that takes them: it serves then, as a receiver, and is no agent.
 */
final class SnmpRecognition {
    private static final int AGENT_PORT = 161;
    private static final int MANAGER_PORT = 162;

    /** One message per thread, wrapped again for every flow, so that recognising allocates nothing. */
    private static final ThreadLocal<SnmpMessage> MESSAGE = ThreadLocal.withInitial(SnmpMessage::new);

    private enum Speaker {
        AGENT,
        MANAGER,
        NOBODY,
        NOTIFIER,
        RECEIVER,
        UNFINISHED
    }

    private SnmpRecognition() {}

    static Recognition of(Opening opening) {
        Transport transport = opening.transport();
        if (transport != Transport.UDP && transport != Transport.TCP) {
            return Recognition.NO;
        }
        Speaker initiator = speaker(transport, opening.fromInitiator(), opening.initiatorPort());
        Speaker responder = speaker(transport, opening.fromResponder(), opening.responderPort());
        if (initiator == Speaker.MANAGER || initiator == Speaker.NOTIFIER) {
            return served(initiator, opening.responderPort(), Recognition.RESPONDER_SERVES);
        }
        if (responder == Speaker.MANAGER || responder == Speaker.NOTIFIER) {
            return served(responder, opening.initiatorPort(), Recognition.INITIATOR_SERVES);
        }
        if (initiator == Speaker.AGENT || initiator == Speaker.RECEIVER) {
            return Recognition.INITIATOR_SERVES;
        }
        if (responder == Speaker.AGENT || responder == Speaker.RECEIVER) {
            return Recognition.RESPONDER_SERVES;
        }
        boolean waits = initiator == Speaker.UNFINISHED || responder == Speaker.UNFINISHED;
        return waits ? Recognition.NEED_MORE : Recognition.NO;
    }

    /** Nobody asks at a manager's port, and a notification under encryption is known only by going there. */
    private static Recognition served(Speaker speaker, int port, Recognition recognition) {
        boolean asksManager = speaker == Speaker.MANAGER && port == MANAGER_PORT;
        boolean hidden =
                speaker == Speaker.NOTIFIER && MESSAGE.get().pdu() == SnmpMessage.ENCRYPTED && port != MANAGER_PORT;
        return asksManager || hidden ? Recognition.NO : recognition;
    }

    /** Whether the flow is one between who notifies and who takes it. */
    static boolean notifies(Opening opening) {
        Transport transport = opening.transport();
        return notification(speaker(transport, opening.fromInitiator(), opening.initiatorPort()))
                || notification(speaker(transport, opening.fromResponder(), opening.responderPort()));
    }

    private static boolean notification(Speaker speaker) {
        return speaker == Speaker.NOTIFIER || speaker == Speaker.RECEIVER;
    }

    private static Speaker speaker(Transport transport, ByteView bytes, int port) {
        if (bytes.length() == 0) {
            return Speaker.NOBODY;
        }
        if (bytes.u8(0) != Ber.SEQUENCE) {
            return Speaker.NOBODY;
        }
        int length = SnmpFrame.length(transport, bytes);
        if (length == 0) {
            return SnmpFrame.plausible(bytes) ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        SnmpMessage message = MESSAGE.get();
        return length > 0 && message.wrap(bytes, 0, length) ? speaker(message, port) : Speaker.NOBODY;
    }

    private static Speaker speaker(SnmpMessage message, int port) {
        return switch (message.pdu()) {
            case SnmpMessage.TRAP_V1, SnmpMessage.TRAP, SnmpMessage.INFORM -> Speaker.NOTIFIER;
            case SnmpMessage.RESPONSE, SnmpMessage.REPORT -> port == MANAGER_PORT ? Speaker.RECEIVER : Speaker.AGENT;
            case SnmpMessage.ENCRYPTED -> encryptedSpeaker(message, port);
            default -> Speaker.MANAGER;
        };
    }

    /** Under encryption only the wish for an answer is seen; an answer and a trap look alike but for the port. */
    private static Speaker encryptedSpeaker(SnmpMessage message, int port) {
        if (message.reportable()) {
            return Speaker.MANAGER;
        }
        return port == AGENT_PORT ? Speaker.AGENT : Speaker.NOTIFIER;
    }
}
