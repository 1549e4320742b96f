// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The servers that run now. A JVM that ends in order ends them by this hook; one that is killed closes their standard
 * input by dying, which ends them too.
 */
final class ServersToEnd {
    private static final Set<RunningServer> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(RunningServer::close), "ends servers of the lab"));
    }

    private ServersToEnd() {}

    static void remember(RunningServer server) {
        RUNNING.add(server);
    }

    static void forget(RunningServer server) {
        RUNNING.remove(server);
    }
}
