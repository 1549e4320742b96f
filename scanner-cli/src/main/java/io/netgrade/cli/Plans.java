// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.profile.Plan;
import io.netgrade.profile.PlanReader;
import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.scan.TargetFile;
import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.MistakesException;
import java.nio.file.Path;

/** Plans, read whole. */
final class Plans {
    private Plans() {}

    /**
     * @throws Refusal listing every mistake in it
     */
    static Plan read(Path file, CommonOptions options) {
        try {
            return new PlanReader(ProtocolCatalog.vocabulary(), TargetFile::read).read(file, options.profiles);
        } catch (MistakesException e) {
            throw Refusal.usage(e.mistakes().stream().map(Mistake::toString).toList());
        }
    }
}
