// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** What every server of Samba reads and writes: its configuration, and folders of its own in place of the system's. */
final class SambaFiles {
    private static final String CONFIGURATION = "smb.conf";

    private SambaFiles() {}

    /** @param own settings of the section {@code global} that are not of every server, and further sections */
    static void write(Place place, String interfaces, String own) throws IOException {
        for (String folder : List.of("private", "state", "cache", "lock", "pid")) {
            place.write(folder + "/.keep", "");
        }
        place.write(
                CONFIGURATION,
                """
                [global]
                server role = standalone server
                interfaces = %s
                bind interfaces only = yes
                private dir = %s
                state directory = %s
                cache directory = %s
                lock directory = %s
                pid directory = %s
                ncalrpc dir = %s
                log file = %s
                """.formatted(
                                        interfaces,
                                        place.inside("private"),
                                        place.inside("state"),
                                        place.inside("cache"),
                                        place.inside("lock"),
                                        place.inside("pid"),
                                        place.inside("ncalrpc"),
                                        place.inside("samba.log"))
                        + own);
    }

    /** What every one is started with, to stay in the foreground and to say what it does. */
    static List<String> options(Place place) {
        return List.of(
                "--foreground", "--no-process-group", "--debug-stdout", "-d", "1", "-s", place.inside(CONFIGURATION));
    }
}
