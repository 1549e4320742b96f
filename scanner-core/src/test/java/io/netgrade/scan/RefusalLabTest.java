// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.PortSet;
import io.netgrade.lab.EtcdServer;
import io.netgrade.lab.EtcdWithLogins;
import io.netgrade.lab.HttpStandIn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where what a service refuses proves that it refuses all, and where it does not. */
class RefusalLabTest {

    @Test
    void etcdWithLoginsGivesNoKeyAndPasses() throws Exception {
        LabLook look = LabLook.at(new EtcdWithLogins());
        assertThat(whole(look, "etcd.access")).containsExactly("keys");
        assertThat(look.controls(Result.PASS)).contains("DAT-07@1");
    }

    @Test
    void etcdWithoutLoginsGivesKeysAndFails() throws Exception {
        LabLook look = LabLook.at(EtcdServer.weak());
        assertThat(whole(look, "etcd.access")).isEmpty();
        assertThat(look.controls(Result.FAIL)).contains("DAT-07@1");
    }

    @Test
    void elasticsearchThatRefusesTwiceRefusesAll() throws Exception {
        LabLook look = at("elasticsearch-login");
        assertThat(whole(look, "elasticsearch.access")).containsExactlyInAnyOrder("banner", "api");
        assertThat(look.controls(Result.PASS)).contains("DAT-04@1");
    }

    @Test
    void elasticsearchThatAnswersFails() throws Exception {
        LabLook look = at("elasticsearch");
        assertThat(whole(look, "elasticsearch.access")).isEmpty();
        assertThat(look.controls(Result.FAIL)).contains("DAT-04@1");
    }

    @Test
    void kubeletWithoutAnonymousAccessRefusesAll() throws Exception {
        LabLook look = at("kubelet-401");
        assertThat(whole(look, "kubelet.access")).containsExactly("pods");
        assertThat(look.controls(Result.PASS)).contains("DAT-11@1");
    }

    @Test
    void kubeletThatRefusesOnePermissionStaysUnknown() throws Exception {
        LabLook look = at("kubelet-403");
        assertThat(whole(look, "kubelet.access")).isEmpty();
        assertThat(look.controls(Result.UNKNOWN)).contains("DAT-11@1");
        assertThat(look.controls(Result.PASS)).doesNotContain("DAT-11@1");
    }

    private static List<String> whole(LabLook look, String type) {
        return look.collected().observations().stream()
                .map(seen -> seen.fact())
                .filter(fact -> fact.type().equals(type) && fact.complete())
                .flatMap(fact -> fact.text("resource").stream())
                .toList();
    }

    private static LabLook at(String answers) throws Exception {
        int port = answers.startsWith("kubelet") ? 10250 : 9200;
        try (HttpStandIn server = HttpStandIn.inClear(port, answers)) {
            return LabLook.at(server.address(), PortSet.of(server.port()), ProtocolCatalog.asked());
        }
    }
}
