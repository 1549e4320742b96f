// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Dropbear, the SSH server of small devices: strong, or weak. It offers RSA whether it has such a key or not, so that it
 * is given one.
 */
public final class DropbearServer implements LabServer {
    private final boolean strong;

    private DropbearServer(boolean strong) {
        this.strong = strong;
    }

    /** Host keys of Ed25519 and of RSA with 3072 bits, a banner, public keys only. */
    public static DropbearServer strong() {
        return new DropbearServer(true);
    }

    /** Host keys of RSA with 1024 bits and of P-256, passwords. */
    public static DropbearServer weak() {
        return new DropbearServer(false);
    }

    @Override
    public String name() {
        return strong ? "dropbear-strong" : "dropbear-weak";
    }

    @Override
    public void prepare(Place place) throws IOException {
        if (strong) {
            key(place, "ed25519", "256");
            key(place, "rsa", "3072");
            place.write("banner", "Authorised users only.");
        } else {
            key(place, "rsa", "1024");
            key(place, "ecdsa", "256");
        }
    }

    private static void key(Place place, String type, String bits) throws IOException {
        place.run("dropbearkey", "-t", type, "-s", bits, "-f", place.inside(type));
    }

    @Override
    public List<String> command(Place place) {
        String listen = place.address() + ":" + place.port();
        List<String> command =
                new ArrayList<>(List.of("/usr/sbin/dropbear", "-F", "-E", "-P", place.inside("pid"), "-p", listen));
        if (strong) {
            command.addAll(List.of("-s", "-b", place.inside("banner"), "-r", place.inside("ed25519")));
        } else {
            command.addAll(List.of("-r", place.inside("ecdsa")));
        }
        command.addAll(List.of("-r", place.inside("rsa")));
        return command;
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "SSH-2.0-lab\r\n").startsWith("SSH-2.0-dropbear");
    }
}
