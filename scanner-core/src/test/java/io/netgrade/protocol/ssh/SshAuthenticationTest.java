// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SshAuthenticationTest {
    private final List<byte[]> sent = new ArrayList<>();
    private final SeenFacts seen = new SeenFacts();
    private final SshAuthentication authentication = new SshAuthentication(sent::add);

    @Test
    void asksForNoMethodButNone() {
        authentication.begin();
        say(SshMessage.of(SshMessage.SERVICE_ACCEPT).string("ssh-userauth").bytes());

        assertThat(sent)
                .containsExactly(
                        SshMessage.of(5).string("ssh-userauth").bytes(),
                        SshMessage.of(50)
                                .string("netgrade")
                                .string("ssh-connection")
                                .string("none")
                                .bytes());
    }

    @Test
    void statesTheMethodsThatCanContinue() {
        assertThat(say(failure())).isEqualTo(Progress.DONE);

        assertThat(seen.only(SshFacts.AUTHENTICATION_METHODS))
                .isEqualTo(SshFacts.AUTHENTICATION_METHODS.complete(List.of("publickey", "password"), false));
    }

    @Test
    void refusesEveryTruncationOfTheMethods() {
        byte[] whole = failure();
        for (int length = 1; length < whole.length - 1; length++) {
            assertThat(say(Arrays.copyOf(whole, length))).isEqualTo(Progress.MALFORMED);
        }
        assertThat(seen.all()).isEmpty();
    }

    @Test
    void keepsTheBeginningOfTheBanner() {
        say(SshMessage.of(SshMessage.USERAUTH_BANNER)
                .string("x".repeat(1000))
                .string("")
                .bytes());
        say(failure());

        assertThat(seen.excerpts()).contains("banner: " + "x".repeat(80));
    }

    @Test
    void bearsATornBanner() {
        byte[] whole = SshMessage.of(SshMessage.USERAUTH_BANNER)
                .string("hello")
                .string("")
                .bytes();
        for (int length = 1; length < whole.length; length++) {
            assertThat(say(Arrays.copyOf(whole, length))).isEqualTo(Progress.CONTINUE);
        }
    }

    @Test
    void statesThatNoneWasEnough() {
        assertThat(say(new byte[] {SshMessage.USERAUTH_SUCCESS})).isEqualTo(Progress.DONE);

        assertThat(seen.only(SshFacts.AUTHENTICATION_METHODS).flag("none-accepted"))
                .contains(true);
    }

    private Progress say(byte[] message) {
        return authentication.received(message, seen);
    }

    private static byte[] failure() {
        return SshMessage.of(SshMessage.USERAUTH_FAILURE)
                .names(List.of("publickey", "password"))
                .u8(0)
                .bytes();
    }
}
