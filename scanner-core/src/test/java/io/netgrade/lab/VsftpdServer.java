// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** vsftpd: logins in clear text and anonymous, or only after AUTH TLS. */
public final class VsftpdServer implements LabServer {
    private final boolean tls;
    private final String greeting;

    public VsftpdServer() {
        this(false, "");
    }

    /** @param greeting empty for its own */
    private VsftpdServer(boolean tls, String greeting) {
        this.tls = tls;
        this.greeting = greeting;
    }

    /** No TLS at all, anonymous logins welcome. */
    public static VsftpdServer clear() {
        return new VsftpdServer(false, "");
    }

    /** Logins and data only under TLS 1.2 or newer. */
    public static VsftpdServer withTls() {
        return new VsftpdServer(true, "");
    }

    /** As in clear, with these words for its greeting. */
    public static VsftpdServer greeting(String words) {
        return new VsftpdServer(false, words);
    }

    @Override
    public String name() {
        return greeting.isEmpty() ? tls ? "vsftpd-tls" : "vsftpd-clear" : "vsftpd-greeting";
    }

    @Override
    public void prepare(Place place) throws IOException {
        String protection = "ssl_enable=NO";
        if (tls) {
            protection = tlsOptions(Certificate.selfSigned(place, "rsa:2048", "sha256", 365));
        }
        place.write("home/a-file.txt", "nothing of worth");
        place.write(
                "vsftpd.conf", common(place) + protection + (greeting.isEmpty() ? "" : "\nftpd_banner=" + greeting));
        if (place.tree().allowsRoot()) {
            // It reads only what belongs to the user that it runs as.
            Files.setAttribute(place.folder().resolve("vsftpd.conf"), "unix:uid", 0);
        }
    }

    private String common(Place place) throws IOException {
        return """
                listen=YES
                background=NO
                listen_address=%1$s
                listen_port=%2$d
                pasv_address=%1$s
                run_as_launching_user=%3$s
                seccomp_sandbox=NO
                anonymous_enable=%4$s
                anon_root=/var/empty
                local_enable=YES
                local_root=%5$s
                allow_writeable_chroot=YES
                secure_chroot_dir=/var/empty
                pam_service_name=vsftpd
                """.formatted(
                place.address(), place.port(), yes(!place.tree().allowsRoot()), yes(!tls), place.inside("home"));
    }

    private static String yes(boolean value) {
        return value ? "YES" : "NO";
    }

    private static String tlsOptions(Certificate certificate) {
        return """
                ssl_enable=YES
                force_local_logins_ssl=YES
                force_local_data_ssl=YES
                ssl_ciphers=HIGH
                rsa_cert_file=%s
                rsa_private_key_file=%s
                """.formatted(certificate.chain(), certificate.key());
    }

    /** Without root vsftpd knows anonymous users only. */
    @Override
    public boolean rootIfPossible() {
        return true;
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/sbin/vsftpd", place.inside("vsftpd.conf"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "").startsWith("220 ");
    }
}
