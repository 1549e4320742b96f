// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** vsftpd: logins in clear text and anonymous, or only after AUTH TLS. */
public final class VsftpdServer implements LabServer {
    private final boolean tls;

    public VsftpdServer() {
        this(false);
    }

    private VsftpdServer(boolean tls) {
        this.tls = tls;
    }

    /** No TLS at all, anonymous logins welcome. */
    public static VsftpdServer clear() {
        return new VsftpdServer(false);
    }

    /** Logins and data only under TLS 1.2 or newer. */
    public static VsftpdServer withTls() {
        return new VsftpdServer(true);
    }

    @Override
    public String name() {
        return tls ? "vsftpd-tls" : "vsftpd-clear";
    }

    @Override
    public void prepare(Place place) throws IOException {
        String protection =
                tls ? tlsOptions(Certificate.selfSigned(place, "rsa:2048", "sha256", 365)) : "ssl_enable=NO\n";
        place.write("home/a-file.txt", "nothing of worth");
        place.write(
                "vsftpd.conf",
                """
                listen=YES
                background=NO
                listen_address=%1$s
                listen_port=%2$d
                run_as_launching_user=YES
                seccomp_sandbox=NO
                anonymous_enable=%3$s
                anon_root=%4$s
                local_enable=YES
                local_root=%4$s
                secure_chroot_dir=%4$s
                pam_service_name=vsftpd
                pasv_address=%1$s
                """.formatted(place.address(), place.port(), tls ? "NO" : "YES", place.inside("home")) + protection);
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

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/sbin/vsftpd", place.inside("vsftpd.conf"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "").startsWith("220 ");
    }
}
