// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.FlowReading;
import io.netgrade.testing.SpokenFlow;
import io.netgrade.testing.SpokenFlow.Message;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** However long a side goes on, and in however small pieces, a reader works and allocates for each octet only so much. */
class LongStreamsTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int OCTETS = 20_000;
    private static final int MOST_NANOS = 50_000;
    private static final int MOST_ALLOCATED = 32_768;
    private static final int SECOND_LOOKS = 3;

    @TestFactory
    Stream<DynamicTest> worksInProportion() {
        return Arrays.stream(ProtocolGroup.values())
                .flatMap(group -> SpokenFlows.of(group).stream()
                        .filter(flow -> isStream(protocol(group, flow), flow))
                        .map(flow -> DynamicTest.dynamicTest(
                                protocol(group, flow).id(), () -> inProportion(protocol(group, flow), flow))));
    }

    private static Protocol protocol(ProtocolGroup group, SpokenFlow flow) {
        return group.protocols().get(flow.protocol());
    }

    private static boolean isStream(Protocol protocol, SpokenFlow flow) {
        return !flow.messages().isEmpty() && new FlowReading(protocol, flow, 1, -1).isStream();
    }

    private static void inProportion(Protocol protocol, SpokenFlow flow) {
        Message last = flow.messages().get(flow.messages().size() - 1);
        byte[] more = new byte[OCTETS];
        for (int i = 0; i < OCTETS; i++) {
            more[i] = last.bytes()[i % last.bytes().length];
        }
        for (boolean byInitiator : new boolean[] {true, false}) {
            List<Message> messages = new ArrayList<>(flow.messages());
            messages.add(new Message(byInitiator, last.carriage(), more));
            holds(protocol, new SpokenFlow(0, flow.manner(), flow.port(), 0, messages));
        }
    }

    private static void holds(Protocol protocol, SpokenFlow flow) {
        long nanos = Long.MAX_VALUE;
        long allocated = Long.MAX_VALUE;
        for (int i = 0; i < SECOND_LOOKS && (nanos > MOST_NANOS || allocated > MOST_ALLOCATED); i++) {
            FlowReading reading = new FlowReading(protocol, flow, 1, -1);
            long begun = THREADS.getCurrentThreadCpuTime();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            reading.read();
            nanos = (THREADS.getCurrentThreadCpuTime() - begun) / flow.length();
            allocated = (THREADS.getCurrentThreadAllocatedBytes() - before) / flow.length();
        }
        assertThat(nanos).as("nanoseconds for each octet").isLessThanOrEqualTo(MOST_NANOS);
        assertThat(allocated).as("octets for each octet").isLessThanOrEqualTo(MOST_ALLOCATED);
    }
}
