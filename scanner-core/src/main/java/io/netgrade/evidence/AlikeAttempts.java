// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Attempt;
import io.netgrade.json.JsonWriter;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Attempts that were not answered, on their way into lines that hold many: those that ended alike share a line, which names
 * the ports of each address, the first and the last moment, and the longest time that one took.
 */
final class AlikeAttempts {
    /** Attempts in one line. */
    static final int MOST = 8_192;

    /** How long one may wait for others, in nanoseconds. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(250);

    private final Map<Ending, Line> lines = new LinkedHashMap<>();
    private int size;
    private long since;

    private record Ending(String question, Attempt.Status status, String detail, long sent, Transport transport) {
        static Ending of(Attempt attempt) {
            return new Ending(
                    attempt.question(),
                    attempt.status(),
                    attempt.detail(),
                    attempt.sent(),
                    attempt.endpoint().transport());
        }
    }

    private static final class Line {
        private final Map<InetAddress, Ports> hosts = new HashMap<>();
        private Instant from;
        private Instant to;
        private long millis;

        Line(Instant first) {
            from = first;
            to = first;
        }
    }

    /** Ports of one address, as they came. */
    private static final class Ports {
        private char[] ports = new char[2];
        private int size;

        void add(int port) {
            ports = size == ports.length ? Arrays.copyOf(ports, 2 * size) : ports;
            ports[size++] = (char) port;
        }

        boolean hold(int port) {
            for (int i = 0; i < size; i++) {
                if (ports[i] == port) {
                    return true;
                }
            }
            return false;
        }

        /** In their order, {@code 22,80,8000-8010}. */
        @Override
        public String toString() {
            Arrays.sort(ports, 0, size);
            StringBuilder text = new StringBuilder(6 * size);
            for (int i = 0; i < size; i++) {
                int first = i;
                while (i + 1 < size && ports[i + 1] <= ports[i] + 1) {
                    i++;
                }
                text.append(text.isEmpty() ? "" : ",").append((int) ports[first]);
                if (ports[i] > ports[first]) {
                    text.append('-').append((int) ports[i]);
                }
            }
            return text.toString();
        }
    }

    void add(Attempt attempt) {
        since = size == 0 ? System.nanoTime() : since;
        size++;
        Line line = lines.computeIfAbsent(Ending.of(attempt), any -> new Line(attempt.time()));
        line.from = attempt.time().isBefore(line.from) ? attempt.time() : line.from;
        line.to = attempt.time().isAfter(line.to) ? attempt.time() : line.to;
        line.millis = Math.max(line.millis, attempt.millis());
        line.hosts
                .computeIfAbsent(attempt.endpoint().address(), any -> new Ports())
                .add(attempt.endpoint().port());
    }

    boolean hold(Endpoint endpoint) {
        for (Map.Entry<Ending, Line> each : lines.entrySet()) {
            Ports ports = each.getValue().hosts.get(endpoint.address());
            if (ports != null && each.getKey().transport == endpoint.transport() && ports.hold(endpoint.port())) {
                return true;
            }
        }
        return false;
    }

    /** Whether they are enough, or have waited long enough. */
    boolean due() {
        return size >= MOST || (size > 0 && System.nanoTime() - since > PATIENCE);
    }

    /** Hands out what each line has to say; nothing is left. */
    void drainTo(Consumer<Consumer<JsonWriter>> writer) {
        lines.forEach((ending, line) -> writer.accept(json -> say(json, ending, line)));
        lines.clear();
        size = 0;
    }

    private static void say(JsonWriter json, Ending ending, Line line) {
        json.field("transport", ending.transport.id())
                .field("question", ending.question)
                .field("status", ending.status.id())
                .field("detail", ending.detail)
                .field("from", line.from)
                .field("to", line.to)
                .field("millis", line.millis)
                .field("sent", ending.sent)
                .object("ports");
        line.hosts.forEach((host, ports) -> json.field(Endpoint.text(host), ports.toString()));
        json.endObject();
    }
}
