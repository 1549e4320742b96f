// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * What of the C library is called, as Linux on 64 bits has it. A message that {@link #sendmmsg} takes is a struct mmsghdr
 * (64 bytes), which names a struct iovec (16 bytes).
 */
final class Libc {
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int AF_NETLINK = 16;
    static final int AF_PACKET = 17;
    static final int SOCK_RAW = 3;
    static final int IPPROTO_RAW = 255;
    static final int EPERM = 1;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EMSGSIZE = 90;
    static final int ENETUNREACH = 101;
    static final int ENOBUFS = 105;
    static final int EHOSTUNREACH = 113;

    static final int MESSAGE_LENGTH = 64;
    static final int VECTOR_LENGTH = 16;

    static {
        Native.register(Libc.class, "c");
    }

    private Libc() {}

    static native int socket(int domain, int type, int protocol);

    static native int bind(int descriptor, Pointer address, int length);

    static native int sendmmsg(int descriptor, Pointer messages, int count, int flags);

    static native long send(int descriptor, Pointer bytes, long length, int flags);

    static native long recv(int descriptor, Pointer bytes, long length, int flags);

    static native long recvmsg(int descriptor, Pointer message, int flags);

    static native int close(int descriptor);

    /** The number of the error of this thread's last call. */
    static int error() {
        return Native.getLastError();
    }
}
