// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.rsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import java.util.List;
import org.junit.jupiter.api.Test;

class RsyncQuestionTest {
    private static final Protocol RSYNC = RsyncProtocol.protocol();

    @Test
    void asksForTheModulesAndOpensNone() {
        Asked asked = Asked.first(RSYNC)
                .hears("@RSYNCD: 32.0 sha512 md5\n")
                .hears("public         \tAll for all\n@RSYNCD: EXIT\n");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("@RSYNCD: 31.0\n#list\n");
        assertThat(asked.facts().all())
                .containsExactly(RsyncFacts.SERVICE.partial("32.0"), RsyncFacts.MODULES.complete(List.of("public")));
    }

    @Test
    void aListThatDoesNotEndIsNone() {
        Asked asked =
                Asked.first(RSYNC).hears("@RSYNCD: 32.0\n").hears("public\t\n").ends();

        assertThat(asked.answered()).isTrue();
        assertThat(asked.facts().of(RsyncFacts.MODULES)).isEmpty();
    }

    @Test
    void aRefusalTellsNoModules() {
        Asked asked = Asked.first(RSYNC).hears("@RSYNCD: 32.0\n").hears("@ERROR: max connections (1) reached\n");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().of(RsyncFacts.MODULES)).isEmpty();
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(RSYNC).hears("220 FTP\r\n").progress()).isEqualTo(Progress.MALFORMED);
    }
}
