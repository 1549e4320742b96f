// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.ran.Devices.Device;
import io.netgrade.wire.ByteView;

/** NAS of EPS: mobility management between a device and an MME (TS 24.301 8.2). */
final class EpsNas extends NasReader {
    private static final CodeTable MESSAGES = CodeTable.read(EpsNas.class, "emm-messages.tsv");

    private static final int MOBILITY = 7;
    private static final int PLAIN_HEADER = 2;
    private static final int PROTECTION = 6;
    private static final int SERVICE_REQUEST = 12;

    private static final int ATTACH_REQUEST = 0x41;
    private static final int ATTACH_ACCEPT = 0x42;
    private static final int AREA_UPDATE_ACCEPT = 0x49;
    private static final int REALLOCATION = 0x50;
    private static final int IDENTITY_RESPONSE = 0x56;
    private static final int SECURITY_COMMAND = 0x5D;

    private static final int TEMPORARY = 0x50;
    private static final int GUTI = 6;
    private static final int GUTI_OCTETS = 11;
    private static final int TIMER = 0x5A;
    private static final int EMERGENCY = 6;
    private static final int COMPARED = 2;
    private static final int ODD = 0x08;
    private static final int IMSI = 1;
    private static final int IMEI = 2;
    private static final int IMEISV = 3;
    private static final int TMSI = 4;

    EpsNas(RanFacts facts, Said said) {
        super(facts, said);
    }

    @Override
    void read(ByteView bytes, int at, int end, Device device, String from) {
        if (end - at < PLAIN_HEADER || (bytes.u8(at) & 0x0F) != MOBILITY || !HEADERS.knows(bytes.u8(at) >> 4)) {
            return;
        }
        int header = bytes.u8(at) >> 4;
        if (header == SERVICE_REQUEST) {
            message("service-request", header, from);
            return;
        }
        if (header == PLAIN) {
            plain(bytes, at, end, header, device, from);
            return;
        }
        int inner = at + PROTECTION;
        boolean ciphered = header == CIPHERED || header == CIPHERED_NEW_CONTEXT;
        boolean readable = (!ciphered || device.readable) && end - inner >= PLAIN_HEADER;
        if (readable && bytes.u8(inner) == MOBILITY) {
            plain(bytes, inner, end, header, device, from);
        } else {
            message(HIDDEN, header, from);
        }
    }

    private void plain(ByteView bytes, int at, int end, int header, Device device, String from) {
        int type = bytes.u8(at + 1);
        int body = at + PLAIN_HEADER;
        if (!MESSAGES.knows(type)) {
            return;
        }
        message(MESSAGES.name(type), header, from);
        switch (type) {
            case ATTACH_REQUEST -> attach(bytes, body, end, device, from);
            case ATTACH_ACCEPT -> accept(bytes, body, end);
            case AREA_UPDATE_ACCEPT -> updated(bytes, body, end);
            case REALLOCATION -> temporary(true, "guti-reallocation-command");
            case IDENTITY_RESPONSE -> identity(bytes, NasOptions.narrow(bytes, body, end), from);
            case SECURITY_COMMAND -> command(bytes, body, end, device);
            default -> {
                // No other message says more than its name.
            }
        }
    }

    private void attach(ByteView bytes, int body, int end, Device device, String from) {
        if (body >= end) {
            return;
        }
        device.registration = (bytes.u8(body) & 7) == EMERGENCY ? "emergency" : "normal";
        long identity = NasOptions.narrow(bytes, body + 1, end);
        identity(bytes, identity, from);
        long capability = identity == Aper.NONE ? Aper.NONE : NasOptions.narrow(bytes, Aper.to(identity), end);
        if (capability != Aper.NONE) {
            device.capabilities = bytes.bytes(Aper.from(capability), Math.min(Aper.length(capability), COMPARED));
        }
    }

    /** Result, timer, a list of areas, a session's message, then the optional ones (TS 24.301 8.2.1). */
    private void accept(ByteView bytes, int body, int end) {
        long areas = NasOptions.narrow(bytes, body + 2, end);
        long session = areas == Aper.NONE ? Aper.NONE : NasOptions.wide(bytes, Aper.to(areas), end);
        if (session != Aper.NONE) {
            temporary(gives(bytes, Aper.to(session), end), "attach-accept");
        }
    }

    /** Result, then the optional ones, of which the timer has no length (TS 24.301 8.2.26). */
    private void updated(ByteView bytes, int body, int end) {
        boolean timer = end - body > 2 && bytes.u8(body + 1) == TIMER;
        int from = Math.min(body + (timer ? 3 : 1), end);
        temporary(gives(bytes, from, end), "tracking-area-update-accept");
    }

    /** Whether a GUTI stands first among the optional elements, which is its place. */
    private static boolean gives(ByteView bytes, int from, int end) {
        long value = from < end && bytes.u8(from) == TEMPORARY ? NasOptions.narrow(bytes, from + 1, end) : Aper.NONE;
        return value != Aper.NONE && Aper.length(value) == GUTI_OCTETS && (bytes.u8(Aper.from(value)) & 7) == GUTI;
    }

    private void command(ByteView bytes, int body, int end, Device device) {
        if (end - body < 2) {
            return;
        }
        security(bytes.u8(body), "e", device);
        long replayed = NasOptions.narrow(bytes, body + 2, end);
        if (replayed != Aper.NONE) {
            replayed(bytes, Aper.from(replayed), Aper.length(replayed), COMPARED, "e", device);
        }
    }

    /** The mobile identity of EPS (TS 24.301 9.9.3.12, TS 24.008 10.5.1.4). */
    private void identity(ByteView bytes, long value, String from) {
        if (value == Aper.NONE || Aper.length(value) < 1) {
            return;
        }
        int first = bytes.u8(Aper.from(value));
        int digits = 2 * Aper.length(value) - ((first & ODD) != 0 ? 1 : 2);
        switch (first & 7) {
            case IMSI -> {
                concealment("imsi", null);
                identity("imsi", digits, from);
            }
            case IMEI -> {
                concealment("imei", null);
                identity("imei", digits, from);
            }
            case IMEISV -> {
                concealment("imeisv", null);
                identity("imeisv", digits, from);
            }
            case TMSI -> concealment("tmsi", null);
            case GUTI -> concealment("guti", null);
            default -> concealment("none", null);
        }
    }
}
