// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import com.sun.jna.Memory;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.packet.IpProtocol;
import io.netgrade.probe.IcmpErrors;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the error queues of sockets (ip(7), IP_RECVERR). An entry has where the packet was to go, and a struct
 * sock_extended_err: error (4 bytes), origin, type, code, one of padding, two numbers, and the address of who said it. Needs
 * no rights; where the C library is not to be called, nothing is told.
 */
public final class ErrorQueue implements IcmpErrors {
    private static final int ERROR_QUEUE = 0x2000;
    private static final int DO_NOT_WAIT = 0x40;
    private static final int MOST_ENTRIES = 64;
    /** So many are named, the first; what else is said is said by nobody, so that endings do not differ without end. */
    static final int MOST_NAMED = 256;

    private static final int CONTROL_ROOM = 512;
    private static final int CONTROL_HEADER = 16;
    private static final int ERROR_LENGTH = 16;
    private static final int ORIGIN_ICMP = 2;
    private static final int ORIGIN_ICMP6 = 3;
    private static final int ADDRESS_ROOM = 28;

    private final Set<InetAddress> named = new HashSet<>();
    private @Nullable Room room;
    private boolean absent;

    @Override
    public Optional<Said> about(int descriptor, Endpoint endpoint) {
        if (absent) {
            return Optional.empty();
        }
        try {
            Room into = room == null ? new Room() : room;
            room = into;
            Optional<Said> last = Optional.empty();
            for (int i = 0; i < MOST_ENTRIES && into.next(descriptor); i++) {
                Optional<Said> said = into.said(endpoint, this::name);
                last = said.isPresent() ? said : last;
            }
            return last;
        } catch (LinkageError e) {
            absent = true;
            return Optional.empty();
        }
    }

    private String name(InetAddress speaker) {
        boolean known = named.contains(speaker) || (named.size() < MOST_NAMED && named.add(speaker));
        return known ? ", says " + Endpoint.text(speaker) : "";
    }

    /** Where the system writes an entry (struct msghdr and what it names). */
    private static final class Room {
        private final Memory message = new Memory(56);
        private final Memory address = new Memory(ADDRESS_ROOM);
        private final Memory vector = new Memory(Libc.VECTOR_LENGTH);
        private final Memory bytes = new Memory(CONTROL_ROOM);
        private final Memory control = new Memory(CONTROL_ROOM);
        private final ByteBuffer to = address.getByteBuffer(0, ADDRESS_ROOM).order(ByteOrder.BIG_ENDIAN);
        private final ByteBuffer words = control.getByteBuffer(0, CONTROL_ROOM).order(ByteOrder.nativeOrder());

        private Room() {
            vector.setPointer(0, bytes);
            vector.setLong(8, CONTROL_ROOM);
        }

        /** False where there is none. */
        boolean next(int descriptor) {
            message.clear();
            message.setPointer(0, address);
            message.setInt(8, ADDRESS_ROOM);
            message.setPointer(16, vector);
            message.setLong(24, 1);
            message.setPointer(32, control);
            message.setLong(40, CONTROL_ROOM);
            return Libc.recvmsg(descriptor, message, ERROR_QUEUE | DO_NOT_WAIT) >= 0;
        }

        Optional<Said> said(Endpoint endpoint, Function<InetAddress, String> name) {
            int length = (int) message.getLong(40);
            int at = CONTROL_HEADER;
            int origin = length < at + ERROR_LENGTH ? 0 : words.get(at + 4);
            boolean six = origin == ORIGIN_ICMP6;
            if ((origin != ORIGIN_ICMP && !six) || !isFor(endpoint, six)) {
                return Optional.empty();
            }
            String who = length < at + ERROR_LENGTH + (six ? 24 : 8)
                    ? ""
                    : who(speaker(at + ERROR_LENGTH, six), endpoint, name);
            return meaning(six, words.get(at + 5) & 0xFF, words.get(at + 6) & 0xFF, who);
        }

        /** Whether the packet was to go there: the socket may have tried another endpoint before. */
        private boolean isFor(Endpoint endpoint, boolean six) {
            byte[] wanted = endpoint.address().getAddress();
            return (to.getShort(2) & 0xFFFF) == endpoint.port()
                    && wanted.length == (six ? 16 : 4)
                    && Arrays.equals(wanted, address.getByteArray(six ? 8 : 4, wanted.length));
        }

        private static String who(InetAddress speaker, Endpoint endpoint, Function<InetAddress, String> name) {
            return speaker.equals(endpoint.address()) ? ", says the host itself" : name.apply(speaker);
        }

        private InetAddress speaker(int at, boolean six) {
            try {
                return InetAddress.getByAddress(control.getByteArray(at + (six ? 8 : 4), six ? 16 : 4));
            } catch (UnknownHostException e) {
                throw new IllegalStateException("an address of 4 or 16 bytes", e);
            }
        }

        /** Destination unreachable, or time exceeded (RFC 792, RFC 4443 sections 3.1 and 3.3). */
        private static Optional<Said> meaning(boolean six, int type, int code, String who) {
            if (type == (six ? 3 : 11)) {
                return Optional.of(new Said(Status.UNREACHABLE, "ICMP: time exceeded on the way" + who));
            }
            if (type != (six ? 1 : 3)) {
                return Optional.empty();
            }
            Finding finding = Unreachable.meaning(six, code, IpProtocol.TCP);
            return Optional.of(new Said(finding.status(), finding.detail() + who));
        }
    }
}
