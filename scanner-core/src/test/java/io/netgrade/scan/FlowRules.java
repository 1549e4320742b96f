// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import com.sun.management.ThreadMXBean;
import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.FlowReading;
import io.netgrade.testing.FlowReading.Stated;
import io.netgrade.testing.SpokenFlow;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What holds of every reader whatever is said: it throws nothing, takes time and memory in proportion, states only what its
 * protocol declares, states the same however a stream is cut that was seen from its beginning (behind a gap, a reader may look for the
 * next message where a segment begins), shows no secret of a dialogue, and states no list as complete
 * that it would not have stated with nothing lost.
 */
final class FlowRules {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Set<String> DECLARED = ProtocolCatalog.facts().keySet();
    /** Of a prompt nothing but the pause behind it tells that it is one. */
    private static final Set<String> PAUSES_TELL = Set.of("telnet");

    private static final int MOST_FACTS = 2000;
    private static final int MOST_TEXT = 1 << 20;
    private static final int MOST_PIECE = 64;
    private static final long OCTETS_A_READER_TAKES = 4L << 20;
    /** Where each octet comes by itself, what waits for its end is looked at again each time; it is bounded. */
    private static final long OCTETS_FOR_EACH_OCTET = 32 << 10;

    private static final long NANOS_A_READER_TAKES = 100_000_000;
    private static final long NANOS_FOR_EACH_OCTET = 50_000;
    private static final int SECOND_LOOKS = 3;

    private final Protocol protocol;
    private final SpokenFlow flow;

    private FlowRules(Protocol protocol, SpokenFlow flow) {
        this.protocol = protocol;
        this.flow = flow;
    }

    static void hold(ProtocolGroup group, byte[] input) {
        SpokenFlow flow = SpokenFlow.read(input);
        List<Protocol> protocols = group.protocols();
        new FlowRules(protocols.get(flow.protocol() % protocols.size()), flow).hold();
    }

    private void hold() {
        FlowReading whole = bounded(() -> new FlowReading(protocol, flow, Integer.MAX_VALUE, -1));
        isDeclared(whole);
        showsNoSecret(whole);
        if (whole.isStream()) {
            int piece = 1 + flow.piece() % MOST_PIECE;
            saysTheSame(whole, bounded(() -> new FlowReading(protocol, flow, piece, -1)));
        }
        if (whole.whole() && flow.lost() >= 0 && flow.lost() < flow.messages().size()) {
            claimsNoMore(whole, bounded(() -> new FlowReading(protocol, flow, Integer.MAX_VALUE, flow.lost())));
        }
    }

    /** Reads, and holds the reader to its bounds; what others took, or the first time alone takes, is not counted. */
    private FlowReading bounded(Supplier<FlowReading> readings) {
        Cost most = new Cost(
                NANOS_A_READER_TAKES + NANOS_FOR_EACH_OCTET * flow.length(),
                OCTETS_A_READER_TAKES + OCTETS_FOR_EACH_OCTET * flow.length());
        FlowReading reading = readings.get();
        Cost cost = Cost.of(reading, System::nanoTime);
        for (int i = 0; !cost.within(most) && i < SECOND_LOOKS; i++) {
            cost = Cost.of(readings.get(), THREADS::getCurrentThreadCpuTime);
        }
        if (!cost.within(most)) {
            throw broken("cost", cost + " for " + flow.length() + " octets: " + reading);
        }
        return reading;
    }

    private record Cost(long nanos, long octets) {
        static Cost of(FlowReading reading, LongSupplier clock) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            long begun = clock.getAsLong();
            reading.read();
            long ended = clock.getAsLong();
            return new Cost(ended - begun, THREADS.getCurrentThreadAllocatedBytes() - before);
        }

        boolean within(Cost most) {
            return nanos <= most.nanos && octets <= most.octets;
        }
    }

    private void isDeclared(FlowReading reading) {
        if (reading.stated().size() > MOST_FACTS || reading.text().length() > MOST_TEXT) {
            throw broken("endless", "states without end: " + reading);
        }
        for (Stated one : reading.stated()) {
            boolean inside = one.about().indexOf(' ') > 0;
            boolean declared = one.fact().is(CommonFacts.RECOGNISED)
                    || protocol.facts().stream().anyMatch(one.fact()::is)
                    || (inside && DECLARED.contains(one.fact().type()));
            if (!declared) {
                throw broken("undeclared " + one.fact().type(), "not declared: " + one + " in " + reading);
            }
        }
    }

    private void showsNoSecret(FlowReading reading) {
        if (!reading.stated().isEmpty() && reading.sidesAreTold()) {
            String text = reading.text();
            for (String secret : SpokenFlows.secrets(protocol, flow, reading.isStream())) {
                if (text.contains(secret)) {
                    throw broken("secret", "shows " + secret + ": " + reading + text);
                }
            }
        }
    }

    private void saysTheSame(FlowReading whole, FlowReading pieces) {
        boolean alike = !PAUSES_TELL.contains(protocol.id())
                && whole.fromBeginning()
                && whole.recognised() == pieces.recognised();
        if (alike && !FactSums.of(whole.stated()).equals(FactSums.of(pieces.stated()))) {
            throw broken(
                    "cut of " + differing(whole, pieces),
                    "cut otherwise, it is said otherwise:\n" + differences(whole, pieces));
        }
    }

    private void claimsNoMore(FlowReading whole, FlowReading holed) {
        for (Stated one : holed.stated()) {
            boolean claim = one.fact().complete() && !one.fact().is(CommonFacts.RECOGNISED);
            if (claim
                    && whole.recognised() == holed.recognised()
                    && !whole.stated().contains(one)) {
                throw broken(
                        "loss for " + one.fact().type(),
                        "complete with something lost: " + one + "\n" + differences(whole, holed));
            }
        }
    }

    /** With protocol and rule on top of the stack, by which the fuzzer tells one finding from another. */
    private AssertionError broken(String rule, String message) {
        AssertionError error = new AssertionError(message);
        StackTraceElement[] stack = error.getStackTrace();
        stack[0] = new StackTraceElement(protocol.id(), rule, rule, 1);
        error.setStackTrace(stack);
        return error;
    }

    private static String differing(FlowReading one, FlowReading other) {
        Set<Stated> same = new LinkedHashSet<>(one.stated());
        same.retainAll(other.stated());
        Set<Stated> all = new LinkedHashSet<>(one.stated());
        all.addAll(other.stated());
        all.removeAll(same);
        return all.isEmpty() ? "nothing" : all.iterator().next().fact().type();
    }

    private static String differences(FlowReading one, FlowReading other) {
        Set<Stated> lost = new LinkedHashSet<>(one.stated());
        Set<Stated> gained = new LinkedHashSet<>(other.stated());
        lost.removeAll(other.stated());
        gained.removeAll(one.stated());
        return "lost " + lost + "\ngained " + gained + "\nof " + one + "\nand " + other;
    }
}
