// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private final Refusals refusals = new Refusals();
    private final List<Fact> stated = new ArrayList<>();
    private final ObservationSink sink = (fact, excerpt) -> stated.add(fact);

    @Test
    void whatIsRefusedBeforeItIsLookedAtIsRefusedWhole() {
        says("kubelet", "pods", "required", 401);
        assertThat(whole("kubelet")).containsExactly("pods");
    }

    @Test
    void permissionThatIsRefusedProvesNothingOfOthers() {
        says("kubelet", "pods", "required", 403);
        assertThat(whole("kubelet")).isEmpty();
    }

    @Test
    void oneRefusalOfTwoIsNotEnough() {
        says("elasticsearch", "banner", "required", 401);
        assertThat(whole("elasticsearch")).isEmpty();
        says("elasticsearch", "api", "required", 401);
        assertThat(whole("elasticsearch")).containsExactly("banner", "api");
    }

    @Test
    void somethingThatIsOpenTakesTheProofAway() {
        says("elasticsearch", "cluster", "none", 200);
        says("elasticsearch", "banner", "required", 401);
        says("elasticsearch", "api", "required", 401);
        assertThat(whole("elasticsearch")).isEmpty();
    }

    @Test
    void whatEtcdTellsEverybodyTakesNothingAway() {
        says("etcd", "version", "none", 200);
        says("etcd", "keys", "required", 400);
        assertThat(whole("etcd")).containsExactly("keys");
        says("etcd", "members", "none", 200);
        assertThat(whole("etcd")).isEmpty();
    }

    @Test
    void ofOtherServicesNothingIsProved() {
        says("consul", "agent", "required", 401);
        assertThat(whole("consul")).isEmpty();
        assertThat(whole("kubelet")).isEmpty();
    }

    private void says(String service, String resource, String authentication, long status) {
        Map<String, Object> value = Map.of("resource", resource, "authentication", authentication, "status", status);
        refusals.noting(sink).sawInside(service, new Fact(service + ".access", false, value), "");
    }

    private List<String> whole(String service) {
        stated.clear();
        refusals.stateWhole(service, sink);
        assertThat(stated).allMatch(Fact::complete);
        return stated.stream().map(fact -> fact.text("resource").orElseThrow()).toList();
    }
}
