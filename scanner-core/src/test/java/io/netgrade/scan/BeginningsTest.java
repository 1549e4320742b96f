// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.testing.HeldOpening;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a protocol says that it may begin with: it says no to every opening of which a side begins otherwise. */
class BeginningsTest {
    private static final long SEED = 20_480;
    private static final int OCTETS = 256;
    private static final int VARIANTS = 6;
    private static final int MOST_OWN = 40;
    private static final int OTHERS = 200;
    private static final int OCTETS_OF_OTHERS = 16;
    private static final int RANDOM = 2000;
    private static final int LONGEST_RANDOM = 200;

    @TestFactory
    Stream<DynamicTest> refusesWhatItDoesNotBeginWith() {
        return ProtocolCatalog.all().stream()
                .filter(protocol -> Arrays.stream(Transport.values()).anyMatch(one -> says(protocol, one)))
                .map(protocol -> DynamicTest.dynamicTest(
                        protocol.id(),
                        () -> assertThat(new Attempts(protocol).all()).isEmpty()));
    }

    /** Without an octet that a dialogue begins with, the set is found to be too small. */
    @TestFactory
    Stream<DynamicTest> findsTheOctetThatIsMissing() {
        return ProtocolCatalog.all().stream()
                .flatMap(protocol -> Arrays.stream(Transport.values())
                        .filter(transport -> says(protocol, transport))
                        .map(transport -> DynamicTest.dynamicTest(
                                protocol.id() + " over " + transport, () -> eachIsNeeded(protocol, transport))));
    }

    private static void eachIsNeeded(Protocol whole, Transport transport) {
        SpokenOpening.of(whole.id()).stream()
                .filter(opening -> opening.transport() == transport)
                .filter(opening -> whole.recognize(held(opening)) != Recognition.NO)
                .flatMapToInt(opening -> Stream.of(opening.client(), opening.server())
                        .filter(bytes -> bytes.length > 0)
                        .mapToInt(bytes -> bytes[0] & 0xFF))
                .distinct()
                .forEach(missing -> {
                    Protocol lacking = PlainProtocol.of(whole.id(), "")
                            .ports(transport)
                            .begins(transport, Octets.where(octet -> octet != missing))
                            .recognisedBy(whole::recognize)
                            .build();
                    assertThat(new Attempts(lacking).all())
                            .as("without %02x", missing)
                            .isNotEmpty();
                });
    }

    private static HeldOpening held(SpokenOpening opening) {
        return HeldOpening.of(opening.transport(), opening.port(), opening.client(), opening.server());
    }

    private static boolean says(Protocol protocol, Transport transport) {
        return protocol.runsOver(transport) && protocol.begins(transport) != Octets.ANY;
    }

    /** Openings of one protocol and of others, each changed in many ways; the same ones on every run. */
    private static final class Attempts {
        private final Protocol protocol;
        private final Random random = new Random(SEED);

        Attempts(Protocol protocol) {
            this.protocol = protocol;
        }

        /** The first opening that is not refused though it begins otherwise; empty without one. */
        String all() {
            StringBuilder found = new StringBuilder();
            Arrays.stream(Transport.values())
                    .filter(transport -> says(protocol, transport))
                    .map(this::over)
                    .forEach(found::append);
            return found.toString();
        }

        private String over(Transport transport) {
            List<SpokenOpening> own = new ArrayList<>(SpokenOpening.of(protocol.id()));
            Collections.shuffle(own, random);
            for (SpokenOpening opening : own) {
                String taken = asSpoken(transport, opening);
                if (!taken.isEmpty()) {
                    return taken;
                }
            }
            for (SpokenOpening opening : own.subList(0, Math.min(own.size(), MOST_OWN))) {
                for (int i = 0; i < OCTETS * VARIANTS; i++) {
                    String taken = changed(transport, opening, i & 0xFF);
                    if (!taken.isEmpty()) {
                        return taken;
                    }
                }
            }
            return ofOthers(transport, SpokenOpening.over(transport));
        }

