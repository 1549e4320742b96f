// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.fact.Observation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    /** TShark reads so many times, and several captures each time as if they were one. */
    private static final int GROUPS = 20;

    @Test
    void nothingSeenHoldsASecretOfItsCapture() throws Exception {
        List<Path> captures = PublicCaptures.all();
        assumeTrue(SecretFields.present(), "skipped: no tshark here");
        SecretFields fields = SecretFields.known();
        List<String> shown = new ArrayList<>();
        int secrets = 0;
        for (int group = 0; group < GROUPS; group++) {
            List<Path> some = ofGroup(group, captures);
            Map<Path, Set<SecretFields.Secret>> told = fields.of(some);
            for (Path capture : some) {
                Set<SecretFields.Secret> kept = told.getOrDefault(capture, Set.of()).stream()
                        .filter(secret -> isTelling(value(secret)))
                        .collect(Collectors.toSet());
                secrets += kept.size();
                shown.addAll(shown(capture, kept));
            }
        }
        assertThat(secrets).as("secrets that TShark finds").isGreaterThan(100);
        assertThat(shown).isEmpty();
    }

    /** Those that lie beside each other, which may be of the same connection, are in different groups. */
    private static List<Path> ofGroup(int group, List<Path> captures) {
        return IntStream.range(0, captures.size())
                .filter(at -> at % GROUPS == group)
                .mapToObj(captures::get)
                .toList();
    }

    private static List<String> shown(Path capture, Set<SecretFields.Secret> secrets) throws Exception {
        List<String> texts = PublicCaptures.look(capture).observations().stream()
                .map(NoSecretsTest::text)
                .distinct()
                .toList();
        List<String> shown = new ArrayList<>();
        for (SecretFields.Secret secret : secrets) {
            texts.stream()
                    .filter(text -> text.contains(value(secret)))
                    .map(text ->
                            PublicCaptures.name(capture) + ": " + secret.field() + " " + value(secret) + " in " + text)
                    .findFirst()
                    .ifPresent(shown::add);
        }
        return shown;
    }

    private static String value(SecretFields.Secret secret) {
        return secret.value().strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isTelling(String value) {
        return value.length() >= SHORTEST && !WORDS.contains(value) && !isMask(value);
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
