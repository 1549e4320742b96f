// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Confidence;
import io.netgrade.fact.Observation;
import io.netgrade.testing.WrittenDialogue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What clients say of a service counts as soon as the service has said that it is one, and no sooner. */
class ClientFactsTest {
    private static final WrittenDialogue PASSWORD =
            WrittenDialogue.allIn(DialoguesTest.FOLDER.resolve("radius")).stream()
                    .filter(one -> one.name().equals("radius/password"))
                    .findFirst()
                    .orElseThrow();

    @Test
    void aRequestAloneIsOneSideOfTheTalk() {
        assertThat(identities(1)).isNotEmpty().allMatch(one -> one.service().confidence() == Confidence.LIKELY);
    }

    @Test
    void aRequestThatWasAnsweredIsSureAndKeepsItsOwnPlace() {
        assertThat(identities(2)).anySatisfy(one -> {
            assertThat(one.service().confidence()).isEqualTo(Confidence.CONFIRMED);
            assertThat(one.evidence().frame()).isEqualTo(1);
        });
    }

    private static List<Observation> identities(int frames) {
        DialogueFrames all = new DialogueFrames(PASSWORD, PASSWORD.port());
        return DialogueFrames.look(all.frames(true, 0).subList(0, frames), all.linkType()).observations().stream()
                .filter(one -> one.fact().type().equals("radius.subscriber-identity"))
                .toList();
    }
}
