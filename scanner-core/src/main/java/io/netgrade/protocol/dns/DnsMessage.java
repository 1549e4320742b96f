// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import io.netgrade.wire.ByteView;

/**
 * One message, read in place (RFC 1035 §4.1): its header, its only question, and what the records say that netgrade looks
 * for. One object serves message after message and is valid while the bytes are.
 *
 * <pre>
 *  0 ID       2 QR Opcode AA TC RD RA Z AD CD RCODE
 *  4 QDCOUNT  6 ANCOUNT  8 NSCOUNT  10 ARCOUNT  12 question, records
 * </pre>
 */
final class DnsMessage {
    /** Whether bytes are a message. */
    enum Fit {
        NO,
        SHORT,
        YES
    }

    static final int HEADER = 12;
    static final int FORMAT_ERROR = 1;
    static final int SERVER_FAILURE = 2;
    static final int NOT_IMPLEMENTED = 4;
    static final int REFUSED = 5;
    static final int NS = 2;
    static final int SOA = 6;
    static final int TXT = 16;
    static final int OPT = 41;
    static final int TSIG = 250;
    static final int IXFR = 251;
    static final int AXFR = 252;
    static final int INTERNET = 1;
    static final int CHAOS = 3;

    private static final int DS = 43;
    private static final int RRSIG = 46;
    private static final int DNSKEY = 48;
    private static final int MOST_ALGORITHMS = 64;
    private static final int HESIOD = 4;
    private static final int QUERY = 0;
    private static final int NOTIFY = 4;
    private static final int UPDATE = 5;
    private static final int SHORTEST_RECORD = 11;
    private static final int NETBIOS_LABEL = 32;
    private static final int NETBIOS = 0x20;
    private static final int NETBIOS_STATUS = 0x21;

    private final ByteView view = new ByteView();
    private int flags;
    private int questionEnd;
    private int firstAnswer;
    private int answerText;
    private int extension;
    private boolean signed;
    private boolean whole;
    private boolean signatures;
    private long algorithms;

    /**
     * Points at a message, of which only the beginning may be here.
     *
     * @param available octets that are here, from {@code at}
     * @param declared octets that the message has in all
     */
    Fit wrap(ByteView bytes, int at, int available, int declared) {
        view.wrap(bytes, at, available);
        if (declared < HEADER + 5) {
            return Fit.NO;
        }
        if (available < HEADER) {
            return available < 6 || plausibleStart() ? Fit.SHORT : Fit.NO;
        }
        if (!plausibleStart() || !plausibleCounts(declared)) {
            return Fit.NO;
        }
        int nameEnd = DnsName.plainEnd(view, HEADER);
        if (nameEnd < 0 || nameEnd + 4 > available) {
            return available < declared && available < HEADER + 260 ? Fit.SHORT : Fit.NO;
        }
        questionEnd = nameEnd + 4;
        return plausibleQuestion() ? Fit.YES : Fit.NO;
    }

    int id() {
        return view.u16(0);
    }

    boolean response() {
        return (flags & 0x8000) != 0;
    }

    /** A plain question: no NOTIFY, no UPDATE. */
    boolean query() {
        return opcode() == QUERY;
    }

    boolean truncated() {
        return (flags & 0x0200) != 0;
    }

    boolean recursionDesired() {
        return (flags & 0x0100) != 0;
    }

    boolean recursionAvailable() {
        return (flags & 0x0080) != 0;
    }

    /** The four bits of the header. */
    int responseCode() {
        return flags & 0xF;
    }

    int questionType() {
        return view.u16(questionEnd - 4);
    }

    int questionClass() {
        return view.u16(questionEnd - 2);
    }

    boolean asks(byte[] name, int type, int recordClass) {
        return DnsName.equal(view, HEADER, name) && questionType() == type && questionClass() == recordClass;
    }

    String questionName() {
        return DnsName.text(view, HEADER);
    }

    int answers() {
        return view.u16(6);
    }

    /** Reads the records as far as they are here and sound; what was found before stays. */
    void readRecords() {
        firstAnswer = 0;
        answerText = -1;
        extension = -1;
        signed = false;
        signatures = false;
        algorithms = 0;
        int answers = answers();
        int records = answers + view.u16(8) + view.u16(10);
        int at = questionEnd;
        for (int i = 0; i < records && at > 0; i++) {
            at = readRecord(at, i, answers);
        }
        whole = at > 0;
    }

