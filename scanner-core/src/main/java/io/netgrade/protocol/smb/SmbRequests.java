// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The messages that netgrade sends to a file server, each with the four octets of length in front of it. */
final class SmbRequests {
    static final int VERSION_2_0_2 = 0x0202;
    static final int VERSION_2_1 = 0x0210;
    static final int VERSION_3_0 = 0x0300;
    static final int VERSION_3_0_2 = 0x0302;
    static final int VERSION_3_1_1 = 0x0311;

    private static final int HEADER = 64;
    private static final int NEGOTIATE = 0;
    private static final int SET_UP = 1;
    private static final int LOG_OFF = 2;
    private static final int CONNECT = 3;
    private static final int CAN_SIGN = 1;
    private static final int CAN_ENCRYPT = 0x40;
    private static final int SALT = 32;
    /** AES-128-GCM, AES-128-CCM, AES-256-GCM, AES-256-CCM. */
    private static final int[] CIPHERS = {2, 1, 4, 3};

    private static final byte[] MAGIC_2 = {(byte) 0xFE, 'S', 'M', 'B'};
    private static final byte[] MAGIC_1 = {(byte) 0xFF, 'S', 'M', 'B'};
    private static final byte[] NTLM = "NTLMSSP\0".getBytes(US_ASCII);
    /** Unicode, a target, NTLM, extended session security. */
    private static final int NTLM_FLAGS = 0x0008_0205;

    private static final int NTLM_ANONYMOUS = 0x0800;

    private SmbRequests() {}

    /** NEGOTIATE of these dialects and no other (MS-SMB2 2.2.3). */
    static byte[] negotiate(int... dialects) {
        boolean contexts = dialects[dialects.length - 1] == VERSION_3_1_1;
        int behind = HEADER + 36 + 2 * dialects.length;
        int contextsAt = behind + 7 & ~7;
        ByteBuffer message = message(contexts ? contextsAt + 48 + 8 + 2 + 2 * CIPHERS.length : behind);
        header(message, NEGOTIATE, 0, 0);
        message.putShort((short) 36).putShort((short) dialects.length).putShort((short) CAN_SIGN);
        message.putShort((short) 0).putInt(dialects[dialects.length - 1] >= VERSION_3_0 ? CAN_ENCRYPT : 0);
        message.putLong(0).putLong(0);
        message.putInt(contexts ? contextsAt : 0).putShort((short) (contexts ? 2 : 0));
        message.putShort((short) 0);
        for (int dialect : dialects) {
            message.putShort((short) dialect);
        }
        if (contexts) {
            message.position(SmbMessage.AT + contextsAt);
            contexts(message);
        }
        return octets(message);
    }

    /** The hash of what was said before a session (SHA-512), and the ciphers (MS-SMB2 2.2.3.1.1 and 2.2.3.1.2). */
    private static void contexts(ByteBuffer message) {
        message.putShort((short) 1).putShort((short) (6 + SALT)).putInt(0);
        message.putShort((short) 1).putShort((short) SALT).putShort((short) 1).put(new byte[SALT]);
        message.put(new byte[2]);
        message.putShort((short) 2).putShort((short) (2 + 2 * CIPHERS.length)).putInt(0);
        message.putShort((short) CIPHERS.length);
        for (int cipher : CIPHERS) {
            message.putShort((short) cipher);
        }
    }

    /** NEGOTIATE of SMB 1 with its last dialect alone (MS-CIFS 2.2.4.52). */
    static byte[] negotiateVersion1() {
        byte[] dialect = "\2NT LM 0.12\0".getBytes(US_ASCII);
        ByteBuffer message = message(32 + 3 + dialect.length);
        message.put(MAGIC_1).put((byte) 0x72).putInt(0).put((byte) 0x18).putShort((short) 0xC803);
        message.position(SmbMessage.AT + 32);
        message.put((byte) 0).putShort((short) dialect.length).put(dialect);
        return octets(message);
    }

    /** SESSION_SETUP with the first message of NTLM (MS-SMB2 2.2.5, MS-NLMP 2.2.1.1), which names nobody. */
    static byte[] beginSession() {
        ByteBuffer ntlm = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        ntlm.put(NTLM).putInt(1).putInt(NTLM_FLAGS);
        return setUp(1, 0, ntlm.array());
    }

    /** SESSION_SETUP with the last message of NTLM, of nobody: no name, no answer to the challenge (2.2.1.3, 3.2.5.1.2). */
    static byte[] nullSession(long session) {
        ByteBuffer ntlm = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        ntlm.put(NTLM).putInt(3);
        for (int field = 0; field < 6; field++) {
            ntlm.putInt(0).putInt(64);
        }
        ntlm.putInt(NTLM_FLAGS | NTLM_ANONYMOUS);
        return setUp(2, session, ntlm.array());
    }

    /** TREE_CONNECT to the share of pipes, which is what sessions without a name are used for (MS-SMB2 2.2.9). */
    static byte[] connectToPipes(long session, String host) {
        byte[] path = ("\\\\" + host + "\\IPC$").getBytes(UTF_16LE);
        ByteBuffer message = message(HEADER + 8 + path.length);
        header(message, CONNECT, 3, session);
        message.putShort((short) 9).putShort((short) 0);
        message.putShort((short) (HEADER + 8)).putShort((short) path.length);
        message.put(path);
        return octets(message);
    }

    /** LOGOFF (MS-SMB2 2.2.7). */
    static byte[] logOff(long session) {
        ByteBuffer message = message(HEADER + 4);
        header(message, LOG_OFF, 4, session);
        message.putShort((short) 4).putShort((short) 0);
        return octets(message);
    }

    private static byte[] setUp(int number, long session, byte[] token) {
        ByteBuffer message = message(HEADER + 24 + token.length);
        header(message, SET_UP, number, session);
        message.putShort((short) 25)
                .put((byte) 0)
                .put((byte) CAN_SIGN)
                .putInt(0)
                .putInt(0);
        message.putShort((short) (HEADER + 24)).putShort((short) token.length).putLong(0);
        message.put(token);
        return octets(message);
    }

    private static byte[] octets(ByteBuffer message) {
        byte[] octets = new byte[message.capacity()];
        message.clear();
        message.get(octets);
        return octets;
    }

    private static ByteBuffer message(int length) {
        ByteBuffer message = ByteBuffer.allocate(SmbMessage.AT + length);
        message.putInt(length);
        return message.order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void header(ByteBuffer message, int command, int number, long session) {
        message.put(MAGIC_2).putShort((short) HEADER).putShort((short) 0).putInt(0);
        message.putShort((short) command).putShort((short) 1).putInt(0).putInt(0);
        message.putLong(number).putInt(0).putInt(0).putLong(session).put(new byte[16]);
    }
}
