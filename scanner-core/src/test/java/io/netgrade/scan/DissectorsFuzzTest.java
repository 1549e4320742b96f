// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Whatever two sides say, every protocol's reader holds to what {@link FlowRules} says; one target for each group. */
class DissectorsFuzzTest {
    @ArgumentsSource(GroupSeeds.class)
    @FuzzTest
    void security(byte[] flow) {
        FlowRules.hold(ProtocolGroup.SECURITY, flow);
    }

    @ArgumentsSource(GroupSeeds.class)
    @FuzzTest
    void management(byte[] flow) {
        FlowRules.hold(ProtocolGroup.MANAGEMENT, flow);
    }

    @ArgumentsSource(GroupSeeds.class)
    @FuzzTest
    void web(byte[] flow) {
        FlowRules.hold(ProtocolGroup.WEB, flow);
    }

    @ArgumentsSource(GroupSeeds.class)
    @FuzzTest
    void mail(byte[] flow) {
        FlowRules.hold(ProtocolGroup.MAIL, flow);
    }

    @ArgumentsSource(GroupSeeds.class)
    @FuzzTest
    void data(byte[] flow) {
        FlowRules.hold(ProtocolGroup.DATA, flow);
    }

    @ArgumentsSource(GroupSeeds.class)
    @FuzzTest
    void calls(byte[] flow) {
        FlowRules.hold(ProtocolGroup.CALLS, flow);
    }

    @ArgumentsSource(GroupSeeds.class)
    @FuzzTest
    void mobile(byte[] flow) {
        FlowRules.hold(ProtocolGroup.MOBILE, flow);
    }

    @ArgumentsSource(GroupSeeds.class)
    @FuzzTest
    void routing(byte[] flow) {
        FlowRules.hold(ProtocolGroup.ROUTING, flow);
    }

    @ArgumentsSource(GroupSeeds.class)
    @FuzzTest
    void tunnels(byte[] flow) {
        FlowRules.hold(ProtocolGroup.TUNNELS, flow);
    }

    @ArgumentsSource(GroupSeeds.class)
    @FuzzTest
    void infrastructure(byte[] flow) {
        FlowRules.hold(ProtocolGroup.INFRASTRUCTURE, flow);
    }

    @ArgumentsSource(GroupSeeds.class)
    @FuzzTest
    void industrial(byte[] flow) {
        FlowRules.hold(ProtocolGroup.INDUSTRIAL, flow);
    }
}
