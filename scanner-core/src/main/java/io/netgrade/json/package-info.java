// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * JSON in and out, streaming. The only package that knows the JSON library. Text from outside is escaped by the writer;
 * what is read is hostile and bounded.
 */
package io.netgrade.json;
