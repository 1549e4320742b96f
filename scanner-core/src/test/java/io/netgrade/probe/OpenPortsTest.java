// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Attempt.Status;
import org.junit.jupiter.api.Test;

class OpenPortsTest {
    private final OpenPorts ports = new OpenPorts(0);

    @Test
    void sixteenSilentPortsPickedAtRandomAreAll() {
        for (int i = 1; i <= 15; i++) {
            silent(i * 1_000);
        }
        assertThat(ports.areAll()).isFalse();

        silent(60_000);
        assertThat(ports.areAll()).isTrue();
        assertThat(ports.share()).isEqualTo("16 of 16 ports picked at random were open");
    }

    @Test
    void onePhraseOnEveryPortIsAllToo() {
        for (int i = 1; i <= 16; i++) {
            open(i * 1_000, false, "220 ready\n");
        }

        assertThat(ports.areAll()).isTrue();
    }

    @Test
    void portsThatSayDifferentThingsAreServices() {
        for (int i = 1; i <= 100; i++) {
            open(i * 500, false, "service " + i);
        }

        assertThat(ports.areAll()).isFalse();
    }

    @Test
    void recognisedServicesAreServicesHoweverAlike() {
        for (int i = 1; i <= 100; i++) {
            open(i * 500, true, "HTTP/1.1 200 OK");
        }

        assertThat(ports.areAll()).isFalse();
    }

    @Test
    void aHostWithClosedPortsBetweenIsNone() {
        for (int i = 1; i <= 100; i++) {
            silent(i * 500);
            if (i % 5 == 0) {
                ports.contacted(i * 500 + 1, Status.REFUSED);
            }
        }

        assertThat(ports.areAll()).isFalse();
    }

    @Test
    void silentPortsSideBySideAreARangeOfOneService() {
        for (int port = 8_000; port < 8_100; port++) {
            silent(port);
        }

        assertThat(ports.areAll()).isFalse();
    }

    @Test
    void hundredsOfOpenPortsAreAllWhateverTheySay() {
        for (int i = 1; i <= 256; i++) {
            ports.contacted(i * 200, Status.ANSWERED);
        }

        assertThat(ports.areAll()).isTrue();
    }

    private void silent(int port) {
        open(port, false, "");
    }

    private void open(int port, boolean recognised, String words) {
        ports.contacted(port, Status.ANSWERED);
        ports.examined(port, recognised, words);
    }
}
