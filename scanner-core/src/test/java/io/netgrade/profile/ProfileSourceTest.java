// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.MistakesException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the files of a profile come from. */
class ProfileSourceTest {
    private static final int MOST = 4 << 20;

    @TempDir
    private Path folder;

    private final Mistakes mistakes = new Mistakes();

    @Test
    void aFolderHoldsItsYamlFilesAndNothingElse() throws Exception {
        for (String name :
                List.of("profile.yml", "controls/b.yml", "controls/a.yml", "README.md", "controls/notes.txt")) {
            Path file = folder.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, "a: 1\n");
        }
        Files.createDirectories(folder.resolve("old.yml"));

        ProfileSource source = ProfileSource.folder(folder);

        assertThat(source.names()).containsExactly("controls/a.yml", "controls/b.yml", "profile.yml");
        assertThat(source.read("controls/", mistakes).keySet())
                .containsExactly(folder + "/controls/a.yml", folder + "/controls/b.yml");
        assertThat(mistakes.all()).isEmpty();
    }

    @Test
    void aFileIsReadUpToItsBoundAndToldBeyondIt() {
        ProfileSource source = new ProfileSource(
                "own",
                List.of("largest.yml", "larger.yml"),
                name -> new ByteArrayInputStream(new byte[name.equals("larger.yml") ? MOST + 1 : MOST]));

        assertThat(source.read("", mistakes).keySet()).containsExactly("own/largest.yml");
        assertThat(mistakes.all())
                .extracting(Mistake::toString)
                .containsExactly("own/larger.yml: is larger than 4194304 bytes");
    }

    @Test
    void aFileThatCannotBeReadIsToldAndTheOthersAreRead() {
        ProfileSource source = new ProfileSource("own", List.of("a.yml", "b.yml"), name -> {
            if (name.equals("a.yml")) {
                throw new IOException("Permission denied");
            }
            return new ByteArrayInputStream(new byte[0]);
        });

        assertThat(source.read("", mistakes).keySet()).containsExactly("own/b.yml");
        assertThat(mistakes.all())
                .extracting(Mistake::toString)
                .containsExactly("own/a.yml: cannot be read: Permission denied");
    }

    @Test
    void aNameWithoutASlashIsAFolderWhereOneIsThere() throws IOException {
        String here;
        try (Stream<Path> files = Files.list(Path.of(""))) {
            here = files.findFirst().orElseThrow().toString();
        }

        assertThatThrownBy(() -> ProfileSource.of(here))
                .isInstanceOf(MistakesException.class)
                .hasMessage(here + ": holds no profile.yml");
    }

    @Test
    void aShippedProfileSaysThatItShips() throws MistakesException {
        assertThat(ProfileSource.of("gm-crypto").ships()).isTrue();
        assertThat(new ProfileSource(folder.toString(), List.of(), name -> new ByteArrayInputStream(new byte[0]))
                        .ships())
                .isFalse();
    }
}
