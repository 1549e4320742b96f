// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bfd;

import io.netgrade.protocol.Datagrams;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Said;
import io.netgrade.wire.ByteView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A control packet (RFC 5880 §4.1).
 *
 * <pre>
 *  version(3 bits) diagnostic(5)  state(2) P F C A D M  detect multiplier(1)  length(1)
 *  my discriminator(4)  your discriminator(4)  intervals(3 * 4)  [authentication type(1) length(1) ...]
 * </pre>
 */
final class BfdPacket implements Datagrams.Reader {
    private static final int LENGTH = 24;
    static final int LAST_DIAGNOSTIC = 9;
    private static final int AUTHENTICATED = 0x04;
    private static final int MULTIPOINT = 0x01;
    private static final int POLL_AND_FINAL = 0x30;
    private static final int LONGEST_PASSWORD = 16;
    private static final int MD5_LENGTH = 24;
    private static final int SHA1_LENGTH = 28;
    private static final List<String> STATES = List.of("admin-down", "down", "init", "up");
    private static final List<String> TYPES = List.of(
            "none", "simple-password", "keyed-md5", "meticulous-keyed-md5", "keyed-sha1", "meticulous-keyed-sha1");

    private final @Nullable String path;

    BfdPacket(@Nullable String path) {
        this.path = path;
    }

    static boolean isSound(ByteView bytes) {
        if (bytes.length() < LENGTH || bytes.u8(0) >>> 5 != 1 || bytes.u8(3) != bytes.length()) {
            return false;
        }
        int flags = bytes.u8(1);
        boolean session = (bytes.u8(0) & 0x1F) <= LAST_DIAGNOSTIC
                && (flags & MULTIPOINT) == 0
                && (flags & POLL_AND_FINAL) != POLL_AND_FINAL
                && bytes.u8(2) != 0
                && bytes.i32(4) != 0;
        // Only who hears nothing has no discriminator of the other (RFC 5880 §6.8.6).
        boolean answered = bytes.i32(8) != 0 || flags >>> 6 <= 1;
        return session && answered && hasSoundAuthentication(bytes);
    }

    private static boolean hasSoundAuthentication(ByteView bytes) {
        if ((bytes.u8(1) & AUTHENTICATED) == 0) {
            return bytes.length() == LENGTH;
        }
        int length = bytes.length() - LENGTH;
        if (length < 4 || bytes.u8(LENGTH + 1) != length) {
            return false;
        }
        return switch (bytes.u8(LENGTH)) {
            case 1 -> length <= LONGEST_PASSWORD + 3;
            case 2, 3 -> length == MD5_LENGTH;
            case 4, 5 -> length == SHA1_LENGTH;
            default -> false;
        };
    }

    @Override
    public boolean read(Inbox datagram, Said said) {
        ByteView bytes = datagram.unread();
        if (!isSound(bytes)) {
            return false;
        }
        int type = bytes.length() == LENGTH ? 0 : bytes.u8(LENGTH);
        int state = bytes.u8(1) >>> 6;
        int timeToLive = datagram.carriage().timeToLive();
        if (said.isNew(type)) {
            said.state(BfdFacts.AUTHENTICATION.partial(TYPES.get(type), path));
        }
        if (said.isNew(0x10000L + state * 0x1000L + timeToLive)) {
            said.state(BfdFacts.SESSION.partial(STATES.get(state), path, timeToLive < 0 ? null : timeToLive));
        }
        return true;
    }
}
