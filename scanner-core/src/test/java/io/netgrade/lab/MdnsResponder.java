// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A responder of multicast DNS that a one-shot querier asks by unicast (RFC 6762 5.1, 5.5, 6.7) for the types of service that
 * it has (RFC 6763 9).
 */
public final class MdnsResponder extends HandmadeServer {
    private static final String ENUMERATION = "_services._dns-sd._udp.local";
    private static final int POINTER = 12;
    private static final int INTERNET = 1;

    public MdnsResponder() throws IOException {
        super(5353, false);
    }

    @Override
    protected byte[] message(DataInputStream in) {
        throw new IllegalStateException("multicast DNS has no streams");
    }

    /** The answer repeats identifier and question, and is to be held for no longer than ten seconds (6.7). */
    @Override
    protected Reply reply(byte[] query) throws NotAllowed {
        must(query.length > 12, "no question");
        ByteBuffer in = ByteBuffer.wrap(query);
        in.getShort();
        must(in.getShort() == 0, "flags in a query");
        must(in.getShort() == 1 && in.getShort() == 0 && in.getShort() == 0 && in.getShort() == 0, "not one question");
        String name = name(in);
        must(in.remaining() == 4 && in.getShort() == POINTER, "another type than PTR");
        must((in.getShort() & 0x7FFF) == INTERNET, "another class than IN");
        must(name.equals(ENUMERATION), "the name " + name);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(query, 0, 2);
        out.writeBytes(hex("8400 0001 0002 0000 0000"));
        out.write(query, 12, query.length - 12);
        for (String service : new String[] {"_ipp", "_ssh"}) {
            out.writeBytes(hex("c00c 000c 0001 0000000a 000d"));
            out.write(4);
            out.writeBytes(service.getBytes(US_ASCII));
            // The rest is that of a name like _ipp._tcp.local: local stands at octet 35 of the query.
            out.writeBytes(hex("04 5f746370 c023"));
            out.write(0);
        }
        return Reply.of(out.toByteArray());
    }

    private static String name(ByteBuffer in) throws NotAllowed {
        StringBuilder name = new StringBuilder();
        for (int length = in.get(); length != 0; length = in.get()) {
            must(length > 0 && length < in.remaining(), "a label of " + length + " octets");
            byte[] label = new byte[length];
            in.get(label);
            name.append(name.length() == 0 ? "" : ".").append(new String(label, US_ASCII));
        }
        return name.toString();
    }
}
