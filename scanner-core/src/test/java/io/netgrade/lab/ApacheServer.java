// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** Apache httpd: careful inside TLS, or telling all in clear. */
public final class ApacheServer implements LabServer {
    private static final String COMMON = """
            ServerRoot %1$s
            PidFile %1$spid
            ErrorLog %1$serror.log
            Listen %2$s:%3$d
            ServerName lab.example
            DefaultRuntimeDir %1$s
            Mutex file:%1$s
            LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
            LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
            LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
            LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so
            LoadModule headers_module /usr/lib/apache2/modules/mod_headers.so
            LoadModule http2_module /usr/lib/apache2/modules/mod_http2.so
            TypesConfig /dev/null
            AddType text/html .html
            DocumentRoot %1$spages
            StartServers 1
            """;
    private static final String STRONG = """
            LoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so
            ServerTokens Prod
            TraceEnable off
            DirectoryIndex index.html
            Header always set Strict-Transport-Security "max-age=63072000"
            Header always set X-Frame-Options DENY
            Header always set X-Content-Type-Options nosniff
            Header always set Alt-Svc 'h3=":443"; ma=86400'
            SSLEngine on
            SSLProtocol TLSv1.3
            SSLCertificateFile %s
            SSLCertificateKeyFile %s
            """;
    private static final String WEAK = """
            LoadModule autoindex_module /usr/lib/apache2/modules/mod_autoindex.so
            Protocols h2c http/1.1
            ServerTokens Full
            TraceEnable on
            DirectoryIndex none
            <Directory />
              Options Indexes
            </Directory>
            """;

    private final boolean strong;

    private ApacheServer(boolean strong) {
        this.strong = strong;
    }

    /** TLS 1.3, no version, HSTS, fields that protect a browser, another place by HTTP/3. */
    public static ApacheServer strong() {
        return new ApacheServer(true);
    }

    /** In clear, HTTP/1.1 and HTTP/2, with its version, TRACE and a listing of the directory. */
    public static ApacheServer weak() {
        return new ApacheServer(false);
    }

    @Override
    public String name() {
        return strong ? "apache-strong" : "apache-weak";
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("pages/" + (strong ? "index.html" : "a-file.html"), "<html><title>lab</title>An Apache.</html>");
        String common = COMMON.formatted(place.inside(""), place.address(), place.port());
        String own = WEAK;
        if (strong) {
            Certificate certificate = Certificate.selfSigned(place, "ec:prime256v1", "sha256", 90);
            own = STRONG.formatted(certificate.chain(), certificate.key());
        }
        place.write("httpd.conf", common + own);
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/sbin/apache2", "-DFOREGROUND", "-f", place.inside("httpd.conf"));
    }

    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "GET / HTTP/1.0\r\n\r\n").startsWith("HTTP/1.1 ");
    }
}
