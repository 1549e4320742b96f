// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ran;

import io.netgrade.protocol.CodeTable;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.ran.Devices.Device;
import io.netgrade.wire.ByteView;

/** NAS of 5GS: mobility management between a device and an AMF (TS 24.501 8.2). */
final class FiveGsNas extends NasReader {
    private static final CodeTable MESSAGES = CodeTable.read(FiveGsNas.class, "mm5-messages.tsv");

    private static final int MOBILITY = 0x7E;
    private static final int PLAIN_HEADER = 3;
    private static final int PROTECTION = 7;

    private static final int REGISTRATION_REQUEST = 0x41;
    private static final int REGISTRATION_ACCEPT = 0x42;
    private static final int CONFIGURATION_UPDATE = 0x54;
    private static final int IDENTITY_RESPONSE = 0x5C;
    private static final int SECURITY_COMMAND = 0x5D;
    private static final int SECURITY_COMPLETE = 0x5E;

    private static final int CAPABILITIES = 0x2E;
    private static final int CONTAINER = 0x71;
    private static final int IDENTITY = 0x77;
    private static final int EMERGENCY = 4;
    private static final int TEMPORARY = 2;
    private static final int COMPARED = 4;

    private final FiveGsIdentity identities = new FiveGsIdentity(this);

    FiveGsNas(RanFacts facts, Said said) {
        super(facts, said);
    }

    @Override
    void read(ByteView bytes, int at, int end, Device device, String from) {
        if (end - at < PLAIN_HEADER || bytes.u8(at) != MOBILITY || !HEADERS.knows(bytes.u8(at + 1))) {
            return;
        }
        int header = bytes.u8(at + 1);
        if (header == PLAIN) {
            plain(bytes, at, end, header, device, from);
            return;
        }
        int inner = at + PROTECTION;
        boolean ciphered = header == CIPHERED || header == CIPHERED_NEW_CONTEXT;
        boolean readable = (!ciphered || device.readable) && end - inner >= PLAIN_HEADER;
        if (readable && bytes.u8(inner) == MOBILITY && bytes.u8(inner + 1) == PLAIN) {
            plain(bytes, inner, end, header, device, from);
        } else {
            message(HIDDEN, header, from);
        }
    }

    private void plain(ByteView bytes, int at, int end, int header, Device device, String from) {
        int type = bytes.u8(at + 2);
        if (!MESSAGES.knows(type)) {
            return;
        }
        message(MESSAGES.name(type), header, from);
        content(bytes, at, end, device, from);
        if (type == SECURITY_COMPLETE) {
            complete(bytes, at + PLAIN_HEADER, end, device, from);
        }
    }

    private void content(ByteView bytes, int at, int end, Device device, String from) {
        int body = at + PLAIN_HEADER;
        switch (bytes.u8(at + 2)) {
            case REGISTRATION_REQUEST -> registration(bytes, body, end, device, from);
            case REGISTRATION_ACCEPT -> {
                long result = NasOptions.narrow(bytes, body, end);
                if (result != Aper.NONE) {
                    temporary(gives(bytes, Aper.to(result), end), "registration-accept");
                }
            }
            case CONFIGURATION_UPDATE -> {
                if (gives(bytes, body, end)) {
                    temporary(true, "configuration-update-command");
                }
            }
            case IDENTITY_RESPONSE -> identities.read(bytes, NasOptions.wide(bytes, body, end), from);
            case SECURITY_COMMAND -> command(bytes, body, end, device);
            default -> {
                // No other message says more than its name.
            }
        }
    }

    /** A Security Mode Complete holds the whole first message and the equipment's identity (TS 24.501 8.2.26). */
    private void complete(ByteView bytes, int body, int end, Device device, String from) {
        identities.read(bytes, NasOptions.find(bytes, body, end, IDENTITY), from);
        long first = NasOptions.find(bytes, body, end, CONTAINER);
        if (first != Aper.NONE && Aper.length(first) >= PLAIN_HEADER && bytes.u16(Aper.from(first)) == MOBILITY << 8) {
            content(bytes, Aper.from(first), Aper.to(first), device, from);
        }
    }

    private void registration(ByteView bytes, int body, int end, Device device, String from) {
        if (body >= end) {
            return;
        }
        device.registration = (bytes.u8(body) & 7) == EMERGENCY ? "emergency" : "normal";
        long identity = NasOptions.wide(bytes, body + 1, end);
        identities.read(bytes, identity, from);
        if (identity != Aper.NONE) {
            long capabilities = NasOptions.find(bytes, Aper.to(identity), end, CAPABILITIES);
            if (capabilities != Aper.NONE) {
                device.capabilities =
                        bytes.bytes(Aper.from(capabilities), Math.min(Aper.length(capabilities), COMPARED));
            }
        }
    }

    private void command(ByteView bytes, int body, int end, Device device) {
        if (end - body < 2) {
            return;
        }
        security(bytes.u8(body), "n", device);
        long replayed = NasOptions.narrow(bytes, body + 2, end);
        if (replayed != Aper.NONE) {
            replayed(bytes, Aper.from(replayed), Aper.length(replayed), COMPARED, "n", device);
        }
    }

    /** Whether a 5G-GUTI is among the optional elements. */
    private static boolean gives(ByteView bytes, int from, int end) {
        long identity = NasOptions.find(bytes, from, end, IDENTITY);
        return identity != Aper.NONE && Aper.length(identity) > 0 && (bytes.u8(Aper.from(identity)) & 7) == TEMPORARY;
    }
}
