// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rtp;

/** The names of static payload types (RFC 3551 §6). */
final class RtpEncodings {
    private static final String[] AUDIO = {
        "PCMU", "", "", "GSM", "G723", "DVI4", "DVI4", "LPC", "PCMA", "G722", "L16", "L16", "QCELP", "CN", "MPA",
        "G728", "DVI4", "DVI4", "G729"
    };

    private RtpEncodings() {}

    /** Empty for a dynamic payload type. */
    static String of(int type) {
        if (type < AUDIO.length) {
            return AUDIO[type];
        }
        return switch (type) {
            case 25 -> "CelB";
            case 26 -> "JPEG";
            case 28 -> "nv";
            case 31 -> "H261";
            case 32 -> "MPV";
            case 33 -> "MP2T";
            case 34 -> "H263";
            default -> "";
        };
    }
}
