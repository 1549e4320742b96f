// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.scan.ProtocolCatalog;
import io.netgrade.yaml.MistakesException;
import java.nio.file.Path;

/** Reads every profile that ships and judges by one, as a run does; loaded by a class loader of its own in a test. */
public final class ShippedJudgement implements Runnable {
    @Override
    public void run() {
        try {
            Vocabulary vocabulary = ProtocolCatalog.vocabulary();
            for (String id : ProfileSource.shippedIds()) {
                new ProfileReader(vocabulary).read(ProfileSource.shipped(id));
            }
            new ProfileExamples(vocabulary).run(ProfileSource.shipped("gm-crypto"));
        } catch (MistakesException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Reads one profile and runs its examples. */
    public static void judge(Path folder) throws MistakesException {
        new ProfileExamples(ProtocolCatalog.vocabulary()).run(ProfileSource.folder(folder));
    }
}
