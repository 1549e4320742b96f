// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.HeldBytes;
import io.netgrade.protocol.http.head.HttpHead;
import io.netgrade.testing.Asked;
import io.netgrade.wire.ByteView;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Any bytes as the frames of one direction of HTTP/2, and as what a server answers to a probe. */
class Http2FramesFuzzTest {
    private static final Endpoint SERVER = new Endpoint(InetAddress.getLoopbackAddress(), 50051, Transport.TCP);

    @FuzzTest
    void readsAnyFrames(byte[] bytes) {
        Said whole = Said.of(bytes, bytes.length, false);
        assertThat(Said.of(bytes, 1, false)).isEqualTo(whole);
        assertThat(Said.of(bytes, bytes.length, true)).isNotNull();

        Asked asked = asked(bytes, Math.max(1, bytes.length));
        // What comes at once behind the last answer is read too.
        assertThat(asked.facts().all()).containsAll(asked(bytes, 1).facts().all());
    }

    private static Asked asked(byte[] bytes, int piece) {
        HttpRequest request = new HttpRequest("GET", SERVER, false);
        List<Http2Call> calls = List.of(Http2Call.ROOT, Http2Call.FUNCTIONS, Http2Call.HEALTH);
        return new Asked(new Http2Conversation(request, calls))
                .hears(bytes, piece)
                .ends();
    }

    /** What a direction said: the octets of data of each stream, and the rest in its order. */
    private record Said(List<String> events, Map<Integer, Long> data, boolean broken) {
        static Said of(byte[] bytes, int piece, boolean late) {
            Heard heard = new Heard();
            Http2Frames frames = new Http2Frames(heard, late);
            HeldBytes held = new HeldBytes();
            for (int at = 0; at < bytes.length && !frames.broken(); at += piece) {
                int end = Math.min(bytes.length, at + piece);
                held.add(Arrays.copyOfRange(bytes, at, end), end - at);
                held.consume(frames.take(held.unread()));
            }
            return new Said(heard.events, heard.data, frames.broken());
        }
    }

    private static final class Heard implements Http2Frames.Reader {
        private final List<String> events = new ArrayList<>();
        private final Map<Integer, Long> data = new TreeMap<>();

        @Override
        public void head(int stream, HttpHead head, boolean whole) {
            events.add("head " + stream + " " + whole + " " + head.fields() + " " + head.value(":status"));
        }

        @Override
        public void data(int stream, ByteView bytes, int from, int count) {
            assertThat(bytes.length()).isGreaterThanOrEqualTo(from + count);
            data.merge(stream, (long) count, Long::sum);
        }

        @Override
        public void ended(int stream) {
            events.add("ended " + stream);
        }
    }
}
