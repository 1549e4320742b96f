// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smb;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of a file server, and what can be asked of it. */
public final class SmbFacts {
    public static final FactType DIALECT = FactType.of("smb.dialect", "A dialect that the server took.")
            .text("version", "1.0, 2.0.2, 2.1, 3.0, 3.0.2 or 3.1.1");

    public static final FactType SIGNING = FactType.of(
                    "smb.signing", "What the server says of signing when it takes a dialect.")
            .flag("enabled", "whether it can sign")
            .flag("required", "whether it insists");

    public static final FactType ENCRYPTION = FactType.of("smb.encryption", "Whether the server can encrypt (SMB 3).")
            .flag("supported", "by its capabilities, or by a cipher that it chose")
            .text("cipher", "such as AES-128-GCM; absent where none was chosen");

    public static final FactType SESSION = FactType.of("smb.session", "A session that the server granted.")
            .text("kind", "user, guest or anonymous (a null session)")
            .flag("encrypted", "whether the server wants what follows encrypted");

    static final List<Check> CHECKS = List.of(
            FieldCheck.of("smb.dialect", "The dialects that the server takes.", DIALECT, "version"),
            FieldCheck.of("smb.signing", "Whether the server insists on signing.", SIGNING, "required"),
            FieldCheck.of("smb.encryption", "Whether the server can encrypt.", ENCRYPTION, "supported"),
            FieldCheck.of("smb.session", "Whether sessions without a user are granted.", SESSION, "kind"));

    private SmbFacts() {}
}
