// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netgrade.json.JsonFault;
import io.netgrade.profile.PlanReader;
import io.netgrade.yaml.MistakesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Files that users name or a run left, with any bytes in them: lists of targets, plans, places of runs. */
class NamedFilesFuzzTest {
    @TempDir
    static Path folder;

    @FuzzTest
    void readsOrRefusesAnyListOfTargets(byte[] bytes) throws IOException {
        List<String> mistakes = new ArrayList<>();
        Path file = Files.write(folder.resolve("list"), bytes);

        assertThat(TargetFile.read(file, mistakes)).doesNotContainNull();
        assertThat(mistakes).allMatch(line -> line.startsWith(file.toString()) && !line.contains("\n"));
    }

    @FuzzTest
    void readsOrRefusesAnyPlan(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("plan.yaml"), bytes);
        try {
            assertThat(new PlanReader(ProtocolCatalog.vocabulary(), TargetFile::read)
                            .read(file, Optional.empty())
                            .units())
                    .isNotEmpty();
        } catch (MistakesException e) {
            assertThat(e.mistakes()).isNotEmpty();
        }
    }

    @FuzzTest
    void readsOrRefusesAnyPlace(byte[] bytes) throws IOException {
        Files.write(folder.resolve("plan.json"), bytes);
        Files.write(folder.resolve("place.json"), bytes);
        try {
            assertThat(PlanPlace.read(folder).run()).isNotNull();
        } catch (JsonFault | IOException refused) {
            assertThat(refused.getMessage()).isNotEmpty();
        }
        try {
            assertThat(RunPlace.read(folder).run()).isNotNull();
        } catch (JsonFault | IOException refused) {
            assertThat(refused.getMessage()).isNotEmpty();
        }
    }
}
