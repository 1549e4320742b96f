// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

/**
 * Facts that no service says itself: they are added to what was seen before it is judged, from what a plan states of a unit
 * and from what is known of software. They are stated anew by every judging and stand in no evidence file.
 */
public final class StatedFacts {
    /** What {@link #DECLARED} says of a service that is on the unit's list. */
    public static final String YES = "yes";
    /** Of one that is not. */
    public static final String NO = "no";
    /** Of one that is there for its peers alone, and answered a probe from an untrusted place all the same. */
    public static final String TO_PEERS = "to-peers";

    /** Whether a service is on the unit's list. */
    public static final FactType DECLARED = FactType.of(
                    "service.declared", "Whether the plan's list of services for the unit names this one.")
            .text(
                    "declared",
                    "yes, no, or to-peers: for its peers alone, while a probe from an untrusted place was answered")
            .text("as", "the entry of the list that it is")
            .text("purpose", "as the list says");

    /** How long software is maintained. */
    public static final FactType LIFECYCLE = FactType.of(
                    "service.lifecycle",
                    "How long the software that the service discloses is maintained, as a table of dates tells.")
            .text("product", "the product's name in that table")
            .text("version", "as disclosed")
            .text("cycle", "the release that it is of; not there where the table has none for it")
            .instant("ends", "the end of the last day on which its maker mends it for everybody")
            .instant("kept-until", "the end of the last day on which somebody else is known to, or its maker for money")
            .text("kept-by", "who that may be; which of the two it is no banner tells")
            .text("source", "where the dates are from")
            .flag("verified", "whether the dates were held against that source, or are from memory");

    /** Whether a type of fact, by its id, is one that nobody can be asked for. */
    public static boolean are(String type) {
        return type.equals(DECLARED.id()) || type.equals(LIFECYCLE.id());
    }

    private StatedFacts() {}
}
