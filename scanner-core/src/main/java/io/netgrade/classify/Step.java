// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.classify;

import io.netgrade.yaml.Text;

/** One line of the arithmetic from answers to a level, in words and figures. */
public record Step(Text text) {
    static Step of(String en, String zh) {
        return new Step(new Text(en, zh));
    }
}
