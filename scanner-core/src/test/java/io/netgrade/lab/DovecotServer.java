// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** Dovecot, for one of its protocols: log-ins only under TLS, or in clear and no TLS at all. */
public final class DovecotServer implements LabServer {
    private final String protocol;
    private final boolean tls;

    private DovecotServer(String protocol, boolean tls) {
        this.protocol = protocol;
        this.tls = tls;
    }

    public static DovecotServer imap() {
        return new DovecotServer("imap", false);
    }

    public static DovecotServer imapWithTls() {
        return new DovecotServer("imap", true);
    }

    public static DovecotServer pop3() {
        return new DovecotServer("pop3", false);
    }

    public static DovecotServer pop3WithTls() {
        return new DovecotServer("pop3", true);
    }

    @Override
    public String name() {
        return "dovecot-" + protocol + (tls ? "-tls" : "-clear");
    }

    /** A client with the server's own address may log in in clear, whatever the configuration says. */
    @Override
    public String address() {
        return "127.0.0.2";
    }

    @Override
    public void prepare(Place place) throws IOException {
        String protection = "ssl = no\ndisable_plaintext_auth = no\n";
        if (tls) {
            Certificate certificate = Certificate.selfSigned(place, "rsa:2048", "sha256", 365);
            protection =
                    "ssl = required\nssl_cert = <%s\nssl_key = <%s\n".formatted(certificate.chain(), certificate.key());
        }
        place.write("dovecot.conf", common(place) + protection);
    }

    private String common(Place place) {
        return """
                base_dir = %1$s
                state_dir = %1$s
                log_path = /dev/stderr
                protocols = %2$s
                listen = %3$s
                default_internal_user = lab
                default_internal_group = lab
                default_login_user = lab
                auth_mechanisms = plain login
                passdb {
                  driver = static
                  args = password=lab-only-dovecot
                }
                userdb {
                  driver = static
                  args = uid=lab gid=lab home=/srv
                }
                service anvil {
                  chroot =
                }
                service %2$s-login {
                  chroot =
                  inet_listener %2$s {
                    port = %4$d
                  }
                  inet_listener %2$ss {
                    port = 0
                  }
                }
                """.formatted(place.inside("run"), protocol, place.address(), place.port());
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/sbin/dovecot", "-F", "-c", place.inside("dovecot.conf"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "").contains("OK");
    }
}
