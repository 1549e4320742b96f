// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/**
 * Podman's service of Docker's API over TCP, with a store of its own and no container in it. It makes user namespaces, which
 * not every machine lets it ({@link Lab#startWherePossible}).
 */
public final class PodmanService implements LabServer {
    @Override
    public String name() {
        return "podman";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("home/.keep", "");
    }

    @Override
    public List<String> command(Place place) {
        String home = place.inside("home");
        return List.of(
                "env",
                "HOME=" + home,
                "XDG_RUNTIME_DIR=" + home,
                "podman",
                "--root",
                home + "/store",
                "--runroot",
                home + "/run",
                "--tmpdir",
                home + "/tmp",
                "--storage-driver",
                "vfs",
                "--cgroup-manager",
                "cgroupfs",
                "--events-backend",
                "none",
                "system",
                "service",
                "--time",
                "0",
                "tcp:" + place.address() + ":" + place.port());
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "GET /_ping HTTP/1.1\r\nHost: lab\r\nConnection: close\r\n\r\n")
                .startsWith("HTTP/1.1 200 ");
    }
}
