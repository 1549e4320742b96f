// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab.standin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * A controller of access points that none has joined (CAPWAP, RFC 5415): header 4.3, control messages 4.5.1, Discovery
 * Request 5.1 and Response 5.2, their elements 4.6; the radio's of RFC 5416 6.25. Discovery is in clear whatever else is; all
 * other control messages must come within DTLS (4.5, 12), and there is none here to come by.
 */
public final class AccessController implements Spoken {
    /** DTLS Policy (4.6.1): the D flag lets data go within DTLS, the C flag in clear. */
    private static final int DATA_IN_DTLS = 4;

    private static final int DATA_IN_CLEAR = 2;
    /** Security (4.6.1): the S flag is for pre-shared keys, the X flag for certificates. */
    private static final int KEYS = 4;

    private static final int CERTIFICATES = 2;
    private static final Set<Integer> MANDATORY = Set.of(20, 38, 39, 41, 44, 1048);
    private static final int PADDING = 52;
    private static final int VENDOR = 37;

    private final int security;
    private final int policy;

    private AccessController(int security, int policy) {
        this.security = security;
        this.policy = policy;
    }

    /** Certificates, and what stations say within DTLS too. */
    public static AccessController strong() {
        return new AccessController(CERTIFICATES, DATA_IN_DTLS);
    }

    /** Pre-shared keys, and what stations say in clear. */
    public static AccessController weak() {
        return new AccessController(KEYS, DATA_IN_CLEAR);
    }

    @Override
    public int length(ByteBuffer said) {
        throw new Breach("RFC 5415 3: CAPWAP runs over UDP");
    }

    @Override
    public Turn answer(ByteBuffer packet, InetSocketAddress asker) {
        Breach.unless(packet.remaining() >= 16, "4.3, 4.5.1: two headers of eight octets each");
        int preamble = packet.get();
        Breach.unless(preamble == 0, "4.1: version 0, a CAPWAP header: discovery is never within DTLS");
        int header = packet.getShort() & 0xFFFF;
        int flags = packet.get() & 0xFF;
        Breach.unless(header >> 11 == 2, "4.3: two words of header, where there is no radio's address in it");
        Breach.unless((header >> 6 & 0x1F) == 0, "4.3: radio 0 speaks for the whole access point");
        Breach.unless((header >> 1 & 0x1F) == 1, "4.3: the binding is 1, IEEE 802.11");
        Breach.unless((header & 1) == 0 && flags == 0, "4.3: no native frame, no fragment, no address, no keep-alive");
        Breach.unless(packet.getInt() == 0, "4.3: no fragment has a number or an offset");
        int type = packet.getInt();
        byte sequence = packet.get();
        int length = packet.getShort() & 0xFFFF;
        Breach.unless(type == 1, "5: only a Discovery Request comes in clear, and the first one");
        Breach.unless(packet.get() == 0, "4.5.1.4: the flags are 0");
        Breach.unless(length == packet.remaining() + 3, "4.5.1.3: the length counts all behind the sequence number");
        elements(packet);
        return Turn.saying(response(sequence));
    }

    private static void elements(ByteBuffer elements) {
        Set<Integer> told = new HashSet<>();
        while (elements.hasRemaining()) {
            ByteBuffer value = value(elements, 0);
            int type = elements.getShort(elements.position() - value.remaining() - 4) & 0xFFFF;
            Breach.unless(told.add(type), "5.1: one of each");
            Breach.unless(MANDATORY.contains(type) || type == VENDOR || type == PADDING, "5.1: element " + type);
            switch (type) {
                case 20 -> octets(value, 1, "4.6.21: the discovery type is one octet, up to 4", 4);
                case 38 -> named(value, 4, 0, Set.of(0, 1), "4.6.40: board data name model and serial number");
                case 39 -> descriptor(value);
                case 41 -> octets(value, 1, "4.6.43: the tunnel modes are one octet", 0x0E);
                case 44 -> octets(value, 1, "4.6.44: the MAC type is one octet, up to 2", 2);
                case 1048 -> radio(value);
                default -> {
                    // Padding, and what vendors add.
                }
            }
        }
        Breach.unless(told.containsAll(MANDATORY), "5.1: each mandatory element, not only " + told);
    }

