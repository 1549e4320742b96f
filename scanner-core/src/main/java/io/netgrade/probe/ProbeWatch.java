// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import java.util.function.Consumer;

/**
 * Who looks on while a run goes.
 *
 * @param tap is shown what is sent and received
 * @param standings is told three times a second, and at the end, how far the run is: every observation and attempt of what is
 *     done has then been handed out. Called by the thread that hands those out; must not block for long.
 */
public record ProbeWatch(PacketTap tap, Consumer<Standing> standings) {
    public static final ProbeWatch NONE = new ProbeWatch(PacketTap.NONE, standing -> {});
}
