// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import io.netgrade.wire.Ber;
import io.netgrade.wire.ByteView;

/**
 * One SNMP message, read in place.
 *
 * <pre>
 * v1, v2c  SEQUENCE { version, community OCTET STRING, PDU }                          (RFC 1157 §4, RFC 1901 §3)
 * v3       SEQUENCE { version, SEQUENCE { msgID, msgMaxSize, msgFlags, model },
 *                     security OCTET STRING, SEQUENCE { engine, context, PDU }        (RFC 3412 §6)
 *                                            or OCTET STRING where it is encrypted }
 * </pre>
 *
 * One object serves message after message and is valid while the bytes are.
 */
final class SnmpMessage {
    static final int V1 = 0;
    static final int V2C = 1;
    static final int V3 = 3;

    /** Stands in the place of a PDU's tag where that is under encryption. */
    static final int ENCRYPTED = 0;

    static final int GET = 0xA0;
    static final int RESPONSE = 0xA2;
    static final int TRAP_V1 = 0xA4;
    static final int INFORM = 0xA6;
    static final int TRAP = 0xA7;
    static final int REPORT = 0xA8;

    private static final int AUTHENTICATED = 0x01;
    private static final int PRIVATE = 0x02;
    private static final int REPORTABLE = 0x04;
    private static final int USER_MODEL = 3;
    private static final long ABSENT = Long.MIN_VALUE;

    private final ByteView view = new ByteView();
    private final UserSecurity security = new UserSecurity();
    private int version;
    private long community;
    private int pdu;
    private long identifier;
    private int flags;
    private long variables;

    /** Points at one message that fills {@code length} octets from {@code at}; false where they are none. */
    boolean wrap(ByteView bytes, int at, int length) {
        view.wrap(bytes, at, length);
        long message = Ber.span(view, Ber.SEQUENCE, 0, length);
        if (Ber.end(message) != length) {
            return false;
        }
        long number = Ber.span(view, Ber.INTEGER, Ber.start(message), length);
        version = (int) Ber.integer(view, number, ABSENT);
        community = Ber.NONE;
        flags = 0;
        security.clear();
        return Ber.length(number) == 1
                && switch (version) {
                    case V1, V2C -> readCommunityMessage(Ber.end(number), length);
                    case V3 -> readUserMessage(Ber.end(number), length);
                    default -> false;
                };
    }

    int version() {
        return version;
    }

    /** The community's octets as a span of {@link #bytes()}. */
    long community() {
        return community;
    }

    /** The PDU's tag, or {@link #ENCRYPTED}. */
    int pdu() {
        return pdu;
    }

    /** What ties an answer to its question: msgID in v3, request-id before; no meaning in a v1 trap. */
    long identifier() {
        return identifier;
    }

    boolean authenticated() {
        return (flags & AUTHENTICATED) != 0;
    }

    boolean confidential() {
        return (flags & PRIVATE) != 0;
    }

    /** Whether the sender of a v3 message waits for an answer (RFC 3412 §6.4). */
    boolean reportable() {
        return (flags & REPORTABLE) != 0;
    }

    UserSecurity security() {
        return security;
    }

    /** The variable bindings as a span of {@link #bytes()}; NONE where they are encrypted or a v1 trap's. */
    long variables() {
        return variables;
    }

    ByteView bytes() {
        return view;
    }

    private boolean readCommunityMessage(int at, int end) {
        community = Ber.span(view, Ber.OCTET_STRING, at, end);
        return community != Ber.NONE && readPdu(Ber.end(community), end);
    }

    private boolean readUserMessage(int at, int end) {
        long header = Ber.span(view, Ber.SEQUENCE, at, end);
        long parameters = Ber.span(view, Ber.OCTET_STRING, Ber.end(header), end);
        long id = Ber.span(view, Ber.INTEGER, Ber.start(header), Ber.end(header));
        long size = Ber.span(view, Ber.INTEGER, Ber.end(id), Ber.end(header));
        long flag = Ber.span(view, Ber.OCTET_STRING, Ber.end(size), Ber.end(header));
        long model = Ber.span(view, Ber.INTEGER, Ber.end(flag), Ber.end(header));
        if (parameters == Ber.NONE || model == Ber.NONE || Ber.length(flag) != 1) {
            return false;
        }
        flags = view.u8(Ber.start(flag));
        if (Ber.integer(view, model, ABSENT) == USER_MODEL && !security.read(view, parameters)) {
            return false;
        }
        long messageId = Ber.integer(view, id, ABSENT);
        boolean scoped = readScoped(Ber.end(parameters), end);
        identifier = messageId;
        return scoped && messageId != ABSENT && (authenticated() || !confidential());
    }

    private boolean readScoped(int at, int end) {
        if (confidential()) {
            pdu = ENCRYPTED;
            variables = Ber.NONE;
            return Ber.end(Ber.span(view, Ber.OCTET_STRING, at, end)) == end;
        }
        long scoped = Ber.span(view, Ber.SEQUENCE, at, end);
        long engine = Ber.span(view, Ber.OCTET_STRING, Ber.start(scoped), Ber.end(scoped));
        long name = Ber.span(view, Ber.OCTET_STRING, Ber.end(engine), Ber.end(scoped));
        return name != Ber.NONE && Ber.end(scoped) == end && readPdu(Ber.end(name), end);
    }

    private boolean readPdu(int at, int end) {
        long contents = Ber.span(view, at, end);
        if (contents == Ber.NONE || Ber.end(contents) != end) {
            return false;
        }
        pdu = view.u8(at);
        if (pdu == TRAP_V1) {
            variables = Ber.NONE;
            return version == V1 && Ber.span(view, Ber.OBJECT_IDENTIFIER, Ber.start(contents), end) != Ber.NONE;
        }
        return pdu >= GET && pdu <= REPORT && readBindings(Ber.start(contents), end);
    }

    /** The part that all PDUs but the v1 trap share (RFC 3416 §3): request-id, two numbers, the bindings. */
    private boolean readBindings(int at, int end) {
        long id = Ber.span(view, Ber.INTEGER, at, end);
        long status = Ber.span(view, Ber.INTEGER, Ber.end(id), end);
        long index = Ber.span(view, Ber.INTEGER, Ber.end(status), end);
        identifier = Ber.integer(view, id, ABSENT);
        variables = Ber.span(view, Ber.SEQUENCE, Ber.end(index), end);
        return identifier != ABSENT && Ber.end(variables) == end;
    }
}
