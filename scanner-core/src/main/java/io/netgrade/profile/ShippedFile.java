// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** A file that ships with netgrade beside the profiles: as the build compiled it, else as it was written. */
final class ShippedFile {
    /** Those of all profiles. */
    static final List<String> TABLES = List.of("compensating-controls.yml", "lifecycles.yml", "unit-types.yml");

    private ShippedFile() {}

    /** @param name from the folder of the profiles on */
    static Optional<YamlMap> read(String name, Mistakes mistakes) {
        ProfileFile compiled = CompiledProfiles.of(name).get(name);
        return (compiled == null ? written(name) : compiled).read(mistakes);
    }

    static ProfileFile written(String name) {
        try (InputStream in = ProfileSource.resource(name)) {
            return ProfileFile.of(name, in.readAllBytes());
        } catch (IOException missing) {
            throw new UncheckedIOException("this build ships no " + name, missing);
        }
    }
}
