// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.vrrp;

import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An advertisement.
 *
 * <pre>
 *  version(4 bits) type(4)  VRID(1)  priority(1)  addresses(1)
 *  version 2: authentication type(1) interval(1) checksum(2) addresses(4 each) authentication data(8)
 *  version 3: interval(2) checksum(2) addresses(4 or 16 each)
 * </pre>
 */
final class VrrpAdvertisement implements Datagrams.Reader {
    private static final int HEADER = 8;
    private static final int PASSWORD = 8;
    private static final int VERSION_2 = 0x21;
    private static final int VERSION_3 = 0x31;
    private static final List<String> TYPES = List.of("none", "simple-password", "ip-authentication-header");
    private static final List<byte[]> DEFAULTS = List.of(
            "".getBytes(StandardCharsets.US_ASCII),
            "cisco".getBytes(StandardCharsets.US_ASCII),
            "admin".getBytes(StandardCharsets.US_ASCII),
            "vrrp".getBytes(StandardCharsets.US_ASCII),
            "test".getBytes(StandardCharsets.US_ASCII),
            "password".getBytes(StandardCharsets.US_ASCII),
            "1111".getBytes(StandardCharsets.US_ASCII),
            "1234".getBytes(StandardCharsets.US_ASCII));

    static boolean isSound(ByteView bytes) {
        if (bytes.length() < HEADER + 4 || bytes.u8(1) == 0 || bytes.u8(3) == 0) {
            return false;
        }
        int addresses = bytes.u8(3);
        return switch (bytes.u8(0)) {
            case VERSION_2 -> bytes.u8(4) < TYPES.size() && bytes.length() == HEADER + addresses * 4 + PASSWORD;
            case VERSION_3 ->
                bytes.u8(4) >>> 4 == 0
                        && (bytes.length() == HEADER + addresses * 4 || bytes.length() == HEADER + addresses * 16);
            default -> false;
        };
    }

    @Override
    public boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isSound(bytes)) {
            return false;
        }
        int version = bytes.u8(0) >>> 4;
        int type = version == 2 ? bytes.u8(4) : 0;
        String password = type == 1 ? passwordClass(bytes, bytes.length() - PASSWORD) : null;
        if (said.isNew(Said.hash(version * 4L + type, bytes, bytes.length() - PASSWORD, type == 1 ? PASSWORD : 0))) {
            said.state(VrrpFacts.AUTHENTICATION.partial(Integer.toString(version), TYPES.get(type), password));
        }
        int timeToLive = datagram.carriage().timeToLive();
        if (said.isNew(1L << 40 | (long) bytes.u16(1) << 16 | (timeToLive & 0xFFFF))) {
            said.state(VrrpFacts.GROUP.partial(bytes.u8(1), bytes.u8(2), timeToLive < 0 ? null : timeToLive));
        }
        return true;
    }

    private static String passwordClass(ByteView bytes, int at) {
        int length = 0;
        while (length < PASSWORD && bytes.u8(at + length) != 0) {
            length++;
        }
        boolean known = false;
        for (byte[] word : DEFAULTS) {
            known |= word.length == length && bytes.holds(at, word);
        }
        return known ? "default" : "other";
    }
}
