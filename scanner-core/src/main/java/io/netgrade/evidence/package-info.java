// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * The evidence file: NDJSON, one observation a line, append-only, readable while it grows. Written as a run collects,
 * read again by {@code judge} at any later time. Schema id {@code netgrade.evidence/1}.
 */
package io.netgrade.evidence;
