// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Runs it all: captures and targets in, evidence collected, an assessment out. The protocols that netgrade knows stand
 * in {@link io.netgrade.scan.ProtocolCatalog}, the only list of them.
 */
package io.netgrade.scan;
