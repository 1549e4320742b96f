// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.x11;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SoftwareNames;
import io.netgrade.wire.ByteView;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the two messages that set a connection up. */
final class X11Dissector implements Dissector {
    private static final SoftwareNames.Product X_ORG =
            new SoftwareNames.Product("The X.Org Foundation", "X.Org X Server", "a:x.org:x_server");
    private static final int LONGEST_NAME = 64;
    private static final Set<String> AUTHORIZATIONS =
            Set.of("mit-kerberos-5", "mit-magic-cookie-1", "sun-des-1", "xdm-authorization-1");
    private static final int RELEASE_AT = 8;
    private static final int VENDOR_LENGTH_AT = 24;
    private static final int VENDOR_AT = 40;

    private @Nullable String authorization;
    private boolean little = true;

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        if (direction == Direction.FROM_CLIENT) {
            return authorization == null ? setUp(bytes) : pass(bytes);
        }
        ByteView unread = bytes.unread();
        if (unread.length() < X11Setup.SERVER_HEADER) {
            return Progress.CONTINUE;
        }
        int answer = unread.u8(0);
        if (answer > 2) {
            return Progress.MALFORMED;
        }
        boolean accepted = answer == X11Setup.ACCEPTED;
        if (accepted && unread.length() < VENDOR_AT) {
            return Progress.CONTINUE;
        }
        int vendor = accepted ? X11Setup.u16(unread, VENDOR_LENGTH_AT, little) : 0;
        if (accepted && vendor <= LONGEST_NAME && unread.length() < VENDOR_AT + vendor) {
            return Progress.CONTINUE;
        }
        @Nullable Boolean open = authorization == null ? null : accepted && authorization.equals("none");
        sink.saw(X11Facts.CONNECTION.partial(
                accepted ? "accepted" : answer == X11Setup.REFUSED ? "refused" : "authenticate", authorization, open));
        if (accepted && vendor <= LONGEST_NAME) {
            disclosed(unread, vendor, sink);
        }
        return Progress.DONE;
    }

    private static Progress pass(Inbox bytes) {
        bytes.consumeAll();
        return Progress.CONTINUE;
    }

    private Progress setUp(Inbox bytes) {
        ByteView unread = bytes.unread();
        if (unread.length() < X11Setup.CLIENT_HEADER) {
            return Progress.CONTINUE;
        }
        little = unread.u8(0) == X11Setup.LITTLE;
        int length = X11Setup.u16(unread, 6, little);
        if (length > LONGEST_NAME) {
            return Progress.MALFORMED;
        }
        if (unread.length() < X11Setup.CLIENT_HEADER + length) {
            return Progress.CONTINUE;
        }
        authorization = length == 0
                ? "none"
                : known(unread.ascii(X11Setup.CLIENT_HEADER, length).toLowerCase(Locale.ROOT));
        return pass(bytes);
    }

    /** What a client puts there that no server asks for may be anything. */
    private static String known(String name) {
        return AUTHORIZATIONS.contains(name) ? name : "other";
    }

    /** X.Org's release is its version in decimal places: 12101004 is 1.21.1.4. */
    private void disclosed(ByteView unread, int length, ObservationSink sink) {
        String vendor = unread.ascii(VENDOR_AT, length).strip();
        long release = little ? unread.u32le(RELEASE_AT) : unread.u32(RELEASE_AT);
        if (vendor.contains(X_ORG.mark()) && release >= 10_000_000 && release < 100_000_000) {
            long[] parts = {release / 10_000_000, release / 100_000 % 100, release / 1000 % 100, release % 1000};
            String version = parts[0] + "." + parts[1] + "." + parts[2] + (parts[3] > 0 ? "." + parts[3] : "");
            sink.saw(X_ORG.disclosed(version, false), vendor);
        } else if (!vendor.isEmpty()) {
            sink.saw(SoftwareNames.Product.unlisted(vendor).disclosed(Long.toString(release), false));
        }
    }
}
