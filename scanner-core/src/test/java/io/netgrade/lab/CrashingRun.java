// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;

/** A JVM that starts a server and dies without a chance to end it; says where the server was. */
final class CrashingRun {
    static final int STATUS = 9;

    private CrashingRun() {}

    public static void main(String[] arguments) throws IOException {
        RunningServer server = Lab.start(RedisServer.open());
        System.out.println(server.place().folder());
        System.out.println(server.port());
        System.out.flush();
        Runtime.getRuntime().halt(STATUS);
    }
}
