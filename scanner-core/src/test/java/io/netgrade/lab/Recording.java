// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One entry of {@code test-captures/recordings.yml}, which says what each member means. */
record Recording(
        String name, String factory, String at, List<String> packages, String client, String shows, String facts) {

    static List<Recording> readAll(Path file, PackageVersions versions) throws IOException {
        Load yaml = new Load(LoadSettings.builder().setLabel(file.toString()).build());
        String text = versions.fillIn(Files.readString(file));
        return ((List<?>) yaml.loadFromString(text))
                .stream().map(entry -> of((Map<?, ?>) entry)).toList();
    }

    private static Recording of(Map<?, ?> entry) {
        List<String> packages =
                ((List<?>) entry.get("packages")).stream().map(String::valueOf).toList();
        return new Recording(
                text(entry, "capture"),
                text(entry, "server"),
                text(entry, "at"),
                packages,
                text(entry, "client"),
                text(entry, "shows"),
                text(entry, "facts"));
    }

    private static String text(Map<?, ?> entry, String member) {
        if (entry.get(member) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("recordings.yml: an entry lacks " + member);
    }

    /** The server that the entry names by class and factory method. */
    LabServer server() {
        String[] names = factory.split("\\.", 2);
        try {
            Class<?> type = Class.forName(Recording.class.getPackageName() + "." + names[0]);
            return (LabServer) type.getMethod(names[1]).invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("recordings.yml: there is no server " + factory, e);
        }
    }

    String address() {
        return at.substring(0, at.lastIndexOf(':')).replaceAll("[\\[\\]]", "");
    }

    int port() {
        return Integer.parseInt(at.substring(at.lastIndexOf(':') + 1, at.indexOf('/')));
    }
}
