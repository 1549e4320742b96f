// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.util.List;

/**
 * NFS-Ganesha with one export in memory: NFS 3 and 4 and the mount protocol, registered with an rpcbind of its own, for
 * everybody who says who they are or for some clients with Kerberos; or NFS 4 alone, which needs neither. It must be root, as
 * the files that name rpcbind's port and socket are the system's.
 */
public final class NfsServer implements LabServer {
    private static final String OPEN = "Access_Type = RO; SecType = sys;";
    private static final String RESTRICTED =
            "Access_Type = None; SecType = krb5p; CLIENT { Clients = 127.0.0.1; Access_Type = RO; }";

    private final String name;
    private final String versions;
    private final String access;
    private final int mountPort;
    private final int rpcbindPort;

    private NfsServer(String name, String versions, String access) throws IOException {
        this.name = name;
        this.versions = versions;
        this.access = access;
        mountPort = FreePorts.next();
        rpcbindPort = FreePorts.next();
    }

    public static NfsServer open() throws IOException {
        return new NfsServer("nfs-open", "3, 4", OPEN);
    }

    public static NfsServer restricted() throws IOException {
        return new NfsServer("nfs-restricted", "3, 4", RESTRICTED);
    }

    /** No mount protocol, and nothing is registered with an rpcbind. */
    public static NfsServer ofVersion4() throws IOException {
        return new NfsServer("nfs-4", "4", RESTRICTED);
    }

    /** Where the mount protocol is, if it is anywhere. */
    public int mountPort() {
        return mountPort;
    }

    public int rpcbindPort() {
        return rpcbindPort;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean rootIfPossible() {
        return true;
    }

    @Override
    public void prepare(Place place) throws IOException {
        RpcFiles.write(place, rpcbindPort);
        place.write("recovery/.keep", "");
        place.write("ganesha.conf", """
                NFS_CORE_PARAM {
                    NFS_Port = %d;
                    MNT_Port = %d;
                    Bind_addr = %s;
                    Protocols = %s;
                    Enable_NLM = false;
                    Enable_RQUOTA = false;
                    Enable_UDP = false;
                    mount_path_pseudo = true;
                    Plugins_Dir = "/usr/lib/x86_64-linux-gnu/ganesha";
                }
                NFS_KRB5 { Active_krb5 = false; }
                NFSv4 { RecoveryBackend = fs; RecoveryRoot = "%s"; }
                EXPORT {
                    Export_Id = 1; Path = /lab; Pseudo = /lab; Protocols = %s; Transports = TCP;
                    %s
                    FSAL { Name = MEM; }
                }
                """.formatted(
                place.port(), mountPort, place.address(), versions, place.inside("recovery"), versions, access));
    }

    @Override
    public List<String> command(Place place) {
        StringBuilder start = new StringBuilder(RpcFiles.inPlace(place)).append("mkdir /run/ganesha && ");
        if (!versions.equals("4")) {
            start.append("/usr/sbin/rpcbind -h 127.0.0.2 && ");
        }
        start.append("exec /usr/bin/ganesha.nfsd -F -L STDOUT -p /run/ganesha.pid -f ")
                .append(place.inside("ganesha.conf"));
        return List.of("sh", "-c", start.toString());
    }

    /** NULL of NFS 4 (RFC 8881 17.1). */
    @Override
    public boolean answers(Place place) throws IOException {
        String call = "\200\0\0\50\0\0\0\1\0\0\0\0\0\0\0\2\0\1\206\243\0\0\0\4" + "\0".repeat(20);
        return RawSocket.overTcp(place, call).startsWith("\200");
    }
}
