// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * SMB, versions 1 to 3.1.1 (MS-CIFS, MS-SMB2), usually port 445, and inside a NetBIOS session on port 139.
 *
 * <p>Read: the dialect, signing, encryption, sessions without a user, and the software that SMB 1 or NTLM discloses. Not
 * read: users, shares and files. Start at {@link io.netgrade.protocol.smb.SmbProtocol}.
 */
package io.netgrade.protocol.smb;