    /** Type and length, behind {@code vendor} octets of a vendor's number: the value, and on to what follows. */
    private static ByteBuffer value(ByteBuffer elements, int vendor) {
        Breach.unless(elements.remaining() >= vendor + 4, "4.6: an element has a type and a length");
        int length = elements.getShort(elements.position() + vendor + 2) & 0xFFFF;
        Breach.unless(length <= elements.remaining() - vendor - 4, "4.6: an element ends within its message");
        ByteBuffer value = elements.slice(elements.position() + vendor + 4, length);
        elements.position(elements.position() + vendor + 4 + length);
        return value;
    }

    private static void octets(ByteBuffer value, int length, String rule, int most) {
        Breach.unless(value.remaining() == length && value.get() <= most, rule);
    }

    private static void named(ByteBuffer value, int header, int vendor, Set<Integer> mandatory, String rule) {
        Breach.unless(value.remaining() >= header, rule);
        value.position(header);
        Set<Integer> told = new HashSet<>();
        while (value.hasRemaining()) {
            int at = value.position() + vendor;
            ByteBuffer text = value(value, vendor);
            Breach.unless(text.remaining() <= 1024, rule);
            told.add(value.getShort(at) & 0xFFFF);
        }
        Breach.unless(told.containsAll(mandatory), rule);
    }

    /** Radios, radios in use, then what each binding encrypts with, then versions. */
    private static void descriptor(ByteBuffer value) {
        String rule = "4.6.41: radios, those in use, encryption for each binding, hardware, software and boot version";
        Breach.unless(value.remaining() >= 6, rule);
        int radios = value.get();
        int used = value.get();
        int bindings = value.get();
        Breach.unless(used <= radios && bindings >= 1, rule);
        Breach.unless((value.get() & 0x1F) == 1, "4.6.41: the binding is 802.11, as in the header");
        named(value, 3 + 3 * bindings, 4, Set.of(0, 1, 2), rule);
    }

    private static void radio(ByteBuffer value) {
        String rule = "RFC 5416 6.25: a radio from 1 to 31, and a type of 802.11 a, b, g, n";
        Breach.unless(value.remaining() == 5, rule);
        int number = value.get();
        int type = value.getInt();
        Breach.unless(number >= 1 && number <= 31 && type > 0 && type <= 0x0F, rule);
    }

    private byte[] response(byte sequence) {
        byte[] name = "lab-controller".getBytes(US_ASCII);
        ByteBuffer elements = ByteBuffer.allocate(512);
        elements.putShort((short) 1).putShort((short) 32);
        elements.putShort((short) 0).putShort((short) 100).putShort((short) 0).putShort((short) 50);
        elements.put((byte) security).put((byte) 2).put((byte) 0).put((byte) policy);
        for (int part = 4; part <= 5; part++) {
            elements.putInt(0).putShort((short) part).putShort((short) 2).put("v1".getBytes(US_ASCII));
        }
        elements.putShort((short) 4).putShort((short) name.length).put(name);
        elements.putShort((short) 1048).putShort((short) 5).put((byte) 1).putInt(1);
        elements.putShort((short) 10).putShort((short) 6).put(new byte[] {127, 0, 0, 1, 0, 0});
        elements.flip();
        return ByteBuffer.allocate(16 + elements.remaining())
                .putInt(0x0010_0200)
                .putInt(0)
                .putInt(2)
                .put(sequence)
                .putShort((short) (3 + elements.remaining()))
                .put((byte) 0)
                .put(elements)
                .array();
    }
}
