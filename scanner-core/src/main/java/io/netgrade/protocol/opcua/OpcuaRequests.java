// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.opcua;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The four messages that netgrade sends (OPC 10000-6 5.2 and 7.1), little endian. */
final class OpcuaRequests {
    private static final String NONE = "http://opcfoundation.org/UA/SecurityPolicy#None";
    private static final int ABSENT = -1;
    private static final int BUFFER = 65_535;
    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final int OPEN_REQUEST = 446;
    private static final int CLOSE_REQUEST = 452;
    private static final int ENDPOINTS_REQUEST = 428;
    private static final int ISSUE = 0;
    private static final int MODE_NONE = 1;
    private static final int LIFETIME_MILLIS = 60_000;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int ROOM = 8192;

    private OpcuaRequests() {}

    static byte[] hello(String address) {
        ByteBuffer message = begin("HEL");
        message.putInt(0).putInt(BUFFER).putInt(BUFFER).putInt(LARGEST_ANSWER).putInt(0);
        text(message, address);
        return end(message);
    }

    /** OpenSecureChannel (OPC 10000-4 5.5.2) of the policy and mode None. */
    static byte[] open() {
        ByteBuffer message = begin("OPN");
        message.putInt(0);
        text(message, NONE);
        message.putInt(ABSENT).putInt(ABSENT).putInt(1).putInt(1);
        header(message, OPEN_REQUEST, 1);
        message.putInt(0).putInt(ISSUE).putInt(MODE_NONE).putInt(ABSENT).putInt(LIFETIME_MILLIS);
        return end(message);
    }

    /** GetEndpoints (OPC 10000-4 5.4.4). */
    static byte[] endpoints(long channel, long token, String address) {
        ByteBuffer message = begin("MSG");
        message.putInt((int) channel).putInt((int) token).putInt(2).putInt(2);
        header(message, ENDPOINTS_REQUEST, 2);
        text(message, address);
        message.putInt(0).putInt(0);
        return end(message);
    }

    /** CloseSecureChannel (OPC 10000-4 5.5.3), which is not answered. */
    static byte[] close(long channel, long token) {
        ByteBuffer message = begin("CLO");
        message.putInt((int) channel).putInt((int) token).putInt(3).putInt(3);
        header(message, CLOSE_REQUEST, 3);
        return end(message);
    }

    /** The type, then a request's header: no session, no time, a handle, no diagnostics, no audit entry, nothing more. */
    private static void header(ByteBuffer message, int type, int handle) {
        message.put((byte) 1).put((byte) 0).putShort((short) type);
        message.put((byte) 0).put((byte) 0);
        message.putLong(0).putInt(handle).putInt(0).putInt(ABSENT).putInt(PATIENCE_MILLIS);
        message.put((byte) 0).put((byte) 0).put((byte) 0);
    }

    private static ByteBuffer begin(String type) {
        ByteBuffer message = ByteBuffer.allocate(ROOM).order(ByteOrder.LITTLE_ENDIAN);
        return message.put(type.getBytes(UTF_8)).put((byte) 'F').putInt(0);
    }

    private static byte[] end(ByteBuffer message) {
        byte[] whole = new byte[message.position()];
        message.putInt(4, whole.length);
        message.flip();
        message.get(whole);
        return whole;
    }

    private static void text(ByteBuffer message, String text) {
        byte[] octets = text.getBytes(UTF_8);
        message.putInt(octets.length).put(octets);
    }
}
