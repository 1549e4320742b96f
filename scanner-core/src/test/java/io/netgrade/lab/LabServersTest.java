// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LabServersTest {
    static Stream<Supplier<LabServer>> servers() {
        return Stream.of(
                OpenSshServer::strong,
                OpenSshServer::weak,
                NginxServer::plain,
                NginxServer::redirecting,
                NginxServer::strong,
                NginxServer::weak,
                SnmpServer::v2c,
                SnmpServer::v3,
                BindServer::recursive,
                BindServer::authoritative,
                VsftpdServer::clear,
                VsftpdServer::withTls,
                TelnetServer::plain,
                RedisServer::open,
                RedisServer::withPassword);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void startsAnswersAndStops(Supplier<LabServer> kind) throws IOException {
        LabServer server = kind.get();
        Place place;
        try (RunningServer running = Lab.start(server)) {
            place = running.place();
            assertThat(server.answers(place)).as(running.log()).isTrue();
        }
        assertThat(place.folder()).doesNotExist();
        assertThat(answersStill(server, place)).isFalse();
    }

    private static boolean answersStill(LabServer server, Place place) {
        try {
            return server.answers(place);
        } catch (IOException e) {
            return false;
        }
    }
}
