// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import io.netgrade.json.JsonWriter;
import io.netgrade.probe.Standing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a probe is, as its folder in the state directory says: what a later run must know to go on.
 *
 * @param evidence the file with all that was collected up to the standing, or more
 * @param over whether everything was visited
 * @param takenUpBy the id of the run that goes on from here; empty where none does
 */
public record RunPlace(
        String run, String evidence, RunIdentity identity, Standing standing, boolean over, String takenUpBy) {
    private static final String FILE = "place.json";
    private static final String SCHEMA = "netgrade.place/1";
    private static final long LARGEST = 1 << 20;

    public RunPlace at(Standing later, boolean allVisited) {
        return new RunPlace(run, evidence, identity, later, allVisited, takenUpBy);
    }

    public RunPlace takenUpBy(String id) {
        return new RunPlace(run, evidence, identity, standing, over, id);
    }

    /** Writes it into the folder, so that after any crash the folder holds this place or the one before, whole. */
    public void write(Path folder) throws IOException {
        SettledFile.write(folder, FILE, json());
    }

    /**
     * Reads the place of a folder.
     *
     * @throws NoSuchFileException where there is none: nothing was sent
     * @throws JsonFault where it is damaged
     */
    public static RunPlace read(Path folder) throws IOException, JsonFault {
        Path file = folder.resolve(FILE);
        if (Files.size(file) > LARGEST) {
            throw new JsonFault("larger than " + LARGEST + " bytes");
        }
        JsonObject json = JsonObject.read(Files.readString(file));
        if (!json.text("schema").equals(SCHEMA)) {
            throw new JsonFault("schema \"" + json.text("schema") + "\" is not " + SCHEMA);
        }
        return new RunPlace(
                json.text("run"),
                json.text("evidence"),
                RunIdentity.read(json),
                standing(json),
                json.flag("over"),
                json.text("taken-up-by"));
    }

    private static Standing standing(JsonObject json) throws JsonFault {
        try {
            List<Long> open = new ArrayList<>();
            for (String place : json.texts("open")) {
                open.add(Long.valueOf(place));
            }
            return new Standing(json.number("next"), open);
        } catch (IllegalArgumentException e) {
            throw new JsonFault("no places of an order: " + e.getMessage());
        }
    }

    private byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter json = JsonWriter.lines(bytes)) {
            json.object().field("schema", SCHEMA).field("run", run).field("evidence", evidence);
            identity.write(json);
            json.field("next", standing.next())
                    .field("open", standing.open().stream().map(String::valueOf).toList())
                    .field("over", over)
                    .field("taken-up-by", takenUpBy)
                    .endObject()
                    .endLine();
        }
        return bytes.toByteArray();
    }
}
