// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

/** An evidence file that cannot be read; the message names the file, the line and what is wrong. */
public final class EvidenceFault extends Exception {
    public EvidenceFault(String message) {
        super(message);
    }
}
