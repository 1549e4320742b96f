// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many connections at a time find what one after another finds: of servers with lists and orders of chance. */
class TlsSuitesBesideTest {
    private static final int SERVERS = 60;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 20})
    void statesWhatOneQuestionAfterAnotherFinds(int atOnce) {
        for (int seed = 0; seed < SERVERS; seed++) {
            Random chance = new Random(seed);
            Map<Integer, BiFunction<List<Integer>, Integer, Optional<Integer>>> choices = choices(chance);
            Server.Asked serial = ask(choices, 1, chance);
            Server.Asked beside = ask(choices, atOnce, chance);

            assertThat(beside.facts().all).as("server %s", seed).isEqualTo(serial.facts().all);
            assertThat(beside.questions().size())
                    .as("server %s", seed)
                    .isLessThanOrEqualTo(2 * serial.questions().size() + 60);
        }
    }

    @Test
    void asksHardlyMoreWhereTwoConnectionsAreAllowed() {
        int serial = 0;
        int beside = 0;
        for (int seed = 0; seed < SERVERS; seed++) {
            Random chance = new Random(seed);
            Map<Integer, BiFunction<List<Integer>, Integer, Optional<Integer>>> choices = choices(chance);
            serial += ask(choices, 1, chance).questions().size();
            beside += ask(choices, 2, chance).questions().size();
        }
        System.out.println("questions: " + serial + " one at a time, " + beside + " two at a time");
        assertThat(beside).isLessThan(serial * 115 / 100);
    }

    @Test
    void takesAThirdOfTheTimeWhereTheOrderIsTheUsualOne() {
        List<Integer> all = new ArrayList<>(TlsSuite.offerable(TlsVersion.TLS_1_2));
        all.removeIf(suite -> !TlsUsualOrder.isCommon(suite)
                || suite > 0xF000
                || TlsSuite.of(suite).authentication().equals("ECDSA"));
        List<Integer> usual = all.stream()
                .sorted(Comparator.comparingLong(TlsUsualOrder::key))
                .toList();
        List<Integer> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(rounds(SuiteServer.ownOrder(usual), 8) * 3).isLessThan(rounds(SuiteServer.ownOrder(usual), 1));
        assertThat(rounds(SuiteServer.clientsOrder(all), 8) * 3).isLessThan(rounds(SuiteServer.clientsOrder(all), 1));
        assertThat(rounds(SuiteServer.ownOrder(shuffled), 8))
                .isLessThanOrEqualTo(rounds(SuiteServer.ownOrder(shuffled), 1));
    }

    /** A server whose choices go by no order is asked to the end, and states what its own line found. */
    @Test
    void goesByItsOwnLineWhereAnswersContradictEachOther() {
        List<Integer> all = TlsSuite.offerable(TlsVersion.TLS_1_2).subList(100, 140);
        for (int seed = 0; seed < SERVERS; seed++) {
            Random moods = new Random(seed);
            BiFunction<List<Integer>, Integer, Optional<Integer>> moody = (offered, connection) -> {
                List<Integer> left = new ArrayList<>(all);
                left.retainAll(offered);
                return left.isEmpty() ? Optional.empty() : Optional.of(left.get(moods.nextInt(left.size())));
            };
            Server.Asked asked = ask(Map.of(TlsVersion.TLS_1_2, moody), 8, new Random(seed));

            assertThat(asked.suites("TLSv1.2").names("suites"))
                    .as("server %s", seed)
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream().map(TlsSuite::of).map(TlsSuite::name).toList());
            assertThat(asked.suites("TLSv1.2").complete()).isTrue();
        }
    }

    /** OpenSSL's SSL_OP_PRIORITIZE_CHACHA: what decides is the suite in front of the client's list. */
    @Test
    void doesNotPutInFrontWhatTheLineDoesNot() {
        List<Integer> list = List.of(0xC030, 0xC02F, 0xCCA8, 0x009F, 0xCCAA, 0x009E, 0xC028, 0xC014, 0x0035, 0x002F);
        List<Integer> wished = List.of(0xCCA8, 0xCCAA, 0xC030, 0xC02F, 0x009F, 0x009E, 0xC028, 0xC014, 0x0035, 0x002F);
        BiFunction<List<Integer>, Integer, Optional<Integer>> choice = (offered, connection) -> {
            boolean wishes = TlsSuite.of(offered.get(0)).encryption().equals("CHACHA20");
            return (wishes ? wished : list).stream().filter(offered::contains).findFirst();
        };
        for (int seed = 0; seed < SERVERS; seed++) {
            Server.Asked serial = ask(Map.of(TlsVersion.TLS_1_2, choice), 1, new Random(seed));
            Server.Asked beside = ask(Map.of(TlsVersion.TLS_1_2, choice), 8, new Random(seed));
            assertThat(beside.facts().all).isEqualTo(serial.facts().all);
        }
    }

    private static Map<Integer, BiFunction<List<Integer>, Integer, Optional<Integer>>> choices(Random chance) {
        Map<Integer, BiFunction<List<Integer>, Integer, Optional<Integer>>> choices = new LinkedHashMap<>();
        for (int version : List.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_1, TlsVersion.TLS_1_0, TlsVersion.SSL_3)) {
            List<Integer> list = new ArrayList<>(TlsSuite.offerable(version));
            list.removeIf(suite -> chance.nextInt(4) > 0 && !TlsUsualOrder.isCommon(suite));
            Collections.shuffle(list, chance);
            List<Integer> some = new ArrayList<>(list.subList(0, chance.nextInt(35)));
            if (chance.nextInt(3) > 0) {
                some.sort(Comparator.comparingLong(TlsUsualOrder::key));
            }
            if (chance.nextInt(4) > 0) {
                choices.put(
                        version, chance.nextBoolean() ? SuiteServer.ownOrder(some) : SuiteServer.clientsOrder(some));
            }
        }
        return choices;
    }

    private static int rounds(BiFunction<List<Integer>, Integer, Optional<Integer>> choice, int atOnce) {
        return SuiteServer.rounds(
                new SuiteServer(Map.of(TlsVersion.TLS_1_2, choice)), new TlsInquiry(Optional.empty()), atOnce);
    }

    private static Server.Asked ask(
            Map<Integer, BiFunction<List<Integer>, Integer, Optional<Integer>>> choices, int atOnce, Random chance) {
        return new SuiteServer(choices).ask(new TlsInquiry(Optional.empty()), atOnce, chance);
    }
}
