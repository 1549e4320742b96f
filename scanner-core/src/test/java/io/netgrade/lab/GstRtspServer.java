// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/**
 * The RTSP server of GStreamer with one stream, {@code /lab}, for everybody or for one user who logs in by Basic or by
 * Digest. It asks for that login where a stream is named: whoever asks for its OPTIONS is told them.
 */
public final class GstRtspServer implements LabServer {
    private final String login;

    private GstRtspServer(String login) {
        this.login = login;
    }

    public static GstRtspServer open() {
        return new GstRtspServer("none");
    }

    public static GstRtspServer withBasic() {
        return new GstRtspServer("basic");
    }

    public static GstRtspServer withDigest() {
        return new GstRtspServer("digest");
    }

    @Override
    public String name() {
        return "gst-rtsp-" + login;
    }

    @Override
    public void prepare(Place place) throws IOException {
        place.write("serve.py", """
                import gi
                gi.require_version("Gst", "1.0")
                gi.require_version("GstRtsp", "1.0")
                gi.require_version("GstRtspServer", "1.0")
                from gi.repository import GLib, Gst, GstRtsp, GstRtspServer

                Gst.init(None)
                server = GstRtspServer.RTSPServer()
                server.set_address("%1$s")
                server.set_service("%2$d")
                factory = GstRtspServer.RTSPMediaFactory()
                factory.set_launch("( audiotestsrc ! alawenc ! rtppcmapay name=pay0 )")
                if "%3$s" != "none":
                    auth = GstRtspServer.RTSPAuth()
                    token = GstRtspServer.RTSPToken()
                    token.set_string("media.factory.role", "user")
                    if "%3$s" == "basic":
                        auth.add_basic(GstRtspServer.RTSPAuth.make_basic("lab", "lab-only-rtsp"), token)
                    else:
                        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
                        auth.add_digest("lab", "lab-only-rtsp", token)
                    server.set_auth(auth)
                    permissions = GstRtspServer.RTSPPermissions()
                    permissions.add_permission_for_role("user", "media.factory.access", True)
                    permissions.add_permission_for_role("user", "media.factory.construct", True)
                    factory.set_permissions(permissions)
                server.get_mount_points().add_factory("/lab", factory)
                server.attach(None)
                GLib.MainLoop().run()
                """.formatted(place.address(), place.port(), login));
    }

    /** GStreamer keeps a list of its modules at home. */
    @Override
    public List<String> command(Place place) {
        return List.of("/usr/bin/env", "HOME=" + place.inside(""), "/usr/bin/python3", place.inside("serve.py"));
    }

    /** Whether the stream is there, and asks for the login that it should. */
    @Override
    public boolean answers(Place place) throws IOException {
        String stream = "rtsp://" + place.address() + ":" + place.port() + "/lab";
        String answer = RawSocket.overTcp(place, "DESCRIBE " + stream + " RTSP/1.0\r\nCSeq: 1\r\n\r\n");
        return login.equals("none")
                ? answer.startsWith("RTSP/1.0 200 ")
                : answer.toLowerCase(java.util.Locale.ROOT).contains("www-authenticate: " + login);
    }
}
