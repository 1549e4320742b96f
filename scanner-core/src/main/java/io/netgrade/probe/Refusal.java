// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt.Status;

/** Why something is not asked. */
record Refusal(Status status, String why) {}
