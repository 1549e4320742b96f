// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.oncrpc;

import static io.netgrade.testing.Questions.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questions;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class RpcQuestionsTest {
    private static final String PROGRAMS =
            "00000001 000186a0 00000002 00000006 0000006f 00000001 000186a3 00000003 00000011 00000801 00000000";
    private static final String EXPORTS = "00000001 00000004 2f737276 00000000"
            + "00000001 00000005 2f686f6d65000000 00000001 0000000c 3139322e302e322e302f3234 00000000 00000000";

    @Test
    void hearsTheProgramsOfRpcbind() {
        Interview talk = Questions.overTcp(RpcProtocols.rpcbind(), "rpcbind.programs");
        assertThat(hex(talk.lastSent()))
                .isEqualTo("80000028" + "00000001" + "00000000" + "00000002" + "000186a0" + "00000002"
                        + "00000000".repeat(5));
        assertThat(talk.hear(accepted(1, ""))).isEqualTo(Progress.CONTINUE);
        assertThat(talk.hear(accepted(2, PROGRAMS))).isEqualTo(Progress.DONE);

        assertThat(talk.facts())
                .containsExactly(
                        RpcFacts.RPCBIND.partial(2, "null"),
                        RpcFacts.RPCBIND.partial(2, "dump"),
                        RpcFacts.PROGRAMS.complete(List.of("rpcbind", "nfs")));
    }

    @Test
    void aListThatIsNotReadWholeProvesNothing() {
        Interview talk = Questions.overTcp(RpcProtocols.rpcbind(), "rpcbind.programs");
        talk.hear(accepted(1, ""));
        talk.hear(accepted(2, "00000001 000186a0 00000002 00000006 0000006f".repeat(300) + "00000000"));

        assertThat(talk.facts()).contains(RpcFacts.PROGRAMS.partial(List.of("rpcbind")));
    }

    @Test
    void asksOverDatagramsForNoMoreThanItSends() {
        Interview talk = Questions.overUdp(RpcProtocols.rpcbind(), "rpcbind.presence");
        assertThat(talk.lastSent()).hasSize(40);

        assertThat(talk.hear(hex("00000001 00000001 00000000 00000000 00000000 00000000")))
                .isEqualTo(Progress.DONE);
        assertThat(talk.facts()).containsExactly(RpcFacts.RPCBIND.partial(2, "null"));
        assertThat(talk.sent()).hasSize(1);
    }

    @Test
    void hearsTheVersionsAndExportsOfNfs() {
        Interview talk = Questions.overTcp(RpcProtocols.nfs(), "nfs.exports");
        talk.hear(accepted(1, ""));
        talk.hear(accepted(2, ""));
        talk.hear(answer(3, 2, "00000003 00000004"));
        assertThat(talk.hear(accepted(4, EXPORTS))).isEqualTo(Progress.DONE);

        assertThat(talk.facts())
                .containsExactly(
                        RpcFacts.NFS.partial("nfs", 3),
                        RpcFacts.NFS.partial("nfs", 4),
                        RpcFacts.NFS.partial("mount", 3),
                        RpcFacts.EXPORTS.complete(2, 1));
    }

    @Test
    void learnsOfNoExportsWhereThePortHasNoMountProtocol() {
        Interview talk = Questions.overTcp(RpcProtocols.nfs(), "nfs.exports");
        talk.hear(accepted(1, ""));
        talk.hear(accepted(2, ""));
        talk.hear(accepted(3, ""));
        assertThat(talk.hear(answer(4, 1, ""))).isEqualTo(Progress.DONE);

        assertThat(talk.facts()).noneMatch(fact -> fact.is(RpcFacts.EXPORTS));
    }

    @Test
    void takesNothingElseForRpc() {
        assertThat(Questions.overTcp(RpcProtocols.nfs(), "nfs.exports").hear("HTTP/1.1 400\r\n"))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overTcp(RpcProtocols.nfs(), "nfs.exports").hear(hex("80ffffff")))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overUdp(RpcProtocols.rpcbind(), "rpcbind.presence").hear(hex("0000")))
                .isEqualTo(Progress.MALFORMED);
        Interview cut = Questions.overTcp(RpcProtocols.nfs(), "nfs.exports");
        assertThat(cut.hear(hex("80000018 00000001 0000"))).isEqualTo(Progress.CONTINUE);
        assertThat(cut.end()).isFalse();
    }

    private static byte[] accepted(int number, String results) {
        return answer(number, 0, results);
    }

    private static byte[] answer(int number, int status, String results) {
        byte[] more = hex(results);
        ByteBuffer answer = ByteBuffer.allocate(4 + 24 + more.length);
        answer.putInt(0x8000_0000 | 24 + more.length).putInt(number).putInt(1).putInt(0);
        return answer.putInt(0).putInt(0).putInt(status).put(more).array();
    }
}
