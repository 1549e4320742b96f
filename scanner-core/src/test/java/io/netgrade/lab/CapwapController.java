// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.TreeSet;

/**
 * The discovery of a CAPWAP controller (RFC 5415 4.3, 4.5, 5.1 and 5.2, with the binding of RFC 5416): it answers a Discovery
 * Request that has all that one must have, and nothing else.
 */
public final class CapwapController extends HandmadeServer {
    private static final int DISCOVERY_REQUEST = 1;
    private static final int DISCOVERY_RESPONSE = 2;
    private static final Set<Integer> REQUIRED = Set.of(20, 38, 39, 41, 44, 1048);

    public CapwapController() throws IOException {
        super(5246, false);
    }

    @Override
    protected byte[] message(DataInputStream in) {
        throw new IllegalStateException("CAPWAP has no streams");
    }

    /** Preamble 0, a header of two words, no radio, 802.11; then type, sequence number, octets, flags, elements. */
    @Override
    protected Reply reply(byte[] request) throws NotAllowed {
        must(request.length > 16, "a datagram of " + request.length + " octets");
        ByteBuffer in = ByteBuffer.wrap(request);
        must(in.getInt() == 0x0010_0200 && in.getInt() == 0, "another header");
        must(in.getInt() == DISCOVERY_REQUEST, "another message than a Discovery Request");
        byte sequence = in.get();
        must(in.getShort() == request.length - 13, "a length that is not that behind the sequence number");
        must(in.get() == 0, "flags");
        Set<Integer> elements = new TreeSet<>();
        while (in.hasRemaining()) {
            must(in.remaining() >= 4, "half an element");
            int type = in.getShort() & 0xFFFF;
            int length = in.getShort() & 0xFFFF;
            must(length <= in.remaining(), "an element that is longer than the message");
            in.position(in.position() + length);
            must(elements.add(type), "element " + type + " twice");
        }
        must(elements.equals(REQUIRED), "the elements " + elements);
        return Reply.of(response(sequence));
    }

    /** AC Descriptor, AC Name, WTP Radio Information and the controller's address: 5.2. */
    private byte[] response(byte sequence) {
        byte[] name = "lab-ac".getBytes(US_ASCII);
        ByteBuffer elements = ByteBuffer.allocate(128);
        elements.put(hex("0001 001c 0000 0040 0000 0010 02 01 00 04"));
        elements.put(hex("00000000 0004 0000 00000000 0005 0000"));
        elements.put(hex("0004")).putShort((short) name.length).put(name);
        elements.put(hex("0418 0005 01 00000001"));
        elements.put(hex("000a 0006")).put(addressOctets()).put(hex("0000"));
        int length = elements.position();
        ByteBuffer out = ByteBuffer.allocate(16 + length);
        out.putInt(0x0010_0200).putInt(0).putInt(DISCOVERY_RESPONSE).put(sequence);
        out.putShort((short) (3 + length)).put((byte) 0).put(elements.array(), 0, length);
        return out.array();
    }
}
