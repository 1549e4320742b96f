// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Where things are: an {@link io.netgrade.endpoint.Endpoint}, the addresses and ports that an operator names, and the
 * scope that says which of them may be touched. Imports nothing of ours.
 */
package io.netgrade.endpoint;
