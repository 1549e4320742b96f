// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.yaml;

/** A text in both languages. */
public record Text(String en, String zh) {
    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
