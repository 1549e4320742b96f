// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.socks;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;

/** Tells SOCKS by an offer of methods and the choice of one of them, or by a request and its reply. */
final class SocksRecognition {
    private SocksRecognition() {}

    static Recognition of(Opening opening) {
        if (opening.transport() != Transport.TCP) {
            return Recognition.NO;
        }
        Recognition first = sides(opening.fromInitiator(), opening.fromResponder(), Recognition.RESPONDER_SERVES);
        if (first == Recognition.RESPONDER_SERVES || opening.initiatorKnown()) {
            return first;
        }
        Recognition second = sides(opening.fromResponder(), opening.fromInitiator(), Recognition.INITIATOR_SERVES);
        return second == Recognition.NO ? first : second;
    }

    private static Recognition sides(ByteView client, ByteView server, Recognition yes) {
        if (client.length() == 0) {
            return server.length() == 0 ? Recognition.NEED_MORE : serverAlone(server, yes);
        }
        return switch (client.u8(0)) {
            case 4 -> four(client, server, yes);
            case 5 -> five(client, server, yes);
            default -> Recognition.NO;
        };
    }

    private static Recognition five(ByteView client, ByteView server, Recognition yes) {
        int greeting = SocksMessage.greeting(client, 0);
        if (greeting <= 0) {
            return greeting == SocksMessage.SHORT && server.length() == 0 ? Recognition.NEED_MORE : Recognition.NO;
        }
        boolean chosen = server.length() > 1
                && server.u8(0) == 5
                && (server.u8(1) == 0xFF || client.indexOf(server.u8(1), 2, greeting) >= 0);
        boolean alone = server.length() == 0 || (server.length() == 1 && server.u8(0) == 5);
        if (!chosen && !alone) {
            return Recognition.NO;
        }
        Recognition rest = client.length() == greeting ? Recognition.NEED_MORE : goesOn(client, greeting, yes);
        return chosen && rest == Recognition.NEED_MORE ? yes : rest;
    }

    /** What a client says next: who it is, or what it wants. */
    private static Recognition goesOn(ByteView client, int at, Recognition yes) {
        int login = SocksMessage.login(client, at);
        int request = SocksMessage.request(client, login > 0 ? at + login : at);
        if (request > 0 || login > 0) {
            return yes;
        }
        boolean more = login == SocksMessage.SHORT || request == SocksMessage.SHORT;
        return more ? Recognition.NEED_MORE : Recognition.NO;
    }

    private static Recognition four(ByteView client, ByteView server, Recognition yes) {
        int request = SocksMessage.request4(client, 0);
        int reply = SocksMessage.reply4(server, 0);
        if (request == SocksMessage.BROKEN || reply == SocksMessage.BROKEN) {
            return Recognition.NO;
        }
        boolean named = request > 0 && SocksMessage.names(client, 0);
        boolean answered = request > 0 && reply > 0;
        // Of a name behind an address that no host has, the request alone is proof enough.
        boolean over = request > 0 && client.length() > request;
        return answered || named ? yes : over ? Recognition.NO : Recognition.NEED_MORE;
    }

    /** A method, and then a reply: of a login between them the answer is two bytes more. */
    private static Recognition serverAlone(ByteView server, Recognition yes) {
        boolean five = server.u8(0) == 5 && (server.length() < 2 || server.u8(1) == 0 || server.u8(1) == 2);
        if (!five) {
            return Recognition.NO;
        }
        boolean login = server.length() >= 4 && server.u8(1) == 2 && server.u16(2) == 0x0100;
        int reply = server.length() < 3 ? SocksMessage.SHORT : SocksMessage.reply(server, login ? 4 : 2);
        return reply > 0 ? yes : reply == SocksMessage.SHORT ? Recognition.NEED_MORE : Recognition.NO;
    }
}
