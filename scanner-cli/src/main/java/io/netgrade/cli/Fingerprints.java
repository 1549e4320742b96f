// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.recog.RecogFolder;
import java.io.IOException;

/** The fingerprints that {@code --recog} names. */
final class Fingerprints {
    private Fingerprints() {}

    /**
     * Says how many there are, and how many patterns RE2 does not take.
     *
     * @throws Refusal where they cannot be read
     */
    static RecogFolder of(Console console, CommonOptions options) {
        if (options.recog == null) {
            return RecogFolder.empty();
        }
        try {
            RecogFolder read = RecogFolder.read(options.recog);
            if (!options.quiet) {
                console.say(
                        "--recog: %,d fingerprints; %,d more use what a linear-time pattern cannot have and are not asked"
                                .formatted(read.count(), read.untaken()));
            }
            return read;
        } catch (IOException e) {
            throw Refusal.usage("--recog: " + e.getMessage());
        }
    }
}
