// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.memcached;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import io.netgrade.wire.Words;

/** Tells Memcached by the header of a binary packet, or by commands and answers of the text protocol. */
final class MemcachedRecognition {
    /** Request id, number, count and zeros in front of each datagram. */
    static final int UDP_HEADER = 8;

    private static final Words ANSWERS =
            Words.of("version 1.", "stat pid ", "stat ", "stored\r\n", "not_stored\r\n", "not_found\r\n", "value ");
    private static final Words END = Words.of("end\r\n");
    private static final Words COMMANDS = Words.of(
            "stats\r\n", "stats items", "stats slabs", "stats settings", "gets ", "get ", "mg ", "flush_all\r\n");
    private static final Words STORES = Words.of("set ", "add ", "cas ", "append ", "prepend ", "replace ");
    private static final Words SHARED = Words.of("version\r\n", "quit\r\n");
    private static final int LONGEST_LINE = 300;

    /** Of a stream; a datagram begins with a number of its own. */
    static final Octets BEGINNINGS = Octets.of(MemcachedBinary.REQUEST, MemcachedBinary.ANSWER)
            .or(ANSWERS.beginnings())
            .or(END.beginnings())
            .or(COMMANDS.beginnings())
            .or(STORES.beginnings())
            .or(SHARED.beginnings());

    private MemcachedRecognition() {}

    static Recognition of(Opening opening) {
        if (opening.transport() == Transport.UDP) {
            return Speaker.recognition(opening, MemcachedRecognition::datagram);
        }
        return opening.transport() == Transport.TCP
                ? Speaker.recognition(opening, MemcachedRecognition::stream)
                : Recognition.NO;
    }

    private static Speaker datagram(ByteView bytes) {
        if (bytes.length() <= UDP_HEADER) {
            return Speaker.NOBODY;
        }
        boolean headed = bytes.u16(2) < bytes.u16(4) && bytes.u16(6) == 0;
        int text = bytes.u8(UDP_HEADER);
        if (!headed || text < 'A' || text > 'z') {
            return Speaker.NOBODY;
        }
        if (ANSWERS.at(bytes, UDP_HEADER) || END.at(bytes, UDP_HEADER)) {
            return Speaker.SERVER;
        }
        boolean asks = COMMANDS.at(bytes, UDP_HEADER) || SHARED.at(bytes, UDP_HEADER);
        return asks ? Speaker.CLIENT : Speaker.NOBODY;
    }

    private static Speaker stream(ByteView bytes) {
        int first = bytes.u8(0);
        if (first == MemcachedBinary.REQUEST || first == MemcachedBinary.ANSWER) {
            return MemcachedBinary.speaker(bytes);
        }
        if (ANSWERS.at(bytes, 0)) {
            return Speaker.SERVER;
        }
        if (END.at(bytes, 0) || SHARED.at(bytes, 0)) {
            // Others say so too: what the other side says decides.
            return Speaker.UNFINISHED;
        }
        if (COMMANDS.at(bytes, 0)) {
            return command(bytes);
        }
        if (STORES.at(bytes, 0)) {
            return store(bytes);
        }
        boolean may = ANSWERS.mayBegin(bytes)
                || COMMANDS.mayBegin(bytes)
                || STORES.mayBegin(bytes)
                || END.mayBegin(bytes)
                || SHARED.mayBegin(bytes);
        return may ? Speaker.UNFINISHED : Speaker.NOBODY;
    }

    /** {@code get key}: keys have no control characters, and the line ends with CR and LF. */
    private static Speaker command(ByteView bytes) {
        int end = bytes.indexOf('\n', 0, LONGEST_LINE);
        int known = end < 0 ? Math.min(bytes.length(), LONGEST_LINE) : end;
        for (int at = 0; at < known; at++) {
            boolean last = at == known - 1 && bytes.u8(at) == '\r';
            if ((bytes.u8(at) < ' ' && !last) || bytes.u8(at) == '/') {
                // A slash right behind the word is HTTP's or another's path.
                return Speaker.NOBODY;
            }
        }
        if (end < 0) {
            return known < LONGEST_LINE ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        return end > 4 && bytes.u8(end - 1) == '\r' ? Speaker.CLIENT : Speaker.NOBODY;
    }

    /** {@code set key flags exptime bytes}: three numbers behind the key (memcached protocol.txt). */
    private static Speaker store(ByteView bytes) {
        int end = bytes.indexOf('\n', 0, LONGEST_LINE);
        if (end < 0) {
            return bytes.length() < LONGEST_LINE ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        int key = bytes.indexOf(' ', bytes.indexOf(' ', 0, end) + 1, end);
        int numbers = 0;
        boolean inNumber = false;
        for (int at = key; key > 0 && at < end; at++) {
            int octet = bytes.u8(at);
            boolean digit = octet >= '0' && octet <= '9';
            numbers += digit && !inNumber ? 1 : 0;
            inNumber = digit;
            if (!digit && octet != ' ' && octet != '\r' && octet != '-') {
                return numbers >= 3 ? Speaker.CLIENT : Speaker.NOBODY;
            }
        }
        return numbers >= 3 && bytes.u8(end - 1) == '\r' ? Speaker.CLIENT : Speaker.NOBODY;
    }
}
