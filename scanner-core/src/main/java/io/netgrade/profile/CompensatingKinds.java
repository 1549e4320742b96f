// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.Text;
import io.netgrade.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kinds of compensating control that ship with netgrade ({@code compensating-controls.yml}), by id. */
public final class CompensatingKinds {
    private static final String FILE = "compensating-controls.yml";

    private CompensatingKinds() {}

    /** As it was written, or as the build compiled it. */
    static ProfileFile file() {
        ProfileFile compiled = CompiledProfiles.of(FILE).get(FILE);
        return compiled == null ? written() : compiled;
    }

    static ProfileFile written() {
        return ProfileFile.of(FILE, bytes());
    }

    public static Map<String, Text> shipped() {
        Mistakes mistakes = new Mistakes();
        Map<String, Text> kinds = new LinkedHashMap<>();
        file().read(mistakes).ifPresent(file -> {
            file.allow("schema", "kinds");
            file.schema("netgrade.compensating-controls/1");
            for (YamlMap entry : file.maps("kinds")) {
                entry.allow("id", "title", "cases");
                Text title = entry.bilingual("title");
                entry.needed("id").ifPresent(id -> kinds.put(id, title));
            }
        });
        if (!mistakes.none()) {
            throw new IllegalStateException("netgrade's own compensating controls are at fault: " + mistakes.all());
        }
        return Collections.unmodifiableMap(kinds);
    }

    private static byte[] bytes() {
        try (InputStream in = ProfileSource.resource(FILE)) {
            return in.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException("this build ships no compensating controls", missing);
        }
    }
}
