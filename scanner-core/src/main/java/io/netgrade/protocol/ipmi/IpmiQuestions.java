// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ipmi;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import java.util.HexFormat;

/** What netgrade asks of a management controller: what anybody may ask before a session (IPMI 2.0 table G-1). */
final class IpmiQuestions {
    static final int CAPABILITIES = 0x38;
    static final int CIPHER_SUITES = 0x54;
    /** The channel that the request comes by. */
    static final int THIS_CHANNEL = 0x0E;

    private static final int ADMINISTRATOR = 4;
    private static final int CONTROLLER = 0x20;
    private static final int REMOTE_CONSOLE = 0x81;

    /** RMCP and ASF: Presence Ping (DSP0136 3.2.4.2). */
    private static final byte[] PING = HexFormat.of().parseHex("0600ff06" + "000011be" + "80000000");

    private IpmiQuestions() {}

    static Dissector reader(Opening opening) {
        return Datagrams.readBy(IpmiReader::read);
    }

    static Conversation ping(Endpoint endpoint) {
        return Script.of(endpoint, IpmiQuestions::reader).says(PING).build();
    }

    /** Get Channel Authentication Capabilities, with those of IPMI 2.0, for an administrator (22.13). */
    static Conversation capabilities(Endpoint endpoint) {
        return Script.of(endpoint, IpmiQuestions::reader)
                .says(request(CAPABILITIES, 0x80 | THIS_CHANNEL, ADMINISTRATOR))
                .whole(fact -> fact.is(IpmiFacts.AUTHENTICATION))
                .build();
    }

    /** A request of the application functions without a session (13.6 and 13.8). */
    static byte[] request(int command, int... data) {
        int length = 7 + data.length;
        byte[] datagram = new byte[IpmiMessage.RMCP + 10 + length];
        datagram[0] = 6;
        datagram[2] = (byte) 0xFF;
        datagram[3] = 7;
        datagram[13] = (byte) length;
        int at = 14;
        datagram[at] = CONTROLLER;
        datagram[at + 1] = IpmiMessage.NET_FUNCTION_APPLICATION << 2;
        datagram[at + 2] = (byte) -(datagram[at] + datagram[at + 1]);
        datagram[at + 3] = (byte) REMOTE_CONSOLE;
        datagram[at + 5] = (byte) command;
        int sum = REMOTE_CONSOLE + command;
        for (int i = 0; i < data.length; i++) {
            datagram[at + 6 + i] = (byte) data[i];
            sum += data[i];
        }
        datagram[at + length - 1] = (byte) -sum;
        return datagram;
    }
}
