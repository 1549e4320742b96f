// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab.standin;

import java.util.List;

/** What a node does when it has heard a message.
 *
 * @param says messages, each a datagram of its own
 * @param leaves whether it then closes the connection
 */
public record Turn(List<byte[]> says, boolean leaves) {
    public static final Turn SILENCE = new Turn(List.of(), false);
    public static final Turn LEAVING = new Turn(List.of(), true);

    public static Turn saying(byte[]... messages) {
        return new Turn(List.of(messages), false);
    }

    public Turn andLeaving() {
        return new Turn(says, true);
    }
}
