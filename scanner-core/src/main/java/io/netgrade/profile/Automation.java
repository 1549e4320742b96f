// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

/** What a network observation can decide of a control. */
public enum Automation {
    FULL,
    /** Part of it; the rest is for a person, and the report says so. */
    PARTIAL,
    /** Nothing: open until a person attests it. */
    NONE
}
