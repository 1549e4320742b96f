// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.carried;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Said;
import io.netgrade.protocol.http.head.HttpAsked;
import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.wire.ByteView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer that may be a known service's: keeps the beginning of its body without spaces until that is told. */
final class TableAnswer implements CarriedAnswer {
    private static final int MOST_LOOKED_AT = 4 * 1024;
    /** The Go client's own metrics, which come first, take up to 8 KiB. */
    private static final int MOST_OF_METRICS = 16 * 1024;

    private static final int LONGEST_VERSION = 48;

    private final List<CarriedRow> rows;
    private final HttpAsked asked;
    private final int status;
    private final HttpHead head;
    private final boolean wantsBody;
    private final int most;
    private final StringBuilder body = new StringBuilder();
    private int seen;

    TableAnswer(List<CarriedRow> rows, HttpAsked asked, int status, HttpHead head) {
        this.rows = rows;
        this.asked = asked;
        this.status = status;
        this.head = head;
        this.most = rows.stream().anyMatch(CarriedRow::metrics) ? MOST_OF_METRICS : MOST_LOOKED_AT;
        this.wantsBody = !head.coded() && rows.stream().anyMatch(TableAnswer::needsBody);
    }

    private static boolean needsBody(CarriedRow row) {
        return !row.body().isEmpty() || row.version().startsWith("json");
    }

    @Override
    public boolean take(ByteView bytes, int from, int count) {
        int end = wantsBody ? from + Math.min(count, most - seen) : from;
        for (int at = from; at < end; at++) {
            int value = bytes.u8(at);
            if (value > ' ') {
                body.append((char) value);
            }
        }
        seen += end - from;
        return !wantsBody || seen >= most;
    }

    @Override
    public void conclude(ObservationSink sink, Said said) {
        String squeezed = body.toString();
        for (CarriedRow row : rows) {
            if (row.fits(squeezed)) {
                new CarriedStatement(row, asked, status).state(version(row, squeezed), sink, said);
                return;
            }
        }
    }

    private @Nullable String version(CarriedRow row, String squeezed) {
        String[] where = row.version().split(" ", 3);
        return switch (where[0]) {
            case "json" -> between(squeezed, "\"" + where[1] + "\":\"", '"');
            case "header" -> between(Objects.requireNonNullElse(head.value(where[1]), "") + " ", where[2], ' ');
            case "text" -> between(squeezed, where[1], '"');
            default -> null;
        };
    }

    private static @Nullable String between(String text, String mark, char end) {
        int from = text.indexOf(mark);
        int to = from < 0 ? -1 : text.indexOf(end, from + mark.length());
        String found = to < 0 ? "" : text.substring(from + mark.length(), to);
        boolean version = !found.isEmpty()
                && found.length() <= LONGEST_VERSION
                && found.chars().anyMatch(Character::isDigit);
        return version ? found : null;
    }
}
