// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

/**
 * The bits of the modulus that a client asks for in a group exchange (RFC 4419 3). The server is to choose the smallest
 * group that it knows of at least the preferred size within the bounds.
 *
 * @param least bits that would be accepted
 * @param preferred bits
 * @param most bits that would be accepted
 */
record SshGroupSizes(int least, int preferred, int most) {
    /** What a client asks for that is content with anything: shows the smallest group that the server hands out. */
    static final SshGroupSizes SMALL = asking(1024);

    /** What is asked for where the group itself is no matter. */
    static final SshGroupSizes USUAL = asking(2048);

    /** What clients of today ask for, at the strength of a cipher with 128 bits (RFC 4419 6.1; NIST SP 800-57). */
    static final SshGroupSizes MEDIUM = asking(3072);

    /** More is dear for the server, which works with the square of it, and shows nothing that this does not. */
    static final SshGroupSizes LARGE = asking(4096);

    private static SshGroupSizes asking(int preferred) {
        return new SshGroupSizes(SshModularGroup.LEAST_BITS, preferred, SshModularGroup.MOST_BITS);
    }

    byte[] bytes() {
        return SshMessage.fields().u32(least).u32(preferred).u32(most).bytes();
    }
}
