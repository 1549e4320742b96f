// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A server on a loopback address of its own, and socat in front of it, which ends TLS 1.2 and 1.3. */
public final class BehindTls implements LabServer {
    private static final String INNER_ADDRESS = "127.0.0.2";

    private final LabServer inner;

    public BehindTls(LabServer inner) {
        this.inner = inner;
    }

    @Override
    public String name() {
        return inner.name() + "-behind-tls";
    }

    @Override
    public void prepare(Place place) throws IOException {
        Certificate.selfSigned(place, "ec:prime256v1", "sha256", 30);
        inner.prepare(behind(place));
    }

    @Override
    public List<String> command(Place place) {
        String front = "OPENSSL-LISTEN:%d,bind=%s,reuseaddr,fork,cert=%s,key=%s,verify=0"
                .formatted(place.port(), place.address(), place.inside("tls.crt"), place.inside("tls.key"));
        String back = "TCP:%s:%d".formatted(INNER_ADDRESS, place.port());
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", "front=$1; back=$2; shift 2; \"$@\" & exec socat \"$front\" \"$back\"", "sh"));
        command.add(front);
        command.add(back);
        command.addAll(inner.command(behind(place)));
        return command;
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return inner.answers(behind(place)) && listens(place);
    }

    private static boolean listens(Place place) throws IOException {
        try (Socket front = new Socket(place.address(), place.port())) {
            return front.isConnected();
        }
    }

    private static Place behind(Place place) {
        return new Place(place.tree(), place.folder(), INNER_ADDRESS, place.port());
    }
}
