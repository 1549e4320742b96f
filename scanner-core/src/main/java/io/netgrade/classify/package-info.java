// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Grading methods (定级): which level a network unit must hold, computed from what its owner says of it. Methods are data
 * with a version; what is here knows how to count, not what counts.
 */
package io.netgrade.classify;
