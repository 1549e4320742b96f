// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

/** How much a protocol's recognition proves. Where several claim an opening, the strongest has it. */
public enum Strength {
    /** It compares a magic number or words that nothing else says: 32 bits and more. */
    MAGIC,
    /** It checks a grammar in which fields bind each other. */
    GRAMMAR,
    /** It sees a shape that others could have too. Such a service is never more than likely, and fails no control. */
    SHAPE
}
