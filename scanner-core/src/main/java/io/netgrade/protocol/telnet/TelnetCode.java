// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.telnet;

/** The bytes behind IAC (RFC 854). */
final class TelnetCode {
    static final int SE = 240;
    static final int SB = 250;
    static final int WILL = 251;
    static final int WONT = 252;
    static final int DO = 253;
    static final int DONT = 254;
    static final int IAC = 255;

    static final int ECHO = 1;
    static final int TERMINAL_TYPE = 24;
    static final int NAWS = 31;
    static final int TERMINAL_SPEED = 32;
    static final int X_DISPLAY_LOCATION = 35;
    static final int ENVIRON = 36;
    static final int NEW_ENVIRON = 39;
    /** The last option of RFCs; higher ones are vendors' own, or chance. */
    static final int LAST_USUAL_OPTION = 49;

    private TelnetCode() {}

    static boolean negotiates(int code) {
        return code >= WILL && code <= DONT;
    }
}
