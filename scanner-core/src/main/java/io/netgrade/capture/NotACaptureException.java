// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.capture;

/** Nothing can be read of an input. The message is one line: what is wrong, where, and what to do. */
public final class NotACaptureException extends Exception {
    private static final long serialVersionUID = 1;

    NotACaptureException(String message) {
        super(message);
    }
}
