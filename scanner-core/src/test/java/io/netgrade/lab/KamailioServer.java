// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/** Kamailio: answers OPTIONS whoever asks over UDP and TCP, or wants a digest first over TCP. */
public final class KamailioServer implements LabServer {
    private static final String MODULES = "/usr/lib/x86_64-linux-gnu/kamailio/modules/";

    private static final String QUESTION = """
            OPTIONS sip:lab.example SIP/2.0
            Via: SIP/2.0/%s 192.0.2.1;branch=z9hG4bKlab;rport
            Max-Forwards: 0
            From: <sip:lab@lab.example>;tag=1
            To: <sip:lab.example>
            Call-ID: 1@lab.example
            CSeq: 1 OPTIONS
            Content-Length: 0

            """;

    private final boolean open;
    private final String server;

    private KamailioServer(boolean open, String server) {
        this.open = open;
        this.server = server;
    }

    /** Answers everybody and tells its version. */
    public static KamailioServer open() {
        return new KamailioServer(true, "");
    }

    /** Answers everybody, with these words in its Server field. */
    public static KamailioServer openAs(String server) {
        return new KamailioServer(true, "server_header=\"Server: " + server + "\"\n");
    }

    /** Challenges everybody with SHA-256, and tells no version. */
    public static KamailioServer withDigest() {
        return new KamailioServer(false, "");
    }

    @Override
    public String name() {
        return open ? "kamailio-open" : "kamailio-digest";
    }

    @Override
    public void prepare(Place place) throws IOException {
        String at = "listen=%s:" + place.address() + ":" + place.port() + "\n";
        place.write(
                "kamailio.cfg",
                """
                #!KAMAILIO
                debug=1
                log_stderror=yes
                children=1
                tcp_children=1
                auto_aliases=no
                dns=no
                mpath="%s"
                loadmodule "sl.so"
                loadmodule "pv.so"
                loadmodule "siputils.so"
                loadmodule "textops.so"
                loadmodule "auth.so"
                modparam("auth", "algorithm", "SHA-256")
                """.formatted(MODULES)
                        + server
                        + (open ? at.formatted("udp") + at.formatted("tcp") + """
                request_route {
                    append_to_reply("Allow: INVITE, ACK, CANCEL, BYE, OPTIONS\\r\\n");
                    sl_send_reply("200", "OK");
                }
                """ : at.formatted("tcp") + """
                server_signature=no
                request_route {
                    www_challenge("lab.example", "1");
                }
                """));
    }

    @Override
    public List<String> command(Place place) {
        String folder = place.inside("");
        return List.of(
                "/usr/sbin/kamailio",
                "-f",
                place.inside("kamailio.cfg"),
                "-DD",
                "-E",
                "-m",
                "8",
                "-M",
                "2",
                "-Y",
                folder,
                "-w",
                folder);
    }

    @Override
    public boolean answers(Place place) throws IOException {
        String asked = QUESTION.formatted("TCP").replace("\n", "\r\n");
        return RawSocket.overTcp(place, asked).startsWith("SIP/2.0 " + (open ? "200" : "401"));
    }
}
