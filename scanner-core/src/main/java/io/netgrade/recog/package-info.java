// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Fingerprints in the XML of Recog, out of a folder that the user gives: read safely, converted to RE2, and asked of what
 * services disclosed. Start at {@link io.netgrade.recog.RecogFolder}.
 */
package io.netgrade.recog;
