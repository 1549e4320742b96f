// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.yaml;

/** The languages every text of a profile is written in. */
public enum Language {
    EN,
    ZH
}
