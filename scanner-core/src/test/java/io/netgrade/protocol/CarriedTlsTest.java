// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import static io.netgrade.protocol.Direction.FROM_CLIENT;
import static io.netgrade.protocol.Direction.FROM_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CarriedTlsTest {
    private static final FactType READ =
            FactType.of("fake.read", "Bytes that were read.").text("bytes", "they");
    private static final int TOO_MANY = (1 << 15) + 1;

    private final List<String> stated = new ArrayList<>();
    private final ObservationSink sink = new ObservationSink() {
        @Override
        public void saw(Fact fact, String excerpt) {
            stated.add("carrier " + fact.text("bytes").orElse(""));
        }

        @Override
        public void sawInside(String protocol, Fact fact, String excerpt) {
            stated.add(protocol + " " + fact.text("bytes").orElse(""));
        }
    };

    /** Reads three octets at a time; a zero ends it. */
    private static final class Triples implements Dissector {
        private final boolean survives;

        Triples(boolean survives) {
            this.survives = survives;
        }

        @Override
        public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
            while (bytes.unread().length() >= 3) {
                if (bytes.unread().u8(0) == 0) {
                    return Progress.DONE;
                }
                sink.saw(READ.partial(bytes.unread().ascii(0, 3)));
                bytes.consume(3);
            }
            return Progress.CONTINUE;
        }

        @Override
        public boolean missed(Direction direction, long bytes) {
            return survives;
        }
    }

    private CarriedTls carried(Optional<Dissector> reader) {
        return new CarriedTls(new Opening() {
            @Override
            public Transport transport() {
                return Transport.TCP;
            }

            @Override
            public ByteView fromInitiator() {
                return new ByteView();
            }

            @Override
            public ByteView fromResponder() {
                return new ByteView();
            }

            @Override
            public boolean initiatorKnown() {
                return true;
            }

            @Override
            public int initiatorPort() {
                return 1;
            }

            @Override
            public int responderPort() {
                return 2;
            }

            @Override
            public Optional<Dissector> tls() {
                return reader;
            }
        });
    }

    private void take(CarriedTls carried, Direction direction, String text) {
        byte[] packet = ("--" + text + "-").getBytes(StandardCharsets.ISO_8859_1);
        carried.take(direction, ByteView.of(packet), 2, packet.length - 3, sink);
    }

    @Test
    void putsThePiecesOfEachSideInARow() {
        CarriedTls carried = carried(Optional.of(new Triples(true)));

        take(carried, FROM_CLIENT, "ab");
        take(carried, FROM_SERVER, "12345");
        take(carried, FROM_CLIENT, "cdef");
        take(carried, FROM_SERVER, "6");

        assertThat(stated).containsExactly("tls 123", "tls abc", "tls def", "tls 456");
        assertThat(carried.isOver()).isFalse();
    }

    @Test
    void isOverOnceItsReaderIsDone() {
        CarriedTls carried = carried(Optional.of(new Triples(true)));

        take(carried, FROM_CLIENT, "\0\0\0");
        take(carried, FROM_SERVER, "abc");

        assertThat(carried.isOver()).isTrue();
        assertThat(stated).isEmpty();
    }

    @Test
    void goesOnBehindAHoleOnlyWhereItsReaderCan() {
        CarriedTls goes = carried(Optional.of(new Triples(true)));
        take(goes, FROM_CLIENT, "ab");
        goes.miss(FROM_CLIENT, 7);
        take(goes, FROM_CLIENT, "cde");
        assertThat(stated).as("what was left before the hole is gone").containsExactly("tls cde");

        CarriedTls ends = carried(Optional.of(new Triples(false)));
        ends.miss(FROM_SERVER, 7);
        assertThat(ends.isOver()).isTrue();
    }

    @Test
    void keepsNoMoreThanTwoRecords() {
        CarriedTls carried = carried(Optional.of(new Dissector() {
            @Override
            public Progress dissect(Direction direction, Inbox bytes, ObservationSink into) {
                return Progress.CONTINUE;
            }
        }));

        take(carried, FROM_CLIENT, "a".repeat(TOO_MANY - 1));
        assertThat(carried.isOver()).isFalse();
        take(carried, FROM_CLIENT, "a");
        assertThat(carried.isOver()).isTrue();
    }

    @Test
    void isOverFromTheBeginningWhereNobodyReadsTls() {
        CarriedTls carried = carried(Optional.empty());
        take(carried, FROM_CLIENT, "abc");

        assertThat(carried.isOver()).isTrue();
        assertThat(stated).isEmpty();
    }
}
