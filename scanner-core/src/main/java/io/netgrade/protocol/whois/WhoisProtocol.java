// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.whois;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.check.FieldCheck;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import java.util.List;

/** WHOIS, the directory of names and addresses. */
public final class WhoisProtocol {
    private static final Protocol PROTOCOL = PlainProtocol.of("whois", "WHOIS")
            .ports(Transport.TCP, 43)
            .facts(WhoisFacts.ANSWER)
            .checks(List.of(
                    FieldCheck.of("whois.answer", "Whether queries are answered in clear.", WhoisFacts.ANSWER, "begins")
                            .inClear()))
            .recognisedBy(WhoisProtocol::recognise)
            .readBy(WhoisProtocol::reader)
            .sends("A query for the name netgrade.invalid, which cannot exist (RFC 2606).")
            .asks(Transport.TCP, "whois.answer", WhoisProtocol::question)
            .onUsualPortsOnly()
            .build();

    private WhoisProtocol() {}

    public static Protocol protocol() {
        return PROTOCOL;
    }

    private static Conversation question(Endpoint endpoint) {
        return Script.of(endpoint, WhoisProtocol::reader)
                .says("netgrade.invalid\r\n".getBytes(US_ASCII), WhoisProtocol::length)
                .build();
    }

    private static long length(ByteView unread) {
        return switch (WhoisText.answer(unread)) {
            case KNOWN -> unread.length();
            case SHORT -> MessageGrammar.UNKNOWN;
            case UNKNOWN -> MessageGrammar.BROKEN;
        };
    }

    private static Dissector reader(Opening opening) {
        return (direction, inbox, sink) -> {
            if (direction == Direction.FROM_CLIENT) {
                inbox.consumeAll();
                return Progress.CONTINUE;
            }
            WhoisText.Answer answer = WhoisText.answer(inbox.unread());
            if (answer == WhoisText.Answer.KNOWN) {
                sink.saw(WhoisFacts.ANSWER.partial(WhoisText.begins(inbox.unread())));
            }
            return switch (answer) {
                case KNOWN -> Progress.DONE;
                case SHORT -> Progress.CONTINUE;
                case UNKNOWN -> Progress.MALFORMED;
            };
        };
    }

    /** A query could be anybody's line: the answer must know the words. */
    private static Recognition recognise(Opening opening) {
        if (opening.transport() != Transport.TCP || !WhoisText.query(opening.fromInitiator())) {
            return Recognition.NO;
        }
        return switch (WhoisText.answer(opening.fromResponder())) {
            case KNOWN -> Recognition.RESPONDER_SERVES;
            case SHORT -> Recognition.NEED_MORE;
            case UNKNOWN -> Recognition.NO;
        };
    }
}
