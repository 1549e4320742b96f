// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/** What tests lend to protocols in the place of a socket or a capture. */
package io.netgrade.testing;
