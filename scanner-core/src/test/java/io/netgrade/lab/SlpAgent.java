// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A service agent of SLP version 2 over TCP (RFC 2608 8, 10.1, 10.2) that lists its types of service to the scope DEFAULT, or
 * is in another scope and says so with error 4.
 */
public final class SlpAgent extends HandmadeServer {
    private static final int TYPE_REQUEST = 9;
    private static final int TYPE_REPLY = 10;
    private static final int SCOPE_NOT_SUPPORTED = 4;
    private static final int ALL_AUTHORITIES = 0xFFFF;
    private static final int LONGEST = 4_096;

    private final String scope;

    private SlpAgent(int port, String scope) throws IOException {
        super(port, true);
        this.scope = scope;
    }

    public static SlpAgent forEverybody() throws IOException {
        return new SlpAgent(427, "DEFAULT");
    }

    public static SlpAgent ofAnotherScope() throws IOException {
        return new SlpAgent(427, "OPERATIONS");
    }

    public static SlpAgent onUnusualPort() throws IOException {
        return new SlpAgent(0, "DEFAULT");
    }

    @Override
    protected byte[] message(DataInputStream in) throws IOException {
        int version = in.readUnsignedByte();
        must(version == 2, "version " + version);
        int function = in.readUnsignedByte();
        must(function == TYPE_REQUEST, "function " + function);
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        must(length >= 5 && length <= LONGEST, "a message of " + length + " octets");
        byte[] rest = new byte[length - 5];
        in.readFully(rest);
        return rest;
    }

    /** Flags, extension, identifier, language; responders so far, naming authority, scopes. */
    @Override
    protected Reply reply(byte[] rest) throws NotAllowed {
        ByteBuffer in = ByteBuffer.wrap(rest);
        must(in.getShort() == 0, "flags: nothing here was sent to a group, and nothing registers");
        must(in.get() == 0 && in.getShort() == 0, "an extension");
        short identifier = in.getShort();
        String language = text(in);
        must(language.equals("en"), "the language " + language);
        must(text(in).isEmpty(), "responders that answered before, over TCP");
        int authority = in.getShort() & 0xFFFF;
        must(authority == ALL_AUTHORITIES || authority == 0, "a naming authority of its own");
        String asked = text(in);
        must(!asked.isEmpty(), "no scope");
        must(!in.hasRemaining(), "octets behind the message");
        boolean ours = asked.equals(scope);
        byte[] types = (ours ? "service:printer:lpr,service:wbem:https" : "").getBytes(US_ASCII);
        int length = 20 + types.length;
        ByteBuffer out = ByteBuffer.allocate(length);
        out.put((byte) 2).put((byte) TYPE_REPLY).put((byte) 0).putShort((short) length);
        out.putShort((short) 0).put((byte) 0).putShort((short) 0).putShort(identifier);
        out.putShort((short) 2).put("en".getBytes(US_ASCII));
        out.putShort((short) (ours ? 0 : SCOPE_NOT_SUPPORTED))
                .putShort((short) types.length)
                .put(types);
        return Reply.of(out.array());
    }

    private static String text(ByteBuffer in) throws NotAllowed {
        int length = in.getShort() & 0xFFFF;
        must(length <= in.remaining(), "a text that is longer than the message");
        byte[] text = new byte[length];
        in.get(text);
        return new String(text, US_ASCII);
    }
}
