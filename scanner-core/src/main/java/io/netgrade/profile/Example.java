// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.Observations;
import java.util.Optional;

/**
 * What a control must conclude of something seen: the test of a profile, and for its reader the explanation.
 *
 * @param control the control's id
 * @param line where it stands in the file
 * @param says one line on what it shows; may be empty
 * @param level the ask that is meant; empty for the control's first
 * @param vantage where the look came from
 * @param unitType of the unit that it was seen in; empty where that does not matter
 */
public record Example(
        String control,
        String file,
        int line,
        String says,
        Optional<Level> level,
        Result expected,
        Observations given,
        String vantage,
        String unitType) {}
