// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import java.util.Locale;

/** Why a question could not be decided. A closed list: every UNKNOWN has one of these. */
public enum UnknownReason {
    /** The prober is being turned away where it was answered before. */
    BANNED,
    /** A limit of bytes, time or connections ended the look. */
    BUDGET_SPENT,
    /** The capturing machine lost frames. */
    CAPTURE_DROPS,
    /** The service closed the connection, or reset it, before it said enough. */
    CLOSED_EARLY,
    /** It is said under encryption, which a capture cannot read. */
    ENCRYPTED,
    /** The profile's expression cannot be computed over what was seen: it divides by zero, or would cost too much. */
    EXPRESSION_FAULT,
    /** Something was seen that is not within what was seen whole: there is more than one whole tells. */
    EYES_DISAGREE,
    /** No answer, or an ICMP message that a filter sends. */
    FILTERED,
    /** Only a heuristic or one side speaks for it; such evidence never fails a control alone. */
    HEURISTIC_ONLY,
    /** No SCTP on this machine. */
    NO_SCTP,
    /** Nobody asked: the endpoint was not probed, or the capture does not show this. */
    NOT_ASKED,
    /** Only one direction was captured. */
    ONE_SIDED,
    /** The scope does not name the endpoint. */
    OUT_OF_SCOPE,
    /** The time window was closed. */
    OUT_OF_WINDOW,
    /** Some of it was seen and is within the bar; the rest was not seen. */
    PARTLY_SEEN,
    /** netgrade's own fault. */
    PROBE_FAULT,
    /** The snapshot length cut it off. */
    SNAPLEN_CUT,
    /** Open, but no answer in time. */
    TIMED_OUT,
    /** No route, or refused where it answered before. */
    UNREACHABLE,
    /** The capture's link type is one that netgrade does not read. */
    UNSUPPORTED_LINK_TYPE;

    /** Kebab-case, as files and reports write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
