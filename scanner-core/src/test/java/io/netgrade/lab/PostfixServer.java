// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/**
 * Postfix with the log-ins of Dovecot, which are offered inside TLS alone, or in clear and without any TLS. It takes no
 * mail. Its master runs as root only.
 */
public final class PostfixServer implements LabServer {
    private final boolean tls;

    private PostfixServer(boolean tls) {
        this.tls = tls;
    }

    public static PostfixServer clear() {
        return new PostfixServer(false);
    }

    public static PostfixServer withTls() {
        return new PostfixServer(true);
    }

    @Override
    public String name() {
        return tls ? "postfix-tls" : "postfix-clear";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("main.cf", common(place) + (tls ? tlsOptions(place) : "smtpd_tls_security_level = none\n"));
        place.write("master.cf", """
                %s:%d inet n - n - - smtpd
                rewrite unix - - n - - trivial-rewrite
                anvil unix - - n - 1 anvil
                tlsmgr unix - - n 1000? 1 tlsmgr
                proxymap unix - - n - - proxymap
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(place.address(), place.port()));
        place.write("dovecot.conf", """
                base_dir = %1$s
                state_dir = %1$s
                log_path = /dev/stderr
                protocols =
                default_internal_user = lab
                default_internal_group = lab
                default_login_user = lab
                auth_mechanisms = plain login
                passdb {
                  driver = static
                  args = password=lab-only-postfix
                }
                userdb {
                  driver = static
                  args = uid=lab gid=lab home=/srv
                }
                service auth {
                  unix_listener auth-client {
                    mode = 0666
                  }
                }
                service anvil {
                  chroot =
                }
                """.formatted(place.inside("run")));
    }

    private static String common(Place place) {
        return """
                compatibility_level = 3.6
                queue_directory = %s
                data_directory = %s
                command_directory = /usr/sbin
                daemon_directory = /usr/lib/postfix/sbin
                meta_directory = /etc/postfix
                shlib_directory = /usr/lib/postfix
                mail_owner = lab
                setgid_group = shadow
                default_privs = nobody
                myhostname = lab.example
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                maillog_file = /dev/stdout
                local_recipient_maps =
                alias_maps =
                smtpd_recipient_restrictions = reject
                smtpd_sasl_auth_enable = yes
                smtpd_sasl_type = dovecot
                smtpd_sasl_path = %s
                """.formatted(place.inside("queue"), place.inside("data"), place.inside("run/auth-client"));
    }

    private static String tlsOptions(Place place) throws IOException {
        Certificate certificate = Certificate.selfSigned(place, "rsa:2048", "sha256", 365);
        return """
                smtpd_tls_security_level = may
                smtpd_tls_auth_only = yes
                smtpd_tls_chain_files = %s, %s
                """.formatted(certificate.key(), certificate.chain());
    }

    @Override
    public boolean rootIfPossible() {
        return true;
    }

    @Override
    public List<String> command(Place place) {
        String script = """
                mkdir -p queue/pid queue/private queue/public data && chown lab queue/private queue/public data &&
                /usr/sbin/dovecot -c "$PWD/dovecot.conf" &&
                exec /usr/lib/postfix/sbin/master -c "$PWD" -d
                """;
        return List.of("/bin/sh", "-c", "cd " + place.inside("") + " && " + script);
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "").startsWith("220 ");
    }
}
