// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * YAML files that people write: read with lines, so that every mistake is told with its place, all at once. The only
 * package that knows the YAML reader.
 */
package io.netgrade.yaml;
