// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/** What the inner loops of the passive line and of judging cost. Run by {@code bench/micro}. */
@org.jspecify.annotations.NullMarked
package io.netgrade.bench;
