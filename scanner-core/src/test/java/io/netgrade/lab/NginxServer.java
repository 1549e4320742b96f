// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** nginx: TLS with current or with outdated settings, clear text with logins, or a redirect to HTTPS. */
public final class NginxServer implements LabServer {
    private enum Kind {
        PLAIN,
        REDIRECTING,
        STRONG,
        WEAK
    }

    private static final String STRONG = """
            ssl_protocols TLSv1.2 TLSv1.3;
            ssl_ciphers ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305;
            ssl_prefer_server_ciphers on;
            ssl_session_tickets off;
            server_tokens off;
            add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;
            """;
    private static final String WEAK = """
            ssl_protocols TLSv1 TLSv1.1 TLSv1.2;
            ssl_ciphers AES128-SHA:AES256-SHA:CAMELLIA128-SHA:ECDHE-RSA-AES128-SHA:DHE-RSA-AES128-SHA:NULL-SHA256:@SECLEVEL=0;
            ssl_dhparam %s;
            """;
    private static final String CONTENT = """
            location = / { default_type text/html; return 200 "<html><title>lab</title><p>An nginx of the lab.</p></html>"; }
            location /admin/ { auth_basic "lab"; auth_basic_user_file %1$s; root %2$s; index page.txt; }
            location = /login {
                default_type text/html;
                add_header Set-Cookie "session=lab-only-cookie; Path=/";
                return 200 '<form method="post" action="/login"><input name="user"><input name="password" type="password"></form>';
            }
            location /files/ { root %2$s; autoindex on; }
            """;

    private final Kind kind;

    public NginxServer() {
        this(Kind.PLAIN);
    }

    private NginxServer(Kind kind) {
        this.kind = kind;
    }

    /** Clear HTTP: basic authentication at /admin/, a login form with a bare cookie at /login, a listing at /files/. */
    public static NginxServer plain() {
        return new NginxServer(Kind.PLAIN);
    }

    /** Clear HTTP that sends everybody to HTTPS. */
    public static NginxServer redirecting() {
        return new NginxServer(Kind.REDIRECTING);
    }

    /** TLS 1.2 and 1.3, ECDHE with AEAD, a P-256 certificate with SHA-256, strict transport security. */
    public static NginxServer strong() {
        return new NginxServer(Kind.STRONG);
    }

    /** TLS 1.0 to 1.2, RSA key exchange, CBC, no encryption even, a 1024-bit group, RSA-1024 with SHA-1. */
    public static NginxServer weak() {
        return new NginxServer(Kind.WEAK);
    }

    @Override
    public String name() {
        return "nginx-" + kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public void prepare(Place place) throws IOException {
        String listen = place.address().contains(":") ? "[" + place.address() + "]" : place.address();
        place.write("nginx.conf", """
                daemon off;
                worker_processes 1;
                pid %1$s;
                error_log stderr info;
                events { worker_connections 64; }
                http {
                    access_log off;
                    client_body_temp_path %2$s;
                    proxy_temp_path %2$s;
                    fastcgi_temp_path %2$s;
                    uwsgi_temp_path %2$s;
                    scgi_temp_path %2$s;
                    server {
                        listen %3$s:%4$d%5$s;
                        server_name lab.example;
                        %6$s
                    }
                }
                """.formatted(
                place.inside("pid"), place.inside("temp"), listen, place.port(), tls() ? " ssl" : "", site(place)));
    }

    private boolean tls() {
        return kind == Kind.STRONG || kind == Kind.WEAK;
    }

    private String site(Place place) throws IOException {
        return switch (kind) {
            case PLAIN -> content(place);
            case REDIRECTING -> "return 301 https://lab.example$request_uri;";
            case STRONG ->
                certified(Certificate.selfSigned(place, "ec:prime256v1", "sha256", 90)) + STRONG + content(place);
            case WEAK ->
                certified(Certificate.selfSigned(place, "rsa:1024", "sha1", 3650))
                        + WEAK.formatted(smallGroup(place))
                        + content(place);
        };
    }

    private static String content(Place place) throws IOException {
        place.write("files/a-file.txt", "nothing of worth");
        place.write("admin/page.txt", "for administrators");
        String users = place.write("users", "admin:{PLAIN}lab-only-basic");
        return CONTENT.formatted(users, place.inside(""));
    }

    private static String certified(Certificate certificate) {
        return "ssl_certificate %s; ssl_certificate_key %s;%n".formatted(certificate.chain(), certificate.key());
    }

    private static String smallGroup(Place place) throws IOException {
        String file = place.inside("dh.pem");
        place.run("openssl", "dhparam", "-dsaparam", "-out", file, "1024");
        return file;
    }

    @Override
    public List<String> command(Place place) {
        return List.of("/usr/sbin/nginx", "-e", "stderr", "-p", place.inside(""), "-c", place.inside("nginx.conf"));
    }

    /** In TLS a clear request is answered in clear text too: "400 The plain HTTP request was sent to HTTPS port". */
    @Override
    public boolean answers(Place place) throws IOException {
        return RawSocket.overTcp(place, "GET / HTTP/1.0\r\n\r\n").startsWith("HTTP/1.1 ");
    }
}
