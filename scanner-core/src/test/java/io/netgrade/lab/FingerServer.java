// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;

/** A finger server (RFC 1288 2.3): one line is asked, an answer comes, the connection ends. It may refuse who asks (3.2.1). */
public final class FingerServer extends HandmadeServer {
    private static final int LONGEST = 512;

    private final boolean refusing;

    private FingerServer(int port, boolean refusing) throws IOException {
        super(port, true);
        this.refusing = refusing;
    }

    public static FingerServer telling() throws IOException {
        return new FingerServer(79, false);
    }

    public static FingerServer refusing() throws IOException {
        return new FingerServer(79, true);
    }

    public static FingerServer onUnusualPort() throws IOException {
        return new FingerServer(0, false);
    }

    @Override
    protected byte[] message(DataInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.readUnsignedByte(); octet != '\n'; octet = in.readUnsignedByte()) {
            must(line.size() < LONGEST && (octet >= ' ' || octet == '\r' || octet == '\t'), "a line that is none");
            line.write(octet);
        }
        return line.toByteArray();
    }

    /** {@code [/W SP] [user] CRLF}: no host, to which it would be forwarded, and not the empty line, which lists all users. */
    @Override
    protected Reply reply(byte[] message) throws NotAllowed {
        String line = new String(message, US_ASCII);
        must(line.endsWith("\r"), "a line without CR");
        String user = line.strip();
        must(!user.isEmpty(), "the list of all users");
        must(user.matches("[A-Za-z0-9-]+"), "a user named " + user);
        String answer = refusing ? "Finger is not answered here." : "finger: " + user + ": no such user.";
        return new Reply((answer + "\r\n").getBytes(US_ASCII), true);
    }
}
