// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt.Status;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** What an exception says of an attempt. */
record Faults(Status status, String detail) {
    /** An RST to a SYN is "refused"; this one came after the SYN-ACK (RFC 9293 section 3.10.7.3 and 3.10.7.4). */
    static final Faults RESET_AT_ONCE = new Faults(Status.RESET, "reset as soon as it was open");

    /** A fault of our own, in one line that helps whoever mends it: the exception and where it was thrown. */
    static String text(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return fault.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** Why a connection did not open. */
    static Faults ofConnect(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (cause instanceof io.netty.channel.ConnectTimeoutException) {
            return new Faults(Status.FILTERED, "");
        }
        if (cause instanceof NoRouteToHostException
                || message.contains("unreachable")
                || message.contains("no route")) {
            return new Faults(Status.UNREACHABLE, "");
        }
        if (cause instanceof ConnectException && message.contains("refused")) {
            return new Faults(Status.REFUSED, "");
        }
        if (cause instanceof IOException && message.contains("reset")) {
            return RESET_AT_ONCE;
        }
        if (message.contains("protocol not available")) {
            // ENOPROTOOPT, as icmp_err_convert has it.
            return new Faults(Status.FILTERED, "ICMP: protocol unreachable");
        }
        if (cause instanceof IOException && message.contains("permission denied")) {
            return new Faults(Status.FILTERED, "this machine's own firewall");
        }
        if (message.contains("too many open files") || message.contains("no buffer space")) {
            return new Faults(Status.BUDGET_SPENT, "no more sockets on this machine; lower --at-once");
        }
        return cause instanceof IOException
                ? new Faults(Status.UNREACHABLE, String.valueOf(cause.getMessage()))
                : new Faults(Status.FAULT, text(cause));
    }

    /** Why an open connection, or a datagram socket, broke. */
    static Faults ofOpen(Throwable cause) {
        Throwable root = cause instanceof io.netty.handler.codec.DecoderException && cause.getCause() != null
                ? cause.getCause()
                : cause;
        if (root instanceof PortUnreachableException || root instanceof ConnectException) {
            return new Faults(Status.REFUSED, "");
        }
        if (root instanceof SSLException) {
            return new Faults(Status.NOT_THIS_PROTOCOL, "TLS: " + root.getMessage());
        }
        return root instanceof IOException ? new Faults(Status.RESET, "") : new Faults(Status.FAULT, text(root));
    }

    /**
     * Why a connected datagram socket broke. Linux tells it of those ICMP errors alone that are final (icmp_err_convert,
     * icmpv6_err_convert): the port is unreachable, or somebody forbids it; what may pass, such as a host that is
     * unreachable for now, it does not tell.
     */
    static Faults ofDatagram(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("not permitted")) {
            return new Faults(Status.FILTERED, "this machine's own firewall");
        }
        if (message.contains("no route") || message.contains("host is unreachable") || message.contains("denied")) {
            return new Faults(Status.FILTERED, "ICMP: administratively prohibited");
        }
        Faults fault = ofOpen(cause);
        return fault.status() == Status.RESET ? new Faults(Status.UNREACHABLE, fault.detail()) : fault;
    }
}
