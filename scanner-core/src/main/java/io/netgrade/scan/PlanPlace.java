// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.json.JsonFault;
import io.netgrade.json.JsonObject;
import io.netgrade.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How far the run of a plan is, as its folder in the state directory says. The place of each unit is a {@link RunPlace} in a
 * folder of its own below.
 *
 * @param plan the plan's file, by its absolute path, and the shard where the run visits one
 * @param evidence the file with all that was collected
 * @param units those with targets, in the order in which their folders are numbered
 * @param inputsTaken whether all captures and evidence files were read to their end and are in the evidence: before that
 *     nothing is sent
 * @param over whether everything was examined
 * @param takenUpBy the id of the run that goes on from here; empty where none does
 */
public record PlanPlace(
        String run,
        String plan,
        String evidence,
        PlanIdentity identity,
        List<String> units,
        boolean inputsTaken,
        boolean over,
        String takenUpBy) {
    private static final String FILE = "plan.json";
    private static final String SCHEMA = "netgrade.plan-place/1";
    private static final long LARGEST = 1 << 26;

    public PlanPlace {
        units = List.copyOf(units);
    }

    /** A run of which nothing is examined yet. */
    public static PlanPlace begin(String run, String plan, String evidence, PlanIdentity identity) {
        List<String> units = List.copyOf(new TreeMap<>(identity.units()).keySet());
        return new PlanPlace(run, plan, evidence, identity, units, false, false, "");
    }

    public PlanPlace withInputsTaken() {
        return new PlanPlace(run, plan, evidence, identity, units, true, over, takenUpBy);
    }

    public PlanPlace ended(boolean all) {
        return new PlanPlace(run, plan, evidence, identity, units, inputsTaken, all, takenUpBy);
    }

    public PlanPlace takenUpBy(String id) {
        return new PlanPlace(run, plan, evidence, identity, units, inputsTaken, over, id);
    }

    /** Where the place of a unit is kept. */
    public Path unitFolder(Path folder, String unit) {
        return folder.resolve("unit-" + (units.indexOf(unit) + 1));
    }

    /** Writes it into the folder, so that after any crash the folder holds this place or the one before, whole. */
    public void write(Path folder) throws IOException {
        SettledFile.write(folder, FILE, json());
    }

    /**
     * Reads the place of a folder.
     *
     * @throws NoSuchFileException where there is none: it is of no plan
     * @throws JsonFault where it is damaged
     */
    public static PlanPlace read(Path folder) throws IOException, JsonFault {
        Path file = folder.resolve(FILE);
        if (Files.size(file) > LARGEST) {
            throw new JsonFault("larger than " + LARGEST + " bytes");
        }
        JsonObject json = JsonObject.read(Files.readString(file));
        if (!json.text("schema").equals(SCHEMA)) {
            throw new JsonFault("schema \"" + json.text("schema") + "\" is not " + SCHEMA);
        }
        List<String> units = new ArrayList<>();
        Map<String, RunIdentity> visits = new TreeMap<>();
        for (JsonObject unit : json.objects("units")) {
            units.add(unit.text("unit"));
            visits.put(unit.text("unit"), RunIdentity.read(unit));
        }
        PlanIdentity identity = new PlanIdentity(
                json.text("tool"),
                json.text("vantage"),
                json.text("asked"),
                json.texts("captures"),
                json.texts("evidence-taken"),
                visits);
        return new PlanPlace(
                json.text("run"),
                json.text("plan"),
                json.text("evidence"),
                identity,
                units,
                json.flag("inputs-taken"),
                json.flag("over"),
                json.text("taken-up-by"));
    }

    private byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter json = JsonWriter.lines(bytes)) {
            json.object()
                    .field("schema", SCHEMA)
                    .field("run", run)
                    .field("plan", plan)
                    .field("evidence", evidence)
                    .field("tool", identity.tool())
                    .field("vantage", identity.vantage())
                    .field("asked", identity.asked())
                    .field("captures", identity.captures())
                    .field("evidence-taken", identity.evidence())
                    .field("inputs-taken", inputsTaken)
                    .field("over", over)
                    .field("taken-up-by", takenUpBy)
                    .array("units");
            for (String unit : units) {
                json.object().field("unit", unit);
                Objects.requireNonNull(identity.units().get(unit)).write(json);
                json.endObject();
            }
            json.endArray().endObject().endLine();
        }
        return bytes.toByteArray();
    }
}