        private String ofOthers(Transport transport, List<SpokenOpening> spoken) {
            for (int i = 0; i < OTHERS * OCTETS_OF_OTHERS; i++) {
                String taken = changed(transport, spoken.get(random.nextInt(spoken.size())), random.nextInt(OCTETS));
                if (!taken.isEmpty()) {
                    return taken;
                }
            }
            for (int i = 0; i < RANDOM; i++) {
                byte[] bytes = new byte[1 + random.nextInt(LONGEST_RANDOM)];
                random.nextBytes(bytes);
                String taken = attempt(transport, port(transport), bytes, new byte[0]);
                if (!taken.isEmpty()) {
                    return taken;
                }
            }
            return "";
        }

        private String asSpoken(Transport transport, SpokenOpening opening) {
            byte[] none = new byte[0];
            boolean both = transport == Transport.TCP || opening.client().length == 0 || opening.server().length == 0;
            HeldOpening whole = HeldOpening.of(transport, opening.port(), opening.client(), opening.server());
            return (both ? attempt(whole) : "")
                    + attempt(HeldOpening.of(transport, opening.port(), opening.client(), none))
                    + attempt(HeldOpening.of(transport, opening.port(), none, opening.server()));
        }

        private int port(Transport transport) {
            List<Integer> usual =
                    protocol.usualPorts(transport).stream().sorted().toList();
            return usual.isEmpty() || random.nextBoolean()
                    ? SpokenOpening.ANY_PORT
                    : usual.get(random.nextInt(usual.size()));
        }

        /** With an octet in place of the first of either side, cut, and perhaps with a few others changed. */
        private String changed(Transport transport, SpokenOpening opening, int octet) {
            byte[] client = cut(opening.client());
            byte[] server = cut(opening.server());
            boolean both = client.length > 0 && server.length > 0;
            if (both && (transport != Transport.TCP || random.nextInt(3) > 0)) {
                boolean alone = random.nextBoolean();
                client = alone ? client : new byte[0];
                server = alone ? new byte[0] : server;
            }
            byte[] one = client.length == 0 || (server.length > 0 && random.nextBoolean()) ? server : client;
            for (int i = random.nextInt(4); i > 0 && random.nextBoolean(); i--) {
                one[random.nextInt(one.length)] = (byte) random.nextInt(OCTETS);
            }
            one[0] = (byte) octet;
            int port = random.nextInt(3) > 0 ? opening.port() : port(transport);
            return attempt(transport, port, client, server);
        }

        private byte[] cut(byte[] bytes) {
            boolean whole = bytes.length < 2 || random.nextInt(3) > 0;
            int length = whole ? bytes.length : 1 + random.nextInt(Math.min(bytes.length, 64) - 1);
            return Arrays.copyOf(bytes, length);
        }

        private String attempt(Transport transport, int port, byte[] client, byte[] server) {
            HeldOpening opening = HeldOpening.of(transport, port, client, server);
            HeldOpening placed = random.nextInt(4) == 0 ? opening.turned() : opening;
            return attempt(random.nextBoolean() ? placed : placed.late());
        }

        private String attempt(HeldOpening opening) {
            if (!excluded(opening.fromInitiator(), opening.transport())
                    && !excluded(opening.fromResponder(), opening.transport())) {
                return "";
            }
            Recognition answer = protocol.recognize(opening);
            return answer == Recognition.NO ? "" : answer + " to " + text(opening) + "\n";
        }

        private boolean excluded(ByteView side, Transport transport) {
            return side.length() > 0 && !protocol.begins(transport).has(side.u8(0));
        }

        private static String text(HeldOpening opening) {
            HexFormat hex = HexFormat.of();
            return opening + " " + hex.formatHex(opening.fromInitiator().bytes()) + " / "
                    + hex.formatHex(opening.fromResponder().bytes());
        }
    }
}
