// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.fact.Collected;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.Assessments;
import io.netgrade.grade.Judge;
import io.netgrade.grade.UnitScope;
import io.netgrade.profile.Profile;
import io.netgrade.profile.ProfileReader;
import io.netgrade.profile.ProfileSource;
import io.netgrade.profile.Signed;
import io.netgrade.yaml.MistakesException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judging with the checks that the catalog offers. Reads no clock and touches no network. */
public final class Judging {
    private Judging() {}

    /**
     * @param idOrPath a profile's id, or a folder with a {@code profile.yml} in it
     * @throws MistakesException where there is no such profile, or mistakes are in it
     */
    public static Profile profile(String idOrPath) throws MistakesException {
        return new ProfileReader(ProtocolCatalog.vocabulary()).read(ProfileSource.of(idOrPath));
    }

    /** With nothing waived or attested. */
    public static Assessment judge(
            Collected collected, Profile profile, List<UnitScope> units, Optional<Instant> asOf) {
        return judge(collected, profile, units, Signed.NOTHING, asOf);
    }

    /**
     * Under the run's own profile, and beside it under others: the same evidence, each by its own levels.
     *
     * @param asked under each of them its own profile, and the units with the levels that it asks
     * @param signed each profile counts what is said of its own controls
     */
    public static Assessments judge(Collected collected, List<Asked> asked, Signed signed, Optional<Instant> asOf) {
        List<Assessment> all = asked.stream()
                .map(one -> judge(collected, one.profile(), one.units(), signed.under(one.profile()), asOf))
                .toList();
        return new Assessments(all.get(0), all.subList(1, all.size()));
    }

    /** What is asked under one profile. */
    public record Asked(Profile profile, List<UnitScope> units) {}

    /**
     * @param asOf the moment to judge dates as of; empty for the moment each fact was observed
     */
    public static Assessment judge(
            Collected collected, Profile profile, List<UnitScope> units, Signed signed, Optional<Instant> asOf) {
        return Judge.judge(
                collected, profile, units, signed, ProtocolCatalog.vocabulary().checks(), asOf);
    }
}
