// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import io.netgrade.protocol.Inbox;
import io.netgrade.wire.ByteView;
import java.util.Optional;

/** Cuts one direction of a stream into records, however TCP split it. Holds at most one record. */
final class TlsRecordReader {
    private final TlsFamily family;
    private final byte[] header = new byte[TlsRecord.HEADER_LENGTH];
    private byte[] fragment = new byte[0];
    private int headerHeld;
    private int fragmentHeld;
    private boolean broken;

    TlsRecordReader(TlsFamily family) {
        this.family = family;
    }

    /** The next whole record; consumes all bytes up to its end, and keeps those of one that is not whole yet. */
    Optional<TlsRecord> next(Inbox bytes) {
        if (broken || !headerRead(bytes)) {
            return Optional.empty();
        }
        fragmentHeld += fill(bytes, fragment, fragmentHeld);
        if (fragmentHeld < fragment.length) {
            return Optional.empty();
        }
        headerHeld = 0;
        return Optional.of(new TlsRecord(type(), version(), fragment));
    }

    /** Whether bytes were met that begin no record: nothing more can be read. */
    boolean broken() {
        return broken;
    }

    private boolean headerRead(Inbox bytes) {
        if (headerHeld == header.length) {
            return true;
        }
        headerHeld += fill(bytes, header, headerHeld);
        if (headerHeld < header.length) {
            return false;
        }
        int length = u16(3);
        broken = !TlsRecord.isHeader(family, type(), version(), length);
        fragment = new byte[broken ? 0 : length];
        fragmentHeld = 0;
        return !broken;
    }

    private static int fill(Inbox bytes, byte[] into, int held) {
        ByteView unread = bytes.unread();
        int taken = Math.min(unread.length(), into.length - held);
        unread.copyTo(into, held, 0, taken);
        bytes.consume(taken);
        return taken;
    }

    private int type() {
        return header[0] & 0xFF;
    }

    private int version() {
        return u16(1);
    }

    private int u16(int at) {
        return (header[at] & 0xFF) << 8 | (header[at + 1] & 0xFF);
    }
}
