// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab.standin;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * A switch that is a client of Cisco Smart Install, as far as Cisco tells: no document of the protocol is public, but the
 * script that Cisco gives to operators (smi_check, of the advisory cisco-sa-20170214-smi) sends 24 octets, and knows a client
 * by 24 others.
 */
public final class SmartInstallSwitch implements Spoken {
    private static final int HEADER = 16;
    private static final byte[] QUESTION = HexFormat.of().parseHex("000000010000000100000004000000080000000100000000");
    private static final byte[] ANSWER = HexFormat.of().parseHex("000000040000000000000003000000080000000100000000");

    private final boolean client;

    private SmartInstallSwitch(boolean client) {
        this.client = client;
    }

    /** The default of the switches that have it: {@code vstack}. */
    public static SmartInstallSwitch client() {
        return new SmartInstallSwitch(true);
    }

    /** {@code no vstack}, by something that still takes the connection, and closes it on the first word. */
    public static SmartInstallSwitch closing() {
        return new SmartInstallSwitch(false);
    }

    @Override
    public int length(ByteBuffer said) {
        if (said.remaining() < HEADER) {
            return 0;
        }
        int body = said.getInt(12);
        Breach.unless(body >= 0 && body <= LONGEST, "the fourth number is the length of what follows");
        return HEADER + body;
    }

    @Override
    public Turn answer(ByteBuffer message, InetSocketAddress asker) {
        if (!client) {
            return Turn.LEAVING;
        }
        Breach.unless(message.equals(ByteBuffer.wrap(QUESTION)), "nothing but the script's question", Turn.LEAVING);
        return Turn.saying(ANSWER.clone());
    }
}
