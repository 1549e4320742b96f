// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.Sighting;
import io.netgrade.fact.StatedFacts;
import io.netgrade.profile.SoftwareLife.Cycle;
import io.netgrade.profile.SoftwareLife.Keeper;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.YamlMap;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long software is maintained: a table of products, releases and days ({@code lifecycles.yml}). Distributions mend old
 * versions as well, and their number does not tell; so it says who may, and until when.
 */
public final class Lifecycles {
    private final Map<String, SoftwareLife> products;
    private final List<SystemMark> marks;

    /** What in a banner tells the system; the version is empty where it does not tell which release. */
    record SystemMark(String mark, String system, String version) {}

    Lifecycles(List<SoftwareLife> lives, List<SystemMark> marks) {
        this.products = new HashMap<>();
        lives.forEach(life -> life.names().forEach(name -> products.put(name, life)));
        this.marks = List.copyOf(marks);
    }

    /** Read when it is first needed. */
    private static final class Shipped {
        private static final Lifecycles TABLE = read();

        private static Lifecycles read() {
            Mistakes mistakes = new Mistakes();
            Lifecycles table = ShippedFile.read("lifecycles.yml", mistakes)
                    .map(Lifecycles::read)
                    .orElseThrow(() -> new IllegalStateException("netgrade's own table of dates is none"));
            if (!mistakes.none()) {
                throw new IllegalStateException("netgrade's own table of dates is at fault: " + mistakes.all());
            }
            return table;
        }
    }

    /** The table that ships with netgrade. */
    public static Lifecycles shipped() {
        return Shipped.TABLE;
    }

    /** A table of the user's own, which says what netgrade's does not, or says it better. */
    static Lifecycles read(Path file, Mistakes mistakes) {
        return ScopeReader.load(file, mistakes).map(Lifecycles::read).orElse(new Lifecycles(List.of(), List.of()));
    }

    private static Lifecycles read(YamlMap file) {
        return LifecycleReader.read(file);
    }

    /** With the products of this table, and those of the other that it does not name. */
    public Lifecycles before(Lifecycles other) {
        List<SystemMark> all = new ArrayList<>(marks);
        all.addAll(other.marks);
        Lifecycles both = new Lifecycles(List.of(), all);
        both.products.putAll(other.products);
        both.products.putAll(products);
        return both;
    }

    /** With what is known of the software among it. */
    Observations with(Observations seen) {
        List<Observation> all = new ArrayList<>(seen.all());
        seen.all().forEach(one -> all.addAll(of(one)));
        return new Observations(all, seen.attempts());
    }

    /** What is known of the software that a service discloses there: its own dates, and those of the system named with it. */
    public List<Observation> of(Observation seen) {
        if (!seen.fact().is(CommonFacts.SOFTWARE)) {
            return List.of();
        }
        String product = seen.fact().text("product").orElse("").toLowerCase(Locale.ROOT);
        String version = plain(seen.fact().text("version").orElse(""));
        Optional<SystemMark> system = system(version + "\n" + seen.evidence().excerpt());
        List<Observation> told = new ArrayList<>();
        SoftwareLife life = products.get(product);
        if (life != null && !version.isEmpty()) {
            told.add(stated(seen, fact(life, version, system)));
        }
        system.filter(named -> !named.version().isEmpty()).ifPresent(named -> {
            SoftwareLife own = products.get(named.system().toLowerCase(Locale.ROOT));
            if (own != null && (life == null || !own.product().equals(life.product()))) {
                told.add(stated(seen, fact(own, named.version(), Optional.empty())));
            }
        });
        return told;
    }

    /** Without the letter that some put before it. */
    private static String plain(String version) {
        return version.startsWith("v") ? version.substring(1) : version;
    }

    private static Observation stated(Observation seen, Fact fact) {
        Sighting service = seen.service();
        return new Observation(service, fact, seen.evidence());
    }

    private Fact fact(SoftwareLife life, String version, Optional<SystemMark> system) {
        Optional<Cycle> cycle = life.of(version);
        if (cycle.isEmpty()) {
            return StatedFacts.LIFECYCLE.partial(
                    life.product(), version, null, null, null, null, life.source(), life.verified());
        }
        List<Keeper> keepers = system.map(this::keeper)
                .map(List::of)
                .orElseGet(() -> cycle.get().keptBy().stream()
                        .filter(keeper -> keeper.version().isEmpty() || SoftwareLife.begins(version, keeper.version()))
                        .toList());
        boolean known = keepers.stream().allMatch(keeper -> keeper.ends().isPresent());
        Optional<Instant> until = keepers.stream()
                .flatMap(keeper -> keeper.ends().stream())
                .max(Comparator.naturalOrder())
                .filter(day -> known);
        return StatedFacts.LIFECYCLE.complete(
                life.product(),
                version,
                cycle.get().version(),
                cycle.get().ends().orElse(null),
                until.orElse(null),
                keepers.isEmpty()
                        ? null
                        : keepers.stream().map(Keeper::name).distinct().collect(Collectors.joining(", ")),
                life.source(),
                life.verified());
    }

    /** The system mends what it ships as long as it is mended itself. */
    private Keeper keeper(SystemMark system) {
        String name = (system.system() + " " + system.version()).strip();
        Optional<Cycle> release = Optional.ofNullable(
                        products.get(system.system().toLowerCase(Locale.ROOT)))
                .flatMap(life -> life.of(system.version()));
        boolean known = release.stream()
                .flatMap(cycle -> cycle.keptBy().stream())
                .allMatch(one -> one.ends().isPresent());
        Optional<Instant> last = release.filter(cycle -> known)
                .flatMap(cycle -> Stream.concat(
                                cycle.ends().stream(), cycle.keptBy().stream().flatMap(other -> other.ends().stream()))
                        .max(Comparator.naturalOrder()));
        return new Keeper(name, "", last);
    }

    /** The first mark that is there; those that tell a release stand before those that do not. */
    private Optional<SystemMark> system(String text) {
        return marks.stream()
                .filter(mark -> text.contains(mark.mark()))
                .max(Comparator.comparing((SystemMark mark) -> !mark.version().isEmpty())
                        .thenComparing(mark -> mark.mark().length()));
    }
}
