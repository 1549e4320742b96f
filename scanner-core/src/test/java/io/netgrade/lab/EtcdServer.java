// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** etcd, in clear or inside TLS. */
public final class EtcdServer implements LabServer {
    private final boolean strong;

    private EtcdServer(boolean strong) {
        this.strong = strong;
    }

    /** Inside TLS. */
    public static EtcdServer strong() {
        return new EtcdServer(true);
    }

    /** In clear. */
    public static EtcdServer weak() {
        return new EtcdServer(false);
    }

    @Override
    public String name() {
        return strong ? "etcd-strong" : "etcd-weak";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("etcd/nothing", "");
        if (strong) {
            Certificate.selfSigned(place, "ec:prime256v1", "sha256", 90);
        }
    }

    @Override
    public List<String> command(Place place) {
        String clients = (strong ? "https://" : "http://") + place.address() + ":" + place.port();
        String tls = strong ? " --cert-file " + place.inside("tls.crt") + " --key-file " + place.inside("tls.key") : "";
        return List.of(
                "sh",
                "-c",
                "exec /usr/bin/etcd --data-dir " + place.inside("data") + " --listen-client-urls " + clients
                        + " --advertise-client-urls " + clients + " --listen-peer-urls http://" + place.address()
                        + ":0" + tls);
    }

    /** Inside TLS it ends a connection that begins with anything else. */
    @Override
    public boolean answers(Place place) throws IOException {
        String answer = RawSocket.overTcp(place, "GET /health HTTP/1.0\r\n\r\n");
        return strong ? answer.isEmpty() : answer.contains("\"health\":\"true\"");
    }
}
