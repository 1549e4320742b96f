// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

/**
 * When a host is held to answer on every port, as a tarpit does, an intrusion prevention system or a proxy that answers SYNs
 * in its name; and how that is said. Of ports that were picked at random, 256 or more were open, over a range of a thousand or
 * more, and hardly one was not.
 */
public final class EveryPort {
    private static final int SO_MANY = 256;
    private static final int SPREAD = 1_000;

    private EveryPort() {}

    /**
     * @param open ports of a host that are open
     * @param contacts how many of its ports were tried for that, the open ones among them
     */
    public static boolean seems(int open, int contacts, int lowest, int highest) {
        return mayBe(open, lowest, highest) && 100L * open >= 99L * contacts;
    }

    /** Whether it may be, for whoever does not know how many ports were tried. */
    public static boolean mayBe(int open, int lowest, int highest) {
        return isWide(lowest, highest) && open >= SO_MANY;
    }

    /** Whether ports are so far apart that they say something of the others. */
    static boolean isWide(int lowest, int highest) {
        return highest - lowest >= SPREAD;
    }

    /** What it was told by. */
    public static String share(int open, int contacts) {
        return open + " of " + contacts + " ports picked at random were open";
    }

    /** @param share as {@link #share} says it */
    public static String words(String share) {
        return "the host answers on every port (" + share + "), as a tarpit does, or a filter that answers in its name";
    }
}
