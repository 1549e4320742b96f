// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.DataInputStream;
import java.io.IOException;

/** The greeting of a SOCKS proxy (RFC 1928 3): open to everybody, or for who logs in with a name and a password. */
public final class SocksProxy extends HandmadeServer {
    private static final int NOTHING_ACCEPTABLE = 0xFF;
    private static final int NO_LOG_IN = 0;
    private static final int USER_NAME = 2;

    private final int taken;

    private SocksProxy(int port, int taken) throws IOException {
        super(port, true);
        this.taken = taken;
    }

    public static SocksProxy open() throws IOException {
        return new SocksProxy(1080, NO_LOG_IN);
    }

    public static SocksProxy withLogIn() throws IOException {
        return new SocksProxy(1080, USER_NAME);
    }

    public static SocksProxy onUnusualPort() throws IOException {
        return new SocksProxy(0, NO_LOG_IN);
    }

    @Override
    protected byte[] message(DataInputStream in) throws IOException {
        int version = in.readUnsignedByte();
        must(version == 5, "version " + version);
        byte[] methods = new byte[in.readUnsignedByte()];
        must(methods.length > 0, "no method");
        in.readFully(methods);
        return methods;
    }

    /** Who offers nothing that is taken must close the connection; so the proxy need not. */
    @Override
    protected Reply reply(byte[] methods) {
        boolean offered = false;
        for (byte method : methods) {
            offered |= method == taken;
        }
        return Reply.of(new byte[] {5, (byte) (offered ? taken : NOTHING_ACCEPTABLE)});
    }
}