    /** Whether all records were here and sound. Only after {@link #readRecords}. */
    boolean readWhole() {
        return whole;
    }

    /** The first answer's type; 0 without an answer. Only after {@link #readRecords}. */
    int firstAnswer() {
        return firstAnswer;
    }

    /** The first character-string of a TXT answer. Only after {@link #readRecords}, where {@link #hasText()}. */
    String text() {
        return view.ascii(answerText + 1, view.u8(answerText));
    }

    boolean hasText() {
        return answerText >= 0;
    }

    boolean hasExtension() {
        return extension >= 0;
    }

    /** The OPT record's class: the largest UDP payload its sender takes. */
    int udpSize() {
        return view.u16(extension + 2);
    }

    boolean dnssecOk() {
        return (view.u8(extension + 6) & 0x80) != 0;
    }

    boolean authoritative() {
        return (flags & 0x0400) != 0;
    }

    /** AD: the sender has validated it (RFC 4035 §3.2.3). */
    boolean authenticated() {
        return (flags & 0x0020) != 0;
    }

    /** Whether an RRSIG stands in the message. Only after {@link #readRecords}. */
    boolean hasSignatures() {
        return signatures;
    }

    /** The algorithms of signatures, keys and delegations, a bit for each number. Only after {@link #readRecords}. */
    long algorithms() {
        return algorithms;
    }

    /** Whether a TSIG record stands in the message (RFC 8945). */
    boolean signed() {
        return signed;
    }

    /** @return the place behind the record, or -1 where it does not fit */
    private int readRecord(int at, int index, int answers) {
        int fields = DnsName.end(view, at);
        if (fields < 0 || fields + 10 > view.length()) {
            return -1;
        }
        int type = view.u16(fields);
        int data = fields + 10;
        int length = view.u16(fields + 8);
        int end = data + length;
        if (index == 0 && answers > 0) {
            firstAnswer = type;
        }
        if (type == OPT && index >= answers) {
            extension = fields;
        }
        signed |= type == TSIG;
        if (end > view.length()) {
            return -1;
        }
        noteSecurity(type, data, length);
        if (type == TXT && index < answers && answerText < 0 && length > 0 && view.u8(data) < length) {
            answerText = data;
        }
        return end;
    }

    /** Behind two octets an RRSIG and a DS have their algorithm, a DNSKEY behind three (RFC 4034 §2.1, §3.1, §5.1). */
    private void noteSecurity(int type, int data, int length) {
        signatures |= type == RRSIG;
        boolean secure = type == RRSIG || type == DS || type == DNSKEY;
        if (secure && length > 3) {
            int algorithm = view.u8(type == DNSKEY ? data + 3 : data + 2);
            algorithms |= algorithm < MOST_ALGORITHMS ? 1L << algorithm : 0;
        }
    }

    private int opcode() {
        return flags >> 11 & 0xF;
    }

    private boolean plausibleStart() {
        flags = view.u16(2);
        boolean known = opcode() == QUERY || opcode() == NOTIFY || opcode() == UPDATE;
        boolean answersWithoutQuestion = !response() && (flags & 0x040F) != 0 && opcode() == QUERY;
        return known && (flags & 0x0040) == 0 && !answersWithoutQuestion && view.u16(4) == 1;
    }

    /** A query has no answers; a response has no more records than its octets could hold. */
    private boolean plausibleCounts(int declared) {
        int records = answers() + view.u16(8) + view.u16(10);
        boolean bare = response() || opcode() != QUERY || (answers() == 0 && view.u16(8) <= 1 && view.u16(10) <= 4);
        boolean fits = truncated() || (long) records * SHORTEST_RECORD <= declared - HEADER - 5;
        return bare && fits;
    }

    private boolean plausibleQuestion() {
        int type = questionType();
        int recordClass = questionClass();
        boolean known = recordClass == INTERNET || recordClass == CHAOS || recordClass == HESIOD || recordClass >= 254;
        return type != 0 && known && recordClass <= 255 && !netbios(type);
    }

    /** A NetBIOS name (RFC 1001 §14.1): 32 letters A to P, asked for with types of its own. */
    private boolean netbios(int type) {
        boolean encoded = (type == NETBIOS || type == NETBIOS_STATUS) && view.u8(HEADER) == NETBIOS_LABEL;
        for (int at = HEADER + 1; encoded && at <= HEADER + NETBIOS_LABEL; at++) {
            encoded = view.u8(at) >= 'A' && view.u8(at) <= 'P';
        }
        return encoded;
    }
}
