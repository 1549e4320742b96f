// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import org.junit.jupiter.api.Test;

class MongodbQuestionTest {
    private static final Protocol MONGODB = MongodbProtocol.protocol();
    private static final String OK = "\1ok\0\0\0\0\0\0\0\360?";
    private static final String IS_MASTER = reply(1, document(number("maxWireVersion", 17), OK));
    private static final String BUILD_INFO = message(2, document("\2version\0\6\0\0\0006.0.1\0", OK));

    @Test
    void seesThatNoLogInIsWanted() {
        Asked asked = Asked.first(MONGODB).hears(IS_MASTER).hears(BUILD_INFO).hears(message(3, document(OK)));

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).contains("admin.$cmd\0", "isMaster", "buildInfo", "listDatabases", "nameOnly");
        assertThat(asked.facts().of(MongodbFacts.AUTHENTICATION))
                .containsExactly(MongodbFacts.AUTHENTICATION.complete(false));
        assertThat(asked.facts().of(CommonFacts.SOFTWARE)).hasSize(1);
    }

    @Test
    void seesThatALogInIsWanted() {
        Asked asked = Asked.first(MONGODB)
                .hears(IS_MASTER)
                .hears(BUILD_INFO)
                .hears(message(3, document(number("code", 13), "\1ok\0\0\0\0\0\0\0\0\0")));

        assertThat(asked.facts().of(MongodbFacts.AUTHENTICATION))
                .containsExactly(MongodbFacts.AUTHENTICATION.complete(true));
    }

    @Test
    void anotherErrorLeavesItOpen() {
        Asked asked = Asked.first(MONGODB)
                .hears(IS_MASTER)
                .hears(BUILD_INFO)
                .hears(message(3, document(number("code", 59), "\1ok\0\0\0\0\0\0\0\0\0")));

        assertThat(asked.facts().of(MongodbFacts.AUTHENTICATION)).isEmpty();
    }

    @Test
    void whatNetgradeSaysIsRead() {
        Asked asked = Asked.first(MONGODB).hears(IS_MASTER).hears(BUILD_INFO);

        assertThat(asked.progress()).isEqualTo(Progress.CONTINUE);
        assertThat(asked.facts().of(MongodbFacts.SERVICE))
                .containsExactly(MongodbFacts.SERVICE.partial(17, "standalone"));
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(MONGODB).hears("HTTP/1.1 400 Bad Request\r\n").progress())
                .isEqualTo(Progress.MALFORMED);
    }

    private static String number(String name, int value) {
        return "\20" + name + "\0" + (char) value + "\0\0\0";
    }

    private static String document(String... elements) {
        String all = String.join("", elements);
        return little(4 + all.length() + 1) + all + "\0";
    }

    /** OP_REPLY: flags, a cursor, a place, and one document. */
    private static String reply(int answers, String document) {
        return headed(answers, 1, little(8) + "\0".repeat(8) + little(0) + little(1) + document);
    }

    /** OP_MSG: flags, and a body. */
    private static String message(int answers, String document) {
        return headed(answers, 2013, little(0) + "\0" + document);
    }

    private static String headed(int answers, int opcode, String body) {
        return little(16 + body.length()) + little(9) + little(answers) + little(opcode) + body;
    }

    private static String little(int value) {
        return "" + (char) (value & 0xFF) + (char) (value >> 8 & 0xFF) + "\0\0";
    }
}
