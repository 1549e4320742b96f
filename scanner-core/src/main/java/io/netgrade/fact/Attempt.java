// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

import io.netgrade.endpoint.Endpoint;
import java.time.Instant;
import java.util.Locale;

/**
 * How one exchange of the prober with one endpoint ended.
 *
 * @param question what was asked, such as {@code connect}, {@code ssh.algorithms}, {@code tls.suites}
 * @param status the closed list of endings
 * @param detail one line for a reader; empty where the status says it all
 * @param sent application bytes sent, without TLS or lower layers
 * @param received application bytes received
 * @param millis from the first packet to the end, in milliseconds
 */
public record Attempt(
        Endpoint endpoint,
        String question,
        Status status,
        String detail,
        Instant time,
        long millis,
        long sent,
        long received) {

    /** The question of a name look-up that gave the endpoint's address (its port is 0); the detail is the name. */
    public static final String RESOLVE = "resolve";

    /** How the detail of an attempt begins that only the end of the run has ended. */
    public static final String INTERRUPTED = "interrupted";

    /** How the detail of an attempt begins that was not made for want of SCTP on this machine, or of the right to make it. */
    public static final String NO_SCTP = "no SCTP here";

    /**
     * The same with the reason.
     *
     * @param why {@link #INTERRUPTED} where somebody interrupted it
     */
    public static String interrupted(String why) {
        return why.equals(INTERRUPTED) ? INTERRUPTED : INTERRUPTED + ": " + why;
    }

    /** Every way an attempt can end. */
    public enum Status {
        /** The service spoke the protocol asked for (for {@code connect}: the port is open). */
        ANSWERED,
        /** The scan is being turned away where it was answered before: later attempts are not made. */
        BANNED,
        /** A limit of bytes, time or connections ended it. */
        BUDGET_SPENT,
        /** The other side closed before it said enough. */
        CLOSED_EARLY,
        /** netgrade's own fault: a bug to report. */
        FAULT,
        /** No answer to a connect, or an ICMP message that a filter sends. */
        FILTERED,
        /** The service answered, but not in the protocol asked for. */
        NOT_THIS_PROTOCOL,
        /** The scope does not name the endpoint: nothing was sent. */
        OUT_OF_SCOPE,
        /** The time window was closed: nothing was sent. */
        OUT_OF_WINDOW,
        /** RST to a connect, or ICMP port unreachable: the port is closed. */
        REFUSED,
        /** The connection was reset after it was open. */
        RESET,
        /** Open, or a datagram sent, and no answer in time. */
        TIMED_OUT,
        /** No route, or the network is down. */
        UNREACHABLE;

        /** Kebab-case, as files and reports write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Status of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
