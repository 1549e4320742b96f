// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.fact.Observation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** No secret and no subscriber of the public captures, as TShark reads them, is in anything that is seen there. */
class NoSecretsTest {
    /** What everybody says: such a value, where it is shown, was not taken from the secret. */
    private static final Set<String> WORDS = Set.of(
            "admin",
            "anonymous",
            "default",
            "false",
            "google",
            "guest",
            "login",
            "none",
            "ntlm",
            "plain",
            "private",
            "public",
            "true");

    private static final int SHORTEST = 4;

    @Test
    void nothingSeenHoldsASecretOfItsCapture() throws Exception {
        List<Path> captures = PublicCaptures.all();
        assumeTrue(SecretFields.present(), "skipped: no tshark here");
        List<String> shown = new ArrayList<>();
        int secrets = 0;
        Map<Path, Future<Set<SecretFields.Secret>>> told = told(captures, SecretFields.known());
        for (Path capture : captures) {
            List<String> texts = PublicCaptures.look(capture).observations().stream()
                    .map(NoSecretsTest::text)
                    .distinct()
                    .toList();
            for (SecretFields.Secret secret : told.get(capture).get()) {
                String value = secret.value().strip().toLowerCase(Locale.ROOT);
                if (value.length() < SHORTEST || WORDS.contains(value) || isMask(value)) {
                    continue;
                }
                secrets++;
                texts.stream()
                        .filter(text -> text.contains(value))
                        .findFirst()
                        .ifPresent(text -> shown.add(
                                PublicCaptures.name(capture) + ": " + secret.field() + " " + value + " in " + text));
            }
        }
        assertThat(secrets).as("secrets that TShark finds").isGreaterThan(100);
        assertThat(shown).isEmpty();
    }

    /** What TShark tells of each, which takes it longer to start than to read: two at a time, while we look ourselves. */
    private static Map<Path, Future<Set<SecretFields.Secret>>> told(List<Path> captures, SecretFields fields) {
        ExecutorService asking = Executors.newFixedThreadPool(2);
        Map<Path, Future<Set<SecretFields.Secret>>> told = new HashMap<>();
        captures.forEach(capture -> told.put(capture, asking.submit(() -> fields.of(capture))));
        asking.shutdown();
        return told;
    }

    /** What whoever published a capture wrote over its secrets: one character again and again. */
    private static boolean isMask(String value) {
        return value.chars().distinct().count() == 1;
    }

    /** All that an observation tells of what was said; not the names of its protocol and of the capture. */
    private static String text(Observation seen) {
        return (seen.fact().value().values() + " " + seen.evidence().excerpt()).toLowerCase(Locale.ROOT);
    }
}
