// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.vnc;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;

/** Reads one connection, up to the choice of a security type. Both sides open with a version of twelve octets. */
final class VncDissector implements Dissector {
    private static final int VERSION = 12;
    private static final byte[] MAGIC = {'R', 'F', 'B', ' '};
    private static final int MOST_TYPES = 32;

    private static final int VENCRYPT = 19;

    private final VncEncryption encryption = new VncEncryption();
    private boolean told;
    private String version = "";
    private boolean clientVersion;
    private boolean old;
    private boolean offered;
    private int chosen = -1;

    static Speaker speaker(ByteView bytes) {
        int known = Math.min(bytes.length(), VERSION);
        for (int at = 0; at < known; at++) {
            int octet = bytes.u8(at);
            boolean fits = at < MAGIC.length
                    ? octet == MAGIC[at]
                    : at == 7 ? octet == '.' : at == VERSION - 1 ? octet == '\n' : octet >= '0' && octet <= '9';
            if (!fits) {
                return Speaker.NOBODY;
            }
        }
        // The server says it first, and the client the same.
        return known == VERSION ? Speaker.EITHER : Speaker.UNFINISHED;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        boolean client = direction == Direction.FROM_CLIENT;
        if (bytes.unread().length() == 0) {
            return Progress.CONTINUE;
        }
        if (client ? !clientVersion : version.isEmpty()) {
            return version(client, bytes, sink);
        }
        if (client) {
            return chosen < 0 && !old ? choice(bytes) : said(bytes);
        }
        return offered ? answered(bytes, sink) : security(bytes, sink);
    }

    /** Nothing is told of what a server says behind its offer before it has heard the choice. */
    private Progress answered(Inbox bytes, ObservationSink sink) {
        return chosen >= 0 ? taken(bytes, sink) : Progress.CONTINUE;
    }

    private Progress choice(Inbox bytes) {
        chosen = bytes.unread().u8(0);
        bytes.consume(1);
        return bytes.unread().length() > 0 ? said(bytes) : Progress.CONTINUE;
    }

    private Progress said(Inbox bytes) {
        encryption.said(bytes.unread());
        bytes.consumeAll();
        return Progress.CONTINUE;
    }

    private Progress version(boolean client, Inbox bytes, ObservationSink sink) {
        ByteView unread = bytes.unread();
        if (unread.length() < VERSION) {
            return Progress.CONTINUE;
        }
        if (speaker(unread) != Speaker.EITHER) {
            return Progress.MALFORMED;
        }
        String text = unread.ascii(4, 7);
        String plain = Integer.parseInt(text.substring(0, 3)) + "." + Integer.parseInt(text.substring(4));
        bytes.consume(VERSION);
        // The older of the two is spoken; before 3.7 the server alone chooses.
        old |= plain.equals("3.3") || plain.equals("3.5");
        if (client) {
            clientVersion = true;
        } else {
            version = plain;
            sink.saw(VncFacts.SERVICE.complete(plain), "RFB " + text);
        }
        return dissect(client ? Direction.FROM_CLIENT : Direction.FROM_SERVER, bytes, sink);
    }

    private Progress security(Inbox bytes, ObservationSink sink) {
        ByteView unread = bytes.unread();
        if (old) {
            if (unread.length() < 4) {
                return Progress.CONTINUE;
            }
            return unread.u32(0) > 255 ? Progress.MALFORMED : only((int) unread.u32(0), sink);
        }
        int count = unread.u8(0);
        if (unread.length() <= count) {
            return Progress.CONTINUE;
        }
        if (count == 0 || count > MOST_TYPES) {
            return count == 0 ? Progress.DONE : Progress.MALFORMED;
        }
        List<String> types = new ArrayList<>();
        for (int at = 1; at <= count; at++) {
            types.add(name(unread.u8(at)));
        }
        sink.saw(VncFacts.SECURITY_OFFERED.complete(types));
        offered = true;
        bytes.consume(count + 1);
        return bytes.unread().length() > 0 ? answered(bytes, sink) : Progress.CONTINUE;
    }

    private static Progress only(int type, ObservationSink sink) {
        if (type > 0) {
            sink.saw(VncFacts.SECURITY_OFFERED.complete(List.of(name(type))));
            sink.saw(VncFacts.SECURITY_TAKEN.partial(name(type)));
        }
        return Progress.DONE;
    }

    private Progress taken(Inbox bytes, ObservationSink sink) {
        if (!told) {
            told = true;
            sink.saw(VncFacts.SECURITY_TAKEN.partial(name(chosen)));
        }
        return chosen == VENCRYPT ? encryption.answered(bytes, sink) : Progress.DONE;
    }

    /** IANA rfb, Security Types. */
    private static String name(int type) {
        return switch (type) {
            case 1 -> "none";
            case 2 -> "vnc";
            case 5 -> "ra2";
            case 6 -> "ra2ne";
            case 16 -> "tight";
            case 17 -> "ultra";
            case 18 -> "tls";
            case 19 -> "vencrypt";
            case 20 -> "sasl";
            case 21 -> "md5";
            case 22 -> "xvp";
            case 30 -> "apple-dh";
            case 35 -> "apple-srp";
            case 113 -> "mslogon2";
            case 129, 133 -> "ra2-256";
            default -> "type " + type;
        };
    }
}
