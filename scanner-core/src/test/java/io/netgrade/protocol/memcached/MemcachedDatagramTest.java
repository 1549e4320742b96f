// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.memcached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked over UDP. */
class MemcachedDatagramTest {
    private static final String FRAME = "\0\1\0\0\0\1\0\0";

    @Test
    void asksForTheVersionAlone() {
        Interview talk = talk();

        assertThat(talk.hear(FRAME + "VERSION 1.6.18\r\n")).isEqualTo(Progress.DONE);
        assertThat(talk.sent())
                .extracting(bytes -> new String(bytes, ISO_8859_1))
                .containsExactly(FRAME + "version\r\n");
    }

    @Test
    void aServerOfNamesThatAnswersItsFirstOctetsIsNone() {
        assertThat(talk().hear("\0\1\u0080\1\0\0\0\0\0\0\0\0")).isEqualTo(Progress.MALFORMED);
        assertThat(talk().hear(FRAME + "\0\0\0\0\0\0\0\0")).isEqualTo(Progress.MALFORMED);
        assertThat(talk().hear("\0\1")).isEqualTo(Progress.MALFORMED);
    }

    private static Interview talk() {
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 11211, Transport.UDP);
        return Interview.overDatagrams(MemcachedProtocol.protocol()
                .inquire(endpoint, List.of())
                .orElseThrow()
                .next()
                .orElseThrow()
                .conversations()
                .get(0));
    }
}
