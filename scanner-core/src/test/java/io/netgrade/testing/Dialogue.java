// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.testing;

import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What both sides of a connection said, in order; texts are ISO 8859-1. */
public record Dialogue(List<Said> said) {
    public Dialogue {
        said = List.copyOf(said);
    }

    public record Said(Direction direction, String text) {
        private byte[] bytes() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** How a dissector read a transcript. */
    public record Reading(Progress progress, FactList facts, int left) {}

    public static Dialogue of() {
        return new Dialogue(List.of());
    }

    public Dialogue client(String text) {
        return and(Direction.FROM_CLIENT, text);
    }

    public Dialogue server(String text) {
        return and(Direction.FROM_SERVER, text);
    }

    public Dialogue and(Direction direction, String text) {
        List<Said> more = new ArrayList<>(said);
        more.add(new Said(direction, text));
        return new Dialogue(more);
    }

    public int length() {
        return said.stream().mapToInt(one -> one.text().length()).sum();
    }

    /** The first bytes of it. */
    public Dialogue first(int count) {
        List<Said> kept = new ArrayList<>();
        int left = count;
        for (Said one : said) {
            int here = Math.min(left, one.text().length());
            kept.add(new Said(one.direction(), one.text().substring(0, here)));
            left -= here;
        }
        return new Dialogue(kept);
    }

    public Reading read(Protocol protocol) {
        return read(protocol, Integer.MAX_VALUE);
    }

    /** Reads it in pieces of so many bytes at most, as segments may come. */
    public Reading read(Protocol protocol, int piece) {
        return read(protocol.dissect(HeldOpening.of("", "")), piece);
    }

    public Reading read(Dissector dissector, int piece) {
        Map<Direction, HeldInbox> inboxes = new EnumMap<>(Direction.class);
        FactList facts = new FactList();
        Progress progress = Progress.CONTINUE;
        int left = 0;
        for (Said one : said) {
            HeldInbox inbox = inboxes.computeIfAbsent(one.direction(), direction -> new HeldInbox());
            byte[] bytes = one.bytes();
            for (int at = 0; at < bytes.length && progress == Progress.CONTINUE; ) {
                int end = (int) Math.min((long) at + piece, bytes.length);
                inbox.with(Arrays.copyOfRange(bytes, at, end));
                progress = dissector.dissect(one.direction(), inbox, facts);
                left = inbox.unread().length();
                at = end;
            }
        }
        return new Reading(progress, facts, left);
    }
}
