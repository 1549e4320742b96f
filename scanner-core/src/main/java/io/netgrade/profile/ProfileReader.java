// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.Text;
import io.netgrade.yaml.YamlFile;
import io.netgrade.yaml.YamlMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a profile's folder: {@code profile.yml} and {@code controls/*.yml}. Its format stands in profiles/README.md. */
public final class ProfileReader {
    private final Vocabulary vocabulary;
    private final Set<String> unitTypes;

    public ProfileReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.unitTypes = UnitTypes.shipped().keySet();
    }

    /** @throws MistakesException with every mistake in all of its files */
    public Profile read(ProfileSource source) throws MistakesException {
        Mistakes mistakes = new Mistakes();
        Optional<Draft> draft = draft(source, mistakes);
        mistakes.throwIfAny();
        return draft.orElseThrow(() -> new IllegalStateException("a profile without mistakes, and yet none"))
                .profile();
    }

    /** What can be used of the profile, with where its controls stand; every mistake is noted. */
    Optional<Draft> draft(ProfileSource source, Mistakes mistakes) {
        Map<String, byte[]> files = source.read("profile.yml", mistakes);
        files.putAll(source.read("controls/", mistakes));
        byte[] head = files.get(source.place() + "/profile.yml");
        if (head == null) {
            mistakes.add(source.place(), 0, "holds no profile.yml");
            return Optional.empty();
        }
        return YamlFile.read(source.place() + "/profile.yml", head, mistakes)
                .map(file -> draft(file, source, files, mistakes));
    }

    private Draft draft(YamlMap head, ProfileSource source, Map<String, byte[]> files, Mistakes mistakes) {
        head.allow("schema", "id", "version", "title", "source", "unverified", "levels");
        head.schema("netgrade.profile/1");
        List<Level> levels = levels(head);
        Map<String, Place> places = new LinkedHashMap<>();
        List<Control> controls = new ArrayList<>();
        ControlReader reader = new ControlReader(vocabulary, unitTypes, levels);
        files.forEach((name, bytes) -> {
            if (name.startsWith(source.place() + "/controls/")) {
                YamlFile.read(name, bytes, mistakes).ifPresent(file -> controls.addAll(chapter(file, reader, places)));
            }
        });
        Profile profile = new Profile(
                head.needed("id").orElse(""),
                head.needed("version").orElse(""),
                head.bilingual("title"),
                head.needed("source").orElse(""),
                unverified(head),
                sha256(source, files),
                levels,
                controls);
        if (controls.isEmpty() && mistakes.none()) {
            mistakes.add(head.file(), 0, "the profile has no control");
        }
        return new Draft(profile, places);
    }

    private static List<Control> chapter(YamlMap file, ControlReader reader, Map<String, Place> places) {
        file.allow("schema", "chapter", "controls");
        file.schema("netgrade.controls/1");
        file.require("controls");
        String chapter = file.needed("chapter").orElse("");
        List<Control> controls = new ArrayList<>();
        for (YamlMap entry : file.maps("controls")) {
            reader.read(entry, chapter).ifPresent(controls::add);
            entry.text("id").ifPresent(id -> {
                Place first = places.putIfAbsent(id, new Place(entry.file(), entry.line("id")));
                if (first != null) {
                    entry.complain("id", "control " + id + " is already at " + first.file() + ":" + first.line());
                }
            });
        }
        return controls;
    }

    private static List<Level> levels(YamlMap head) {
        head.require("levels");
        List<Level> levels = new ArrayList<>();
        for (YamlMap entry : head.maps("levels")) {
            entry.allow("id", "meaning");
            Text meaning = entry.bilingual("meaning");
            entry.needed("id").ifPresent(id -> {
                if (levels.stream().anyMatch(level -> level.id().equals(id))) {
                    entry.complain("id", "level " + id + " is there twice");
                }
                levels.add(new Level(id, levels.size(), meaning));
            });
        }
        if (levels.isEmpty()) {
            head.complain("levels", "a profile needs at least one level");
        }
        return levels;
    }

    private static List<Text> unverified(YamlMap head) {
        return head.maps("unverified").stream()
                .map(entry -> {
                    entry.allow("en", "zh");
                    return new Text(
                            entry.needed("en").orElse(""), entry.needed("zh").orElse(""));
                })
                .toList();
    }

    /** Over name and bytes of each file, in name order. Examples are not among them: they do not change a grade. */
    private static String sha256(ProfileSource source, Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                byte[] own = name.substring(source.place().length()).getBytes(StandardCharsets.UTF_8);
                digest.update(own);
                digest.update(ByteBuffer.allocate(5).putInt(1, bytes.length).array());
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Where a control stands. */
    record Place(String file, int line) {}

    /** @param places of all controls by id, of those with mistakes too */
    record Draft(Profile profile, Map<String, Place> places) {}
}
