// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.inetd;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Script;
import io.netgrade.wire.ByteView;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What netgrade says to the small services: to most nothing, as they speak by themselves. */
final class SmallQuestions {
    private SmallQuestions() {}

    /** Says one text, and hears as much again as {@code answer} wants. */
    static Function<Endpoint, Conversation> saying(
            String text, Function<Opening, Dissector> reader, ToLongFunction<ByteView> answer) {
        return endpoint -> Script.of(endpoint, reader)
                .says(text.getBytes(US_ASCII), answer)
                .build();
    }

    /** Hears what the server says by itself. */
    static Function<Endpoint, Conversation> hearing(
            Function<Opening, Dissector> reader, ToLongFunction<ByteView> greeting) {
        return endpoint -> Script.of(endpoint, reader).hears(greeting).build();
    }

    /** The first line; of a longer one so many octets. */
    static ToLongFunction<ByteView> line(int longest) {
        return unread -> {
            int end = unread.indexOf('\n', 0, longest);
            return end >= 0 ? end + 1L : unread.length() >= longest ? longest : MessageGrammar.UNKNOWN;
        };
    }

    static ToLongFunction<ByteView> octets(int count) {
        return unread -> unread.length() >= count ? count : MessageGrammar.UNKNOWN;
    }
}
