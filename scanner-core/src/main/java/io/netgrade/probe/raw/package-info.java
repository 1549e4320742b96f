// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Finds open ports with packets of its own making instead of sockets: many a system call, answered by nobody but the
 * targets, and remembered by nobody but a byte for each endpoint. {@link io.netgrade.probe.raw.RawDiscovery} is its front;
 * docs/discovery.md says how it works.
 *
 * <p>{@code Gate} stands in front of every packet, as {@code Door} does before every connection. The only package that
 * calls the system's C library.
 */
package io.netgrade.probe.raw;
