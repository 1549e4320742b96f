// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.zookeeper;

import io.netgrade.protocol.Speaker;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import io.netgrade.wire.Words;

/** Tells ZooKeeper by the messages that open a session, or by the answer to a four-letter word. */
final class ZookeeperOpening {
    static final Words WORDS = Words.of(
            "ruok", "stat", "srvr", "conf", "cons", "dump", "envi", "mntr", "wchs", "wchc", "wchp", "isro", "dirs",
            "crst", "srst", "gtmk");
    static final Words ANSWERS = Words.of(
            "imok",
            "zookeeper version: ",
            "zk_version\t",
            "clientport=",
            "environment:\nzookeeper.version",
            "this zookeeper instance is not currently serving");
    static final Words REFUSALS = Words.of(" is not executed because it is not in the whitelist");

    /** Behind the length: version, last transaction, timeout, session, and the length of the password. */
    /** A length, or a letter: a word, what answers it, or the refusal of any word. */
    static final Octets BEGINNINGS = Octets.of(0).or(Octets.between('A', 'Z')).or(Octets.between('a', 'z'));

    static final int CONNECT_LENGTH_AT = 28;

    /** The same in the answer, which has no last transaction. */
    static final int CONNECTED_LENGTH_AT = 20;

    private static final int PASSWORD = 16;
    private static final int SHORTEST_TIMEOUT = 100;
    private static final int LONGEST_TIMEOUT = 3_600_000;

    private ZookeeperOpening() {}

    static Speaker speaker(ByteView bytes) {
        if (bytes.u8(0) == 0) {
            return session(bytes);
        }
        if (!BEGINNINGS.has(bytes.u8(0))) {
            return Speaker.NOBODY;
        }
        if (ANSWERS.at(bytes, 0) || REFUSALS.at(bytes, 4)) {
            return Speaker.SERVER;
        }
        boolean word = WORDS.at(bytes, 0) && bytes.length() <= 6;
        boolean may = word || WORDS.mayBegin(bytes) || ANSWERS.mayBegin(bytes) || WORDS.at(bytes, 0);
        // A word alone proves nothing: what the other side says decides.
        return may && bytes.length() < 64 ? Speaker.UNFINISHED : Speaker.NOBODY;
    }

    private static Speaker session(ByteView bytes) {
        if (bytes.length() < 8) {
            boolean may = bytes.length() < 4 || isLength(bytes.u32(0));
            return may ? Speaker.UNFINISHED : Speaker.NOBODY;
        }
        long length = bytes.u32(0);
        if (!isLength(length) || bytes.u32(4) != 0) {
            return Speaker.NOBODY;
        }
        boolean asks = length >= 44;
        int at = asks ? CONNECT_LENGTH_AT : CONNECTED_LENGTH_AT;
        if (bytes.length() < 4 + length) {
            return Speaker.UNFINISHED;
        }
        long timeout = bytes.u32(asks ? 16 : 8);
        // A session without a number has no password yet.
        int session = at - 8;
        boolean fresh = bytes.i64(at + 4) == 0 && bytes.i64(at + 12) == 0;
        boolean sound = bytes.u32(at) == PASSWORD
                && timeout <= LONGEST_TIMEOUT
                && (bytes.i64(session) == 0) == fresh
                && (!asks || timeout >= SHORTEST_TIMEOUT);
        return sound ? asks ? Speaker.CLIENT : Speaker.SERVER : Speaker.NOBODY;
    }

    /** Of a request or of an answer, each with or without the flag for reading only (ZooKeeper 3.4). */
    private static boolean isLength(long length) {
        return length == 36 || length == 37 || length == 44 || length == 45;
    }
}
