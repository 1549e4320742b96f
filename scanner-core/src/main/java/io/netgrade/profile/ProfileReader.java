// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.Text;
import io.netgrade.yaml.YamlMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a profile's folder: {@code profile.yml} and {@code controls/*.yml}. Its format stands in profiles/README.md. */
public final class ProfileReader {
    /** Profiles that extend one another, at most. */
    private static final int DEEPEST = 8;

    private final Vocabulary vocabulary;
    private final Set<String> unitTypes;
    private final int depth;

    public ProfileReader(Vocabulary vocabulary) {
        this(vocabulary, 0);
    }

    private ProfileReader(Vocabulary vocabulary, int depth) {
        this.depth = depth;
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
        Map<String, ProfileFile> files = source.judged(mistakes);
        ProfileFile head = files.get(source.place() + "/profile.yml");
        if (head == null) {
            mistakes.add(source.place(), 0, "holds no profile.yml");
            return Optional.empty();
        }
        return head.read(mistakes).flatMap(file -> draft(file, source, files, mistakes));
    }

    private Optional<Draft> draft(
            YamlMap head, ProfileSource source, Map<String, ProfileFile> files, Mistakes mistakes) {
        head.allow(
                "schema",
                "id",
                "version",
                "title",
                "source",
                "unverified",
                "levels",
                "extends",
                "changes",
                "releases",
                "effective");
        head.schema("netgrade.profile/1");
        Optional<Profile> base = head.has("extends") ? base(head, source) : Optional.empty();
        if (head.has("changes") && !head.has("extends")) {
            head.complain("changes", "changes are of the profile that extends names");
        }
        if (head.has("extends") && base.isEmpty()) {
            return Optional.empty();
        }
        List<Level> levels =
                base.isPresent() && !head.has("levels") ? base.get().levels() : levels(head);
        if (base.isPresent() && head.has("levels")) {
            head.complain("levels", "the levels are those of the profile that is extended");
        }
        Map<String, Place> places = new LinkedHashMap<>();
        List<Control> controls = new ArrayList<>();
        ControlReader reader = new ControlReader(vocabulary, unitTypes, levels);
        base.ifPresent(extended -> controls.addAll(new ProfileChanges(extended.controls(), reader).of(head)));
        Set<String> inherited = controls.stream().map(Control::id).collect(Collectors.toSet());
        files.forEach((name, chapter) -> {
            if (name.startsWith(source.place() + "/controls/")) {
                chapter.read(mistakes).ifPresent(file -> controls.addAll(chapter(file, reader, places, inherited)));
            }
        });
        Profile profile = new Profile(
                head.needed("id").orElse(""),
                head.needed("version").orElse(""),
                head.bilingual("title"),
                head.needed("source").orElse(""),
                head.text("effective").orElse(""),
                base.map(extended -> Stream.concat(extended.unverified().stream(), unverified(head).stream())
                                .distinct()
                                .toList())
                        .orElseGet(() -> unverified(head)),
                sha256(source, files, base),
                levels,
                controls,
                ReleaseReader.read(head),
                settings(source, base, controls, mistakes),
                beside(RatingReader.FILE, source, files, mistakes)
                        .map(new RatingReader(vocabulary, levels, controls)::read)
                        .orElseGet(() -> base.flatMap(Profile::rating)),
                beside(HighRiskReader.FILE, source, files, mistakes)
                        .map(file -> new HighRiskReader(levels, controls).read(file))
                        .orElseGet(() -> base.map(Profile::highRisks).orElse(HighRiskCases.NONE)),
                beside(ResultFormReader.FILE, source, files, mistakes)
                        .map(file -> Optional.of(new ResultFormReader(levels).read(file)))
                        .orElseGet(() -> base.flatMap(Profile::forms)));
        if (controls.isEmpty() && mistakes.none()) {
            mistakes.add(head.file(), 0, "the profile has no control");
        }
        return Optional.of(new Draft(profile, places));
    }

    /** Its own before those of the profile that is extended. They move no grade, so no digest is over them. */
    private List<ProductSettings> settings(
            ProfileSource source, Optional<Profile> base, List<Control> controls, Mistakes mistakes) {
        Set<String> ids = controls.stream().map(Control::id).collect(Collectors.toSet());
        SettingsReader reader = new SettingsReader(vocabulary.checks()::containsKey, ids::contains);
        List<ProductSettings> settings = new ArrayList<>();
        source.read(SettingsReader.FOLDER, mistakes)
                .values()
                .forEach(file -> file.read(mistakes).map(reader::product).ifPresent(settings::add));
        base.ifPresent(extended -> settings.addAll(extended.settings()));
        return settings;
    }

    /** One of the files beside the profile; where its own folder has none, that of the profile that is extended counts. */
    private static Optional<YamlMap> beside(
            String name, ProfileSource source, Map<String, ProfileFile> files, Mistakes mistakes) {
        return Optional.ofNullable(files.get(source.place() + "/" + name)).flatMap(file -> file.read(mistakes));
    }

    /** The profile that is extended: an id, or a folder beside this profile's. */
    private Optional<Profile> base(YamlMap head, ProfileSource source) {
        Optional<String> named = head.text("extends");
        if (named.isEmpty()) {
            return Optional.empty();
        }
        if (depth >= DEEPEST) {
            head.complain("extends", "more than " + DEEPEST + " profiles extend one another, or one extends itself");
            return Optional.empty();
        }
        try {
            return Optional.of(new ProfileReader(vocabulary, depth + 1).read(source.other(named.get())));
        } catch (MistakesException found) {
            for (Mistake mistake : found.mistakes()) {
                if (mistake.line() == 0) {
                    head.complain("extends", mistake.toString());
                } else {
                    head.mistakes().add(mistake.file(), mistake.line(), mistake.column(), mistake.message());
                }
            }
            return Optional.empty();
        }
    }

    private static List<Control> chapter(
            YamlMap file, ControlReader reader, Map<String, Place> places, Set<String> inherited) {
        file.allow("schema", "chapter", "controls");
        file.schema("netgrade.controls/1");
        file.require("controls");
        String chapter = file.needed("chapter").orElse("");
        List<Control> controls = new ArrayList<>();
        for (YamlMap entry : file.maps("controls")) {
            reader.read(entry, chapter).ifPresent(controls::add);
            entry.text("id").ifPresent(id -> {
                if (inherited.contains(id)) {
                    entry.complain(
                            "id", "control " + id + " is one of the profile that is extended; name it in changes");
                }
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

    static List<Text> unverified(YamlMap head) {
        return head.maps("unverified").stream()
                .map(entry -> {
                    entry.allow("en", "zh");
                    return new Text(
                            entry.needed("en").orElse(""), entry.needed("zh").orElse(""));
                })
                .toList();
    }

    /**
     * Over the base's digest, and name and digest of each file, in name order, a line each. Examples are not among them: they
     * do not change a grade.
     */
    private static String sha256(ProfileSource source, Map<String, ProfileFile> files, Optional<Profile> base) {
        MessageDigest digest = ProfileFile.digest();
        base.ifPresent(extended -> digest.update((extended.sha256() + "\n").getBytes(StandardCharsets.US_ASCII)));
        files.forEach((name, file) -> {
            String own = file.sha256() + "  " + name.substring(source.place().length() + 1) + "\n";
            digest.update(own.getBytes(StandardCharsets.UTF_8));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Where a control stands. */
    record Place(String file, int line) {}

    /** @param places of all controls by id, of those with mistakes too */
    record Draft(Profile profile, Map<String, Place> places) {}
}
