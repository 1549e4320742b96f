// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.zabbix;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages: "ZBXD", flags, octets of data and a reserved number in four octets each, or eight where flags say so. */
final class ZabbixReader implements MessageGrammar {
    private static final byte[] MAGIC = "ZBXD".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 13;
    private static final int LARGE_HEADER = 21;
    private static final int COMPRESSED = 2;
    private static final int LARGE = 4;
    private static final long LONGEST = 1L << 30;
    /** Words of Zabbix's own programs; what else a client says there is not shown. */
    private static final Set<String> KINDS = Set.of(
            "active check heartbeat",
            "active checks",
            "agent data",
            "alert.send",
            "auto registration",
            "availability",
            "command",
            "discovery data",
            "expressions.evaluate",
            "get_report",
            "history data",
            "history.push",
            "host availability",
            "item.test",
            "passive checks",
            "preprocessing.test",
            "proxy config",
            "proxy data",
            "proxy heartbeat",
            "proxy tasks",
            "queue.get",
            "sender data",
            "status.get",
            "zabbix.stats");

    private @Nullable String asked;

    /** Octets in all, 0 where too few are here, or -1 where it is no message. */
    static long size(ByteView bytes) {
        for (int i = 0; i < Math.min(MAGIC.length, bytes.length()); i++) {
            if (bytes.u8(i) != MAGIC[i]) {
                return BROKEN;
            }
        }
        if (bytes.length() < LARGE_HEADER && (bytes.length() < HEADER || large(bytes))) {
            return UNKNOWN;
        }
        boolean flags = (bytes.u8(4) & 1) == 1 && bytes.u8(4) <= 7;
        int header = large(bytes) ? LARGE_HEADER : HEADER;
        long data = bytes.u32le(5);
        boolean small = !large(bytes) || bytes.u32le(9) == 0;
        return flags && small && data <= LONGEST ? header + data : BROKEN;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        return size(unread);
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        if (direction == Direction.FROM_CLIENT) {
            asked = kind(message);
            return Progress.CONTINUE;
        }
        if (asked != null) {
            sink.saw(ZabbixProtocol.REQUEST.partial(asked, true));
        }
        return Progress.DONE;
    }

    private static boolean large(ByteView bytes) {
        return (bytes.u8(4) & LARGE) != 0;
    }

    /** The value of the member "request"; what is compressed is not opened. */
    private static String kind(ByteView message) {
        if ((message.u8(4) & COMPRESSED) != 0) {
            return "compressed";
        }
        int from = large(message) ? LARGE_HEADER : HEADER;
        String text = message.ascii(from, message.length() - from);
        int at = text.indexOf("\"request\"");
        int begin = at < 0 ? -1 : text.indexOf('"', at + 9);
        int end = begin < 0 ? -1 : text.indexOf('"', begin + 1);
        if (end < 0) {
            return "item-key";
        }
        String word = text.substring(begin + 1, end);
        return KINDS.contains(word) ? word : "other";
    }
}
