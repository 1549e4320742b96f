// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smb;

import io.netgrade.fact.Fact;
import io.netgrade.protocol.SoftwareNames;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The server's message of an NTLM log-in, which discloses the version of its operating system (MS-NLMP 2.2.1.2). */
final class NtlmChallenge {
    private static final SoftwareNames.Product WINDOWS =
            new SoftwareNames.Product("", "Microsoft Windows", "o:microsoft:windows");
    private static final byte[] MAGIC = "NTLMSSP\0\2\0\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LOOKED_AT = 512;
    private static final int VERSION = 48;
    private static final int FLAGS = 20;
    private static final long VERSIONED = 0x0200_0000L;

    private NtlmChallenge() {}

    static Optional<Fact> find(ByteView message) {
        int end = Math.min(message.length() - VERSION - 7, LOOKED_AT);
        int at = message.indexOf('N', SmbMessage.AT, end);
        while (at >= 0) {
            if (message.holds(at, MAGIC)) {
                return version(message, at);
            }
            at = message.indexOf('N', at + 1, end);
        }
        return Optional.empty();
    }

    /** Servers that are no Windows write a build of 0. */
    private static Optional<Fact> version(ByteView message, int at) {
        boolean versioned = (message.u32le(at + FLAGS) & VERSIONED) != 0;
        int build = message.u16le(at + VERSION + 2);
        return versioned && build > 0
                ? Optional.of(WINDOWS.disclosed(
                        message.u8(at + VERSION) + "." + message.u8(at + VERSION + 1) + "." + build, false))
                : Optional.empty();
    }
}
