// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.profile.Profile;
import java.util.List;
import java.util.stream.Stream;

/**
 * One run's evidence judged under several profiles side by side. Nothing is averaged or mixed between them.
 *
 * @param own under the run's own profile: exit codes are its
 * @param beside under each further profile, in the order asked
 */
public record Assessments(Assessment own, List<Assessment> beside) {
    public Assessments {
        beside = beside.stream().map(Assessment::besideAnother).toList();
    }

    public static Assessments alone(Assessment own) {
        return new Assessments(own, List.of());
    }

    /** The own one first. */
    public List<Assessment> all() {
        return Stream.concat(Stream.of(own), beside.stream()).toList();
    }

    public List<Profile> profiles() {
        return all().stream().map(Assessment::profile).toList();
    }

    /** Each weakness with what the profiles make of it; empty where only one judges. */
    public List<Weakness> clauseMap() {
        return beside.isEmpty() ? List.of() : ClauseMap.of(all());
    }
}
