// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.testing;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** What two sides said to each other, recorded from real programs: {@code C} or {@code S} and hexadecimal octets. */
public record Transcript(Transport transport, int port, List<Said> said) {
    /** One datagram, or one piece of a stream. */
    public record Said(Direction direction, List<Byte> octets) {
        public byte[] bytes() {
            byte[] bytes = new byte[octets.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = octets.get(i);
            }
            return bytes;
        }

        static Said of(Direction direction, byte[] bytes) {
            List<Byte> octets = new ArrayList<>();
            for (byte octet : bytes) {
                octets.add(octet);
            }
            return new Said(direction, octets);
        }
    }

    public static Transcript read(Class<?> beside, String resource) {
        try (InputStream stream = Objects.requireNonNull(beside.getResourceAsStream(resource), resource)) {
            List<String> lines = new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            String[] head = lines.get(0).split(" ", -1);
            List<Said> said = lines.stream().skip(1).map(Transcript::line).toList();
            return new Transcript(Transport.of(head[0]), Integer.parseInt(head[1]), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Transcript of(Transport transport, int port) {
        return new Transcript(transport, port, List.of());
    }

    public Transcript client(byte... bytes) {
        return with(Said.of(Direction.FROM_CLIENT, bytes));
    }

    public Transcript server(byte... bytes) {
        return with(Said.of(Direction.FROM_SERVER, bytes));
    }

    public Transcript client(String text) {
        return client(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Transcript server(String text) {
        return server(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The first bytes of both sides. */
    public HeldOpening opening() {
        return HeldOpening.of(transport, port, first(Direction.FROM_CLIENT), first(Direction.FROM_SERVER));
    }

    public byte[] first(Direction direction) {
        return said.stream()
                .filter(one -> one.direction() == direction)
                .findFirst()
                .map(Said::bytes)
                .orElse(new byte[0]);
    }

    /** The facts that a protocol's dissector states of it. */
    public List<Fact> facts(Protocol protocol) {
        return facts(protocol.dissect(opening()));
    }

    public List<Fact> facts(Dissector dissector) {
        List<Fact> facts = new ArrayList<>();
        ObservationSink sink = (fact, excerpt) -> facts.add(fact);
        HeldInbox client = new HeldInbox();
        HeldInbox server = new HeldInbox();
        Progress progress = Progress.CONTINUE;
        for (int i = 0; i < said.size() && progress == Progress.CONTINUE; i++) {
            Said one = said.get(i);
            HeldInbox inbox = one.direction() == Direction.FROM_CLIENT ? client : server;
            progress = dissector.dissect(one.direction(), inbox.with(one.bytes()), sink);
            if (transport == Transport.UDP) {
                inbox.consumeAll();
            }
        }
        return facts;
    }

    /** The same, octet by octet. */
    public Transcript inSingleOctets() {
        List<Said> pieces = new ArrayList<>();
        for (Said one : said) {
            for (byte octet : one.bytes()) {
                pieces.add(Said.of(one.direction(), new byte[] {octet}));
            }
        }
        return new Transcript(transport, port, pieces);
    }

    /** Every beginning of it: of each message every prefix, after the whole messages before it. */
    public List<Transcript> beginnings() {
        List<Transcript> beginnings = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            byte[] bytes = said.get(i).bytes();
            for (int length = 0; length < bytes.length; length++) {
                List<Said> pieces = new ArrayList<>(said.subList(0, i));
                pieces.add(Said.of(said.get(i).direction(), Arrays.copyOf(bytes, length)));
                beginnings.add(new Transcript(transport, port, pieces));
            }
        }
        return beginnings;
    }

    private Transcript with(Said one) {
        List<Said> more = new ArrayList<>(said);
        more.add(one);
        return new Transcript(transport, port, more);
    }

    private static Said line(String line) {
        Direction direction = line.charAt(0) == 'C' ? Direction.FROM_CLIENT : Direction.FROM_SERVER;
        return Said.of(direction, HexFormat.of().parseHex(line.substring(2)));
    }
}
