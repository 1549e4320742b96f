// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ports of TCP, UDP or SCTP, 1 to 65535, each once and in order. Written {@code 22,80,8000-8010}. */
public record PortSet(List<Span> spans) {
    public static final PortSet ALL = new PortSet(List.of(new Span(1, 0xFFFF)));
    public static final PortSet NONE = new PortSet(List.of());

    /** Ports from one to another, both included. */
    public record Span(int first, int last) {
        public Span {
            if (first < 1 || last > 0xFFFF || first > last) {
                throw new IllegalArgumentException(
                        "ports " + first + "-" + last + " are not a range within 1 to 65535");
            }
        }

        @Override
        public String toString() {
            return first == last ? String.valueOf(first) : first + "-" + last;
        }
    }

    public PortSet {
        spans = merged(spans);
    }

    public static PortSet of(int... ports) {
        return new PortSet(
                IntStream.of(ports).mapToObj(port -> new Span(port, port)).toList());
    }

    /** Ports from one to another, both included. */
    public static PortSet range(int first, int last) {
        return new PortSet(List.of(new Span(first, last)));
    }

    /**
     * Reads ports and ranges of ports between commas.
     *
     * @throws IllegalArgumentException naming the text, what is wrong and what is allowed
     */
    public static PortSet of(String text) {
        List<Span> read = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int dash = part.indexOf('-');
            int first = port(text, dash < 0 ? part : part.substring(0, dash));
            int last = dash < 0 ? first : port(text, part.substring(dash + 1));
            if (last < first) {
                throw new IllegalArgumentException(
                        "ports '" + text + "': the range " + part.strip() + " ends before it begins");
            }
            read.add(new Span(first, last));
        }
        return new PortSet(read);
    }

    public boolean contains(int port) {
        for (Span span : spans) {
            if (span.first() <= port && port <= span.last()) {
                return true;
            }
        }
        return false;
    }

    public int size() {
        return spans.stream().mapToInt(span -> span.last() - span.first() + 1).sum();
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /** The port so many places after the lowest. */
    public int at(int index) {
        int left = index;
        for (Span span : spans) {
            int length = span.last() - span.first() + 1;
            if (left >= 0 && left < length) {
                return span.first() + left;
            }
            left -= length;
        }
        throw new IndexOutOfBoundsException(index + " in " + this);
    }

    /** Every port, lowest first. */
    public IntStream stream() {
        return spans.stream().flatMapToInt(span -> IntStream.rangeClosed(span.first(), span.last()));
    }

    public PortSet and(PortSet more) {
        List<Span> both = new ArrayList<>(spans);
        both.addAll(more.spans);
        return new PortSet(both);
    }

    /** Those that both have. */
    public PortSet shared(PortSet other) {
        List<Span> shared = new ArrayList<>();
        for (Span span : spans) {
            for (Span with : other.spans) {
                int first = Math.max(span.first(), with.first());
                int last = Math.min(span.last(), with.last());
                if (first <= last) {
                    shared.add(new Span(first, last));
                }
            }
        }
        return new PortSet(shared);
    }

    @Override
    public String toString() {
        return spans.stream().map(Span::toString).collect(Collectors.joining(","));
    }

    static int port(String text, String part) {
        int port = LiteralAddress.number(part.strip(), 10, 5);
        if (port < 1 || port > 0xFFFF) {
            throw new IllegalArgumentException("ports '" + text + "': '" + part.strip()
                    + "' is not a port; write numbers from 1 to 65535, such as 22,80,8000-8010");
        }
        return port;
    }

    private static List<Span> merged(List<Span> given) {
        List<Span> sorted = new ArrayList<>(given);
        sorted.sort(Comparator.comparingInt(Span::first));
        List<Span> merged = new ArrayList<>();
        for (Span span : sorted) {
            Span before = merged.isEmpty() ? span : merged.get(merged.size() - 1);
            if (merged.isEmpty() || span.first() > before.last() + 1) {
                merged.add(span);
            } else {
                merged.set(merged.size() - 1, new Span(before.first(), Math.max(before.last(), span.last())));
            }
        }
        return List.copyOf(merged);
    }
}
