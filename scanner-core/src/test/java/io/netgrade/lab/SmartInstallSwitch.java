// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A switch with Smart Install, which answers the question of Cisco's check script (public with advisory
 * cisco-sa-20170214-smi) and takes no other; or one that listens and is silent.
 */
public final class SmartInstallSwitch extends HandmadeServer {
    private static final String QUESTION = "00000001 00000001 00000004 00000008 00000001 00000000";
    private static final String ANSWER = "00000004 00000000 00000003 00000008 00000001 00000000";

    private final boolean client;

    private SmartInstallSwitch(boolean client) throws IOException {
        super(4786, true);
        this.client = client;
    }

    public static SmartInstallSwitch client() throws IOException {
        return new SmartInstallSwitch(true);
    }

    public static SmartInstallSwitch silent() throws IOException {
        return new SmartInstallSwitch(false);
    }

    @Override
    protected byte[] message(DataInputStream in) throws IOException {
        byte[] message = new byte[24];
        int first = in.readUnsignedByte();
        must(first == 0, "a message that begins with " + first);
        in.readFully(message, 1, message.length - 1);
        return message;
    }

    @Override
    protected Reply reply(byte[] message) throws NotAllowed {
        must(Arrays.equals(message, hex(QUESTION)), "a message that is not the check's");
        return client ? Reply.of(hex(ANSWER)) : Reply.NONE;
    }
}
