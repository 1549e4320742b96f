// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

/** Packets of our own making cannot be sent or heard here. The message is one line: what is wrong and what to do. */
public final class RawSocketException extends Exception {
    private static final long serialVersionUID = 1;

    RawSocketException(String message) {
        super(message);
    }

    RawSocketException(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    /** What the error of a call of the C library means. */
    static RawSocketException of(String what, int error) {
        boolean rights = error == Libc.EPERM || error == Libc.EACCES;
        return new RawSocketException(
                rights
                        ? "no right to raw sockets; run as root, or give the java binary the capability CAP_NET_RAW (setcap"
                                + " cap_net_raw+ep), or use --discovery connect"
                        : what + ": error " + error + " of the system");
    }
}
