// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** xrdp: with TLS alone, or with the security that RDP had before. It has no CredSSP. */
public final class XrdpServer implements LabServer {
    private final boolean strong;

    private XrdpServer(boolean strong) {
        this.strong = strong;
    }

    public static XrdpServer strong() {
        return new XrdpServer(true);
    }

    public static XrdpServer weak() {
        return new XrdpServer(false);
    }

    @Override
    public String name() {
        return strong ? "xrdp-strong" : "xrdp-weak";
    }

    @Override
    public void prepare(Place place) throws IOException {
        Certificate certificate = Certificate.selfSigned(place, "rsa:2048", "sha256", 90);
        place.write("etc/xrdp.ini", """
                [Globals]
                ini_version=1
                fork=false
                port=tcp://%s:%d
                security_layer=%s
                certificate=%s
                key_file=%s
                ssl_protocols=TLSv1.2, TLSv1.3
                max_bpp=32
                autorun=

                [Logging]
                LogFile=%s
                LogLevel=INFO
                EnableSyslog=false

                [Channels]

                [Xorg]
                name=Xorg
                lib=libxup.so
                username=ask
                password=ask
                ip=127.0.0.1
                port=-1
                """.formatted(
                        place.address(),
                        place.port(),
                        strong ? "tls" : "rdp",
                        certificate.chain(),
                        certificate.key(),
                        place.inside("xrdp.log")));
        place.run("/usr/bin/xrdp-keygen", "xrdp", place.inside("etc/rsakeys.ini"));
    }

    /** It reads its keys of old from one folder alone, which is put in that place for it. */
    @Override
    public List<String> command(Place place) {
        String shown = "mount --bind " + place.inside("etc") + " /etc/xrdp && exec /usr/sbin/xrdp --nodaemon";
        return List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", shown);
    }

    @Override
    public boolean answers(Place place) throws IOException {
        String request = "\3\0\0\23\16\340\0\0\0\0\0\1\0\10\0\1\0\0\0";
        return RawSocket.overTcp(place, request).startsWith("\3");
    }
}
