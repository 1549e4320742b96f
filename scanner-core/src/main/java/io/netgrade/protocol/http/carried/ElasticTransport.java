// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.carried;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.SoftwareNames.Product;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;

/**
 * What the nodes of Elasticsearch and OpenSearch say among themselves, usual port 9300:
 *
 * <pre>
 * "ES" | length behind it : 32 | request id : 64 | status : 8 | version : 32 | …
 * </pre>
 */
final class ElasticTransport implements MessageGrammar {
    private static final int MAGIC = 0x4553;
    private static final int BEFORE_LENGTH = 6;
    private static final int HEADER = 19;
    /** Of the status: 1 an answer, 2 an error, 4 compressed, 8 a handshake. */
    private static final int HIGHEST_STATUS = 15;

    private static final int ANSWER = 1;
    private static final int HANDSHAKE = 8;
    /** 5.0.0; and a version of OpenSearch has this bit set. */
    private static final int LOWEST_VERSION = 5_000_000;

    private static final int OPENSEARCH = 0x0800_0000;
    private static final int HIGHEST_VERSION = 99_999_999;
    /** A length of -1 stands for a ping, without anything behind it. */
    private static final int PING = -1;

    private static final byte[] LOGIN = "_xpack_security_authentication".getBytes(StandardCharsets.US_ASCII);
    private static final int LATEST_LOGIN = 512;

    private boolean versionStated;
    private boolean accessStated;
    private boolean login;
    private boolean asked;

    static Recognition recognise(Opening opening) {
        return opening.transport() == Transport.TCP
                ? Speaker.recognition(opening, ElasticTransport::speaker)
                : Recognition.NO;
    }

    static Dissector reader() {
        return new MessageDissector(Transport.TCP, new ElasticTransport());
    }

    private static Speaker speaker(ByteView bytes) {
        if (bytes.length() < HEADER) {
            boolean begun = bytes.u8(0) == 'E' && (bytes.length() < 2 || bytes.u8(1) == 'S');
            return begun ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int status = bytes.u8(14);
        boolean sound = bytes.u16(0) == MAGIC
                && bytes.u32(2) >= HEADER - BEFORE_LENGTH
                && bytes.u8(2) == 0
                && status <= HIGHEST_STATUS
                && versionOf(bytes) > 0;
        return !sound ? Speaker.NOBODY : (status & ANSWER) == 0 ? Speaker.CLIENT : Speaker.SERVER;
    }

    /** The version as a number, such as 7060299 for 7.6.2; -1 where it cannot be one. */
    private static int versionOf(ByteView bytes) {
        int version = bytes.i32(15) & ~OPENSEARCH;
        return version >= 0 && version <= HIGHEST_VERSION && (version >= LOWEST_VERSION || bytes.i32(15) != version)
                ? version
                : -1;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        if (unread.length() < BEFORE_LENGTH) {
            return UNKNOWN;
        }
        if (unread.u16(0) != MAGIC || (unread.i32(2) < 0 && unread.i32(2) != PING)) {
            return BROKEN;
        }
        return BEFORE_LENGTH + Math.max(0L, unread.i32(2));
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (message.length() < HEADER) {
            return Progress.CONTINUE;
        }
        boolean answer = (message.u8(14) & ANSWER) != 0;
        boolean handshake = (message.u8(14) & HANDSHAKE) != 0;
        if (!answer) {
            asked |= !handshake;
            login |= !handshake && holdsLogin(message);
        } else if (direction == Direction.FROM_SERVER) {
            answered(message, handshake, sink);
        }
        return versionStated && accessStated ? Progress.DONE : Progress.CONTINUE;
    }

    private void answered(ByteView message, boolean handshake, ObservationSink sink) {
        int version = versionOf(message);
        // The version of a handshake is the oldest that the node still understands.
        if (!versionStated && !handshake && version > 0) {
            versionStated = true;
            boolean open = (message.i32(15) & OPENSEARCH) != 0;
            String text = version / 1_000_000 + "." + version / 10_000 % 100 + "." + version / 100 % 100;
            sink.saw(Product.unlisted(open ? "OpenSearch" : "Elasticsearch").disclosed(text, false));
        }
        boolean good = (message.u8(14) & 2) == 0;
        if (!accessStated && !handshake && asked && good) {
            accessStated = true;
            sink.saw(CarriedProtocols.access("elasticsearch").partial("transport", login ? "given" : "none", 0));
        }
    }

    private static boolean holdsLogin(ByteView message) {
        int end = Math.min(message.length(), LATEST_LOGIN);
        for (int at = message.indexOf(LOGIN[0], HEADER, end); at >= 0; at = message.indexOf(LOGIN[0], at + 1, end)) {
            if (message.holds(at, LOGIN)) {
                return true;
            }
        }
        return false;
    }
}
