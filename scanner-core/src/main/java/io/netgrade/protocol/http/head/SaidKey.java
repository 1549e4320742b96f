// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.head;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keys for {@link io.netgrade.protocol.Said} that are apart for apart subjects, whatever their values hash to. */
public final class SaidKey {
    private SaidKey() {}

    public static long of(String subject, @Nullable Object value) {
        return ((long) subject.hashCode() << 32) | (Objects.hashCode(value) & 0xFFFF_FFFFL);
    }

    public static long of(String subject, @Nullable Object... values) {
        return of(subject, (Object) Objects.hash(values));
    }
}
