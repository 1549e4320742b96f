// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/** The command: options, exit codes, where reports go. No judgement: what it prints was decided in scanner-core. */
package io.netgrade.cli;
