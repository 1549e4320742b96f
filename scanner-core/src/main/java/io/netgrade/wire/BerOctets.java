// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes what {@link Ber} reads: values with definite lengths of at most two octets (ITU-T X.690 8.1). */
public final class BerOctets {
    private BerOctets() {}

    /** A value of a tag, whose contents are these one behind the other. */
    public static byte[] value(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        if (content.size() < 0x80) {
            value.write(content.size());
        } else {
            value.write(0x82);
            value.write(content.size() >> 8);
            value.write(content.size());
        }
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }

    public static byte[] text(int tag, String text) {
        return value(tag, text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] integer(int number) {
        int octets = 1;
        while (octets < 4 && number >> (8 * octets - 1) != 0 && number >> (8 * octets - 1) != -1) {
            octets++;
        }
        byte[] content = new byte[octets];
        for (int i = 0; i < octets; i++) {
            content[i] = (byte) (number >> (8 * (octets - 1 - i)));
        }
        return value(Ber.INTEGER, content);
    }
}
