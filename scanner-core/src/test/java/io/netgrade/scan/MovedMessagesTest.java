// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.testing.SpokenFlow;
import io.netgrade.testing.SpokenFlow.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules hold wherever a capture begins, and whatever message is missing, comes twice, or comes before its time. */
class MovedMessagesTest {
    private static final int MOST_MESSAGES = 12;
    private static final int LOST = 5;
    private static final int MOST_LOST = 7;

    @ParameterizedTest
    @EnumSource
    void theRulesHold(ProtocolGroup group) {
        for (SpokenFlow flow : SpokenFlows.of(group)) {
            int count = Math.min(flow.messages().size(), MOST_MESSAGES);
            for (int at = 0; at < count; at++) {
                begunAt(group, flow, at);
                changedAt(group, flow, at);
            }
        }
    }

    private static void begunAt(ProtocolGroup group, SpokenFlow flow, int at) {
        List<Message> rest = flow.messages().subList(at, flow.messages().size());
        hold(group, flow, flow.manner() | SpokenFlow.LATE, rest);
        hold(group, flow, flow.manner() & ~SpokenFlow.LATE, rest);
    }

    private static void changedAt(ProtocolGroup group, SpokenFlow flow, int at) {
        if (at < MOST_LOST) {
            hold(group, flow, flow.manner() | ((at + 1) << LOST), flow.messages());
        }
        List<Message> without = new ArrayList<>(flow.messages());
        Message one = without.remove(at);
        hold(group, flow, flow.manner(), without);
        List<Message> twice = new ArrayList<>(flow.messages());
        twice.add(at, one);
        hold(group, flow, flow.manner(), twice);
        if (at > 0) {
            List<Message> early = new ArrayList<>(flow.messages());
            Collections.swap(early, at, at - 1);
            hold(group, flow, flow.manner(), early);
        }
    }

    private static void hold(ProtocolGroup group, SpokenFlow flow, int manner, List<Message> messages) {
        FlowRules.hold(group, new SpokenFlow(flow.protocol(), manner, flow.port(), 2, messages).bytes());
    }
}
