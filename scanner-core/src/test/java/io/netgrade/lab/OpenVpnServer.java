// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * OpenVPN over UDP without a device, with a bare control channel or with one that a shared key signs. As a server of many,
 * and so over TCP where it must outlive the first connection, it would need a device.
 */
public final class OpenVpnServer implements LabServer {
    private final boolean signed;

    private OpenVpnServer(boolean signed) {
        this.signed = signed;
    }

    public static OpenVpnServer bare() {
        return new OpenVpnServer(false);
    }

    /** With {@code tls-auth}. */
    public static OpenVpnServer signed() {
        return new OpenVpnServer(true);
    }

    @Override
    public String name() {
        return signed ? "openvpn-tls-auth" : "openvpn-bare";
    }

    @Override
    public void prepare(Place place) throws IOException {
        Certificate.selfSigned(place, "rsa:2048", "sha256", 30);
        place.run("openvpn", "--genkey", "secret", place.inside("ta.key"));
    }

    @Override
    public List<String> command(Place place) {
        String certificate = place.inside("tls.crt");
        List<String> command =
                new ArrayList<>(List.of("/usr/sbin/openvpn", "--dev", "null", "--tls-server", "--dh", "none"));
        command.addAll(List.of("--ca", certificate, "--cert", certificate, "--key", place.inside("tls.key")));
        command.addAll(List.of("--local", place.address(), "--lport", Integer.toString(place.port())));
        command.addAll(List.of("--proto", "udp"));
        if (signed) {
            command.addAll(List.of("--tls-auth", place.inside("ta.key"), "0"));
        }
        return command;
    }

    /** Silent to whoever it does not know, so the socket is looked for. */
    @Override
    public boolean answers(Place place) throws IOException {
        return place.run("sh", "-c", "cat /proc/net/udp").contains(":%04X ".formatted(place.port()));
    }
}
