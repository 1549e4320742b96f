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
import java.util.Set;
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
        SecretFields fields = SecretFields.known();
        List<String> shown = new ArrayList<>();
        int secrets = 0;
        for (Path capture : captures) {
            List<String> texts = PublicCaptures.look(capture).observations().stream()
                    .map(NoSecretsTest::text)
                    .distinct()
                    .toList();
            for (SecretFields.Secret secret : fields.of(capture)) {
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

    /** What whoever published a capture wrote over its secrets: one character again and again. */
    private static boolean isMask(String value) {
        return value.chars().distinct().count() == 1;
    }

    /** All that an observation tells of what was said; not the names of its protocol and of the capture. */
    private static String text(Observation seen) {
        return (seen.fact().value().values() + " " + seen.evidence().excerpt()).toLowerCase(Locale.ROOT);
    }
}
