// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

/**
 * One of several parts of a run that together visit everything once, each perhaps from a machine of its own. Written
 * {@code 2/5}.
 *
 * @param number which of them, from 1
 * @param of how many there are
 */
public record Share(int number, int of) {
    public static final Share WHOLE = new Share(1, 1);

    private static final int MOST = 1_000_000;

    public Share {
        if (of < 1 || of > MOST || number < 1 || number > of) {
            throw new IllegalArgumentException(number + "/" + of + " is not a part of a whole; write such as 2/5: the"
                    + " second of five (at most " + MOST + ")");
        }
    }

    /** @throws IllegalArgumentException naming the text and the form */
    public static Share parse(String text) {
        int slash = text.indexOf('/');
        try {
            return new Share(
                    Integer.parseInt(text.substring(0, Math.max(0, slash))),
                    Integer.parseInt(text.substring(slash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a part of a whole; write such as 2/5", e);
        }
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
