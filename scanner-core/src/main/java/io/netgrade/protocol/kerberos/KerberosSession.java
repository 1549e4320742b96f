// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.kerberos;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.MessageDissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.Ber;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The requests of one client, and what the centre says to them. */
final class KerberosSession implements MessageGrammar {
    private static final int MOST_TYPES = 32;
    private static final int LONGEST_REALM = 128;
    private static final int PRE_AUTHENTICATION_REQUIRED = 25;
    private static final int GENERAL_STRING = 0x1B;

    /** Data that proves a client: encrypted timestamp, public key (old and new), FAST, encrypted challenge. */
    private static final Set<Long> PROOFS = Set.of(2L, 14L, 16L, 136L, 138L);

    private static final int TYPES_OLD = 11;
    private static final int TYPES = 19;
    private static final long ABSENT = Long.MIN_VALUE;

    private final boolean stream;
    private boolean asked;
    private boolean proved;

    KerberosSession(boolean stream) {
        this.stream = stream;
    }

    @Override
    public long length(Direction direction, ByteView unread) {
        if (!stream) {
            return unread.length();
        }
        if (unread.length() < 4) {
            return UNKNOWN;
        }
        long length = unread.u32(0);
        return length == 0 || length > KerberosMessage.LONGEST ? BROKEN : length + 4;
    }

    @Override
    public Progress read(Direction direction, ByteView message, ObservationSink sink) {
        int at = stream ? 4 : 0;
        if (message.length() <= at) {
            return Progress.MALFORMED;
        }
        long sequence = KerberosMessage.first(message, Ber.span(message, at, message.length()), Ber.SEQUENCE);
        if (sequence == Ber.NONE) {
            // Longer than what is kept of it, or not sound.
            return message.length() < MessageDissector.OCTETS_READ ? Progress.MALFORMED : Progress.CONTINUE;
        }
        switch (message.u8(at)) {
            case KerberosMessage.AS_REQUEST, KerberosMessage.TGS_REQUEST ->
                request(message, sequence, message.u8(at) == KerberosMessage.AS_REQUEST, sink);
            case KerberosMessage.AS_REPLY, KerberosMessage.TGS_REPLY ->
                reply(message, sequence, message.u8(at) == KerberosMessage.AS_REPLY, sink);
            case KerberosMessage.ERROR -> error(message, sequence, sink);
            default -> {
                return Progress.MALFORMED;
            }
        }
        return Progress.CONTINUE;
    }

    private void request(ByteView message, long sequence, boolean first, ObservationSink sink) {
        long data = KerberosMessage.first(message, KerberosMessage.field(message, sequence, 3), Ber.SEQUENCE);
        proved = numbers(message, data, 1, true).stream().anyMatch(PROOFS::contains);
        asked = first;
        long body = KerberosMessage.first(message, KerberosMessage.field(message, sequence, 4), Ber.SEQUENCE);
        long types = KerberosMessage.first(message, KerberosMessage.field(message, body, 8), Ber.SEQUENCE);
        List<String> names = names(numbers(message, types, 0, false));
        if (!names.isEmpty()) {
            sink.saw(KerberosFacts.REQUESTED.partial(names));
        }
    }

    private void reply(ByteView message, long sequence, boolean first, ObservationSink sink) {
        long ticket = KerberosMessage.field(message, sequence, 5);
        long inner = ticket == Ber.NONE ? Ber.NONE : Ber.span(message, Ber.start(ticket), Ber.end(ticket));
        long fields = KerberosMessage.first(message, inner, Ber.SEQUENCE);
        @Nullable String sealed = type(message, KerberosMessage.field(message, fields, 3));
        @Nullable String own = type(message, KerberosMessage.field(message, sequence, 6));
        List<String> both =
                Stream.of(sealed, own).flatMap(Stream::ofNullable).distinct().toList();
        if (!both.isEmpty()) {
            sink.saw(KerberosFacts.TAKEN.partial(both, sealed, own));
        }
        realm(message, KerberosMessage.field(message, sequence, 3), sink);
        if (first && asked) {
            sink.saw(KerberosFacts.PRE_AUTHENTICATION.partial(proved, null));
        }
        asked = false;
    }

    private static @Nullable String type(ByteView message, long encrypted) {
        long number =
                KerberosMessage.number(message, KerberosMessage.first(message, encrypted, Ber.SEQUENCE), 0, ABSENT);
        return number == ABSENT ? null : EncryptionTypes.name(number);
    }

    private void error(ByteView message, long sequence, ObservationSink sink) {
        long code = KerberosMessage.number(message, sequence, 6, ABSENT);
        if (code == ABSENT) {
            return;
        }
        sink.saw(KerberosFacts.ERROR.partial(code));
        realm(message, KerberosMessage.field(message, sequence, 9), sink);
        if (code == PRE_AUTHENTICATION_REQUIRED) {
            long data = KerberosMessage.first(message, KerberosMessage.field(message, sequence, 12), Ber.OCTET_STRING);
            List<String> types = offered(message, KerberosMessage.first(message, data, Ber.SEQUENCE));
            sink.saw(KerberosFacts.PRE_AUTHENTICATION.partial(true, types.isEmpty() ? null : types));
        }
        asked = false;
    }

    private static void realm(ByteView message, long field, ObservationSink sink) {
        long realm = KerberosMessage.first(message, field, GENERAL_STRING);
        if (realm != Ber.NONE && Ber.length(realm) > 0 && Ber.length(realm) <= LONGEST_REALM) {
            sink.saw(KerberosFacts.SERVICE.partial(message.ascii(Ber.start(realm), Ber.length(realm))));
        }
    }

    /** Of the data of an error, what it says of encryption types (RFC 4120 5.2.7.5). */
    private static List<String> offered(ByteView message, long data) {
        List<String> names = new ArrayList<>();
        int at = Ber.start(data);
        while (data != Ber.NONE && at < Ber.end(data)) {
            long one = Ber.span(message, Ber.SEQUENCE, at, Ber.end(data));
            if (one == Ber.NONE) {
                return names;
            }
            long type = KerberosMessage.number(message, one, 1, ABSENT);
            if (type == TYPES || type == TYPES_OLD) {
                long value = KerberosMessage.first(message, KerberosMessage.field(message, one, 2), Ber.OCTET_STRING);
                long list = KerberosMessage.first(message, value, Ber.SEQUENCE);
                names(numbers(message, list, 0, true)).stream()
                        .filter(name -> !names.contains(name))
                        .forEach(names::add);
            }
            at = Ber.end(one);
        }
        return names;
    }

    /** Of a list, its numbers, or where it is a list of records, the number in one field of each. */
    private static List<Long> numbers(ByteView message, long list, int field, boolean records) {
        List<Long> numbers = new ArrayList<>();
        int at = Ber.start(list);
        while (list != Ber.NONE && at < Ber.end(list) && numbers.size() < MOST_TYPES) {
            long one = Ber.span(message, at, Ber.end(list));
            if (one == Ber.NONE) {
                return numbers;
            }
            long number =
                    records ? KerberosMessage.number(message, one, field, ABSENT) : Ber.integer(message, one, ABSENT);
            if (number != ABSENT) {
                numbers.add(number);
            }
            at = Ber.end(one);
        }
        return numbers;
    }

    private static List<String> names(List<Long> numbers) {
        return numbers.stream().map(EncryptionTypes::name).toList();
    }
}
