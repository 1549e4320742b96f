// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * SSH (RFC 4250 to 4254, SSH-1 as far as its identification line), usually on TCP 22, and 830 for NETCONF.
 *
 * <p>A {@link io.netgrade.protocol.ssh.SshDissector capture} shows what goes in clear until NEWKEYS: the identification,
 * the algorithms of the server's KEXINIT, one host key. An {@link io.netgrade.protocol.ssh.SshInquiry inquiry} asks for
 * the same, for every other host key, and, through a transport of its own, for the authentication methods. Nothing is
 * ever authenticated. Start with {@link io.netgrade.protocol.ssh.SshProtocol}.
 */
package io.netgrade.protocol.ssh;
