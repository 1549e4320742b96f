// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.endpoint.Target;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.MistakesException;
import io.netgrade.yaml.Spelling;
import io.netgrade.yaml.YamlFile;
import io.netgrade.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads waivers and attestations, in files of their own or in a plan. Their format stands in docs/waivers.md. */
public final class SignedReader {
    private static final int MOST_BYTES = 4 << 20;
    private static final Waiver.Compensating NONE = new Waiver.Compensating("", "");

    private final List<Profile> profiles;
    private final boolean selfApproval;
    private final Set<String> ids = new HashSet<>();

    /**
     * @param profile whose controls may be named
     * @param selfApproval whether a waiver's owner may approve it
     */
    public SignedReader(Profile profile, boolean selfApproval) {
        this(List.of(profile), selfApproval);
    }

    /**
     * @param profiles whose controls may be named
     * @param selfApproval whether a waiver's owner may approve it
     */
    public SignedReader(List<Profile> profiles, boolean selfApproval) {
        this.profiles = List.copyOf(profiles);
        this.selfApproval = selfApproval;
    }

    /**
     * Those of one file, which states {@code netgrade.waivers/1} or {@code netgrade.attestations/1}.
     *
     * @throws MistakesException with every mistake in it
     */
    public Signed read(Path file) throws MistakesException {
        Mistakes mistakes = new Mistakes();
        Signed read = read(file, mistakes);
        mistakes.throwIfAny();
        return read;
    }

    Signed read(Path file, Mistakes mistakes) {
        return bytes(file, mistakes)
                .flatMap(bytes -> YamlFile.read(file.toString(), bytes, mistakes))
                .map(this::file)
                .orElse(Signed.NOTHING);
    }

    private static Optional<byte[]> bytes(Path file, Mistakes mistakes) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                mistakes.add(file.toString(), 0, "is larger than " + MOST_BYTES + " bytes");
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            mistakes.add(file.toString(), 0, "cannot be read: " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    private Signed file(YamlMap file) {
        if (file.has("attestations")) {
            file.allow("schema", "attestations");
            file.schema("netgrade.attestations/1");
        } else {
            file.allow("schema", "waivers");
            file.schema("netgrade.waivers/1");
            file.require("waivers");
        }
        return new Signed(waivers(file.maps("waivers")), attestations(file.maps("attestations")));
    }

    List<Waiver> waivers(List<YamlMap> entries) {
        return entries.stream().flatMap(entry -> waiver(entry).stream()).toList();
    }

    List<Attestation> attestations(List<YamlMap> entries) {
        return entries.stream().flatMap(entry -> attestation(entry).stream()).toList();
    }

    private Optional<Waiver> waiver(YamlMap said) {
        said.allow(
                "id",
                "control",
                "unit",
                "endpoint",
                "product",
                "reason",
                "compensating",
                "owner",
                "approver",
                "from",
                "expires");
        Optional<String> id = id(said);
        Optional<Control> control = control(said);
        String reason = said.needed("reason").orElse("");
        String owner = said.needed("owner").orElse("");
        String approver = said.needed("approver").orElse("");
        if (!selfApproval && !owner.isEmpty() && owner.equalsIgnoreCase(approver)) {
            said.complain("approver", "approver must not be the owner, unless the plan has self-approval: true");
        }
        Optional<Target.Addresses> endpoint =
                said.has("endpoint") ? said.text("endpoint", SignedReader::endpoint) : Optional.empty();
        said.require("compensating");
        Waiver.Compensating compensating =
                said.map("compensating").map(SignedReader::compensating).orElse(NONE);
        Optional<LocalDate> from = day(said, "from");
        Optional<LocalDate> expires = day(said, "expires");
        order(said, "expires", from, expires);
        return id.flatMap(name -> control.flatMap(known -> from.flatMap(first -> expires.map(last -> new Waiver(
                name,
                known.id(),
                said.text("unit").orElse(""),
                endpoint,
                said.text("product").orElse(""),
                reason,
                compensating,
                owner,
                approver,
                first,
                last)))));
    }

    private static Waiver.Compensating compensating(YamlMap said) {
        said.allow("kind", "says");
        said.require("kind");
        String says = said.needed("says").orElse("");
        return new Waiver.Compensating(
                said.choice("kind", CompensatingKinds.shipped().keySet()).orElse(""), says);
    }

    private Optional<Attestation> attestation(YamlMap said) {
        said.allow("id", "control", "unit", "result", "by", "inspected", "on", "valid-until");
        Optional<String> id = id(said);
        Optional<Control> control = control(said);
        control.filter(known -> known.automation() == Automation.FULL)
                .ifPresent(known -> said.complain(
                        "control", "control " + known.id() + " is decided by observation alone; none can attest it"));
        said.require("result");
        Optional<String> result = said.choice("result", List.of("met", "not-met"));
        String by = said.needed("by").orElse("");
        String inspected = said.needed("inspected").orElse("");
        Optional<LocalDate> on = day(said, "on");
        Optional<LocalDate> until = day(said, "valid-until");
        order(said, "valid-until", on, until);
        return id.flatMap(name -> control.flatMap(known -> on.flatMap(first -> until.map(last -> new Attestation(
                name,
                known.id(),
                said.text("unit").orElse(""),
                result.filter("met"::equals).isPresent(),
                by,
                inspected,
                first,
                last)))));
    }

    private Optional<String> id(YamlMap said) {
        Optional<String> id = said.needed("id");
        if (id.isPresent() && !ids.add(id.get())) {
            said.complain("id", "id \"" + Spelling.shortened(id.get()) + "\" is there twice");
        }
        return id;
    }

    private Optional<Control> control(YamlMap said) {
        Optional<String> named = said.needed("control");
        Optional<Control> control = named.flatMap(this::known);
        if (named.isPresent() && control.isEmpty()) {
            said.complain(
                    "control",
                    "control "
                            + Spelling.notOneOf(
                                    named.get(),
                                    profiles.stream()
                                            .flatMap(profile -> profile.controls().stream())
                                            .map(Control::id)
                                            .distinct()
                                            .toList()));
        }
        return control;
    }

    private Optional<Control> known(String id) {
        return profiles.stream()
                .flatMap(profile -> profile.control(id).stream())
                .findFirst();
    }

    private static Target.Addresses endpoint(String text) {
        if (Target.of(text) instanceof Target.Addresses addresses) {
            return addresses;
        }
        throw new IllegalArgumentException("\"" + Spelling.shortened(text) + "\" is no address: hosts have several");
    }

    private static Optional<LocalDate> day(YamlMap said, String key) {
        said.require(key);
        return said.text(key, text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException noDay) {
                throw new IllegalArgumentException(
                        "\"" + Spelling.shortened(text) + "\" is no day such as 2026-11-23", noDay);
            }
        });
    }

    private static void order(YamlMap said, String key, Optional<LocalDate> first, Optional<LocalDate> last) {
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            said.complain(key, key + " lies before its beginning");
        }
    }
}
