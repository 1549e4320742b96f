// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Mistake;
import io.netgrade.yaml.Mistakes;
import java.util.List;
import java.util.stream.Collectors;

/** The settings by product that ship with netgrade, read once and only where they are wanted. */
public final class ShippedSettings {
    private ShippedSettings() {}

    /** Read when first asked for; a test holds the files to what there is to name. */
    private static final class Read {
        private static final List<ProductSettings> ALL = read();

        private static List<ProductSettings> read() {
            Mistakes mistakes = new Mistakes();
            List<ProductSettings> all = new SettingsReader(check -> true, control -> true).shipped(mistakes);
            if (!mistakes.none()) {
                throw new IllegalStateException(
                        mistakes.all().stream().map(Mistake::toString).collect(Collectors.joining("; ")));
            }
            return List.copyOf(all);
        }
    }

    public static List<ProductSettings> all() {
        return Read.ALL;
    }
}
