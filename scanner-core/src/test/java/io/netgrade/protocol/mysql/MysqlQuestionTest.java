// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import org.junit.jupiter.api.Test;

class MysqlQuestionTest {
    private static final Protocol MYSQL = MysqlProtocol.protocol();
    /** Of MariaDB 10.11, with CLIENT_SSL or without. */
    private static String greeting(char lowerCapabilities) {
        return "d\0\0\0\n5.5.5-10.11.19-MariaDB-0+deb12u1\0\3\0\0\0)O4T*q}C\0\u00fe" + lowerCapabilities
                + "\10\2\0\u00ff\u0081\25\0\0\0\0\0\0\35\0\0\0q3GL**5k=,c/\0mysql_native_password\0";
    }

    @Test
    void readsTheGreetingAndSaysNothing() {
        Asked asked = Asked.first(MYSQL).hears(greeting('\u00f7'));

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEmpty();
        assertThat(asked.facts().all()).contains(MysqlFacts.SERVICE.complete(false, "mysql_native_password"));
    }

    @Test
    void leadsToTlsWhereTheGreetingOffersIt() {
        Asked asked = Asked.startTls(MYSQL).hears(greeting('\u00ff'));

        assertThat(asked.progress()).isEqualTo(Progress.START_TLS);
        assertThat(asked.sent()).isEqualTo(" \0\0\1" + "\0\u008a\10\0" + "\0\0\0\1" + "-" + "\0".repeat(23));
    }

    @Test
    void saysNothingWhereTheGreetingOffersNone() {
        Asked asked = Asked.startTls(MYSQL).hears(greeting('\u00f7'));

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEmpty();
    }

    @Test
    void waitsForTheWholeGreetingAndNoMore() {
        String whole = greeting('\u00ff');

        assertThat(Asked.first(MYSQL).hears(whole.substring(0, 60)).ends().answered())
                .isFalse();
        assertThat(Asked.startTls(MYSQL).hears(whole.substring(0, 60)).progress())
                .isEqualTo(Progress.CONTINUE);
    }

    @Test
    void aServerThatTurnsUsAwayOffersNothing() {
        String refusal = "\23\0\0\0\u00ffj\4Host not allowed";

        assertThat(Asked.startTls(MYSQL).hears(refusal).progress()).isEqualTo(Progress.DONE);
        assertThat(Asked.first(MYSQL).hears(refusal).facts().all()).isEmpty();
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(MYSQL).hears("SSH-2.0-OpenSSH_9.2\r\n").progress())
                .isEqualTo(Progress.MALFORMED);
        assertThat(Asked.startTls(MYSQL).hears("220 FTP\r\n").progress()).isEqualTo(Progress.MALFORMED);
    }
}
