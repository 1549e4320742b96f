// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.hpack;

import io.netgrade.protocol.http.hpack.HpackTable.Field;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header blocks of one direction of a connection, in their order (RFC 7541): each changes what the next ones
 * mean, so that after one that breaks the grammar nothing can be read any more.
 */
public final class HpackDecoder {
    private static final int LONGEST_TEXT = 16 * 1024;
    /** Bits behind the prefix of a number: four octets of seven. */
    private static final int MOST_SHIFT = 21;

    private static final Field UNKNOWN = new Field("", "");

    private final HpackTable table = new HpackTable();
    private final boolean late;
    private ByteView block = new ByteView();
    private int at;
    private boolean intact = true;
    private boolean whole = true;

    /** @param late whether blocks may have gone before: what they named is then unknown, and no fault */
    public HpackDecoder(boolean late) {
        this.late = late;
    }

    /** Takes the fields of a block, names in lower case. */
    @FunctionalInterface
    public interface Fields {
        /** @return whether it can take more */
        boolean field(String name, String value);
    }

    /** @return whether the block is in the grammar */
    public boolean read(ByteView header, Fields fields) {
        block = header;
        at = 0;
        whole = true;
        while (intact && at < block.length()) {
            int first = block.u8(at);
            if ((first & 0x80) != 0) {
                tell(named(number(7)), fields);
            } else if ((first & 0x40) != 0) {
                Field field = literal(6);
                tell(field, fields);
                if (field != null) {
                    table.add(field);
                }
            } else if ((first & 0x20) != 0) {
                intact = table.limit(number(5)) && intact;
            } else {
                tell(literal(4), fields);
            }
        }
        block = new ByteView();
        return intact;
    }

    /** Whether every field of the last block could be told. */
    public boolean whole() {
        return whole;
    }

    private @Nullable Field named(long index) {
        Field field = table.at(index);
        boolean unknown = late && field == null && index > 0;
        whole &= !unknown;
        return unknown ? UNKNOWN : field;
    }

    private void tell(@Nullable Field field, Fields fields) {
        intact &= field != null && fields.field(field.name(), field.value());
    }

    private @Nullable Field literal(int bits) {
        long index = number(bits);
        Field named = index == 0 ? null : named(index);
        String name = index == 0 ? text() : named == null ? null : named.name();
        String value = name == null ? null : text();
        intact &= value != null;
        return value == null ? null : new Field(name == null ? "" : name, value);
    }

    /** A number that begins in the last bits of an octet (section 5.1). */
    private long number(int bits) {
        int mask = (1 << bits) - 1;
        long value = octet() & mask;
        if (value < mask) {
            return value;
        }
        for (int shift = 0; shift <= MOST_SHIFT; shift += 7) {
            int next = octet();
            value += (long) (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                return value;
            }
        }
        intact = false;
        return 0;
    }

    /** A string literal (section 5.2); null where it breaks the grammar. */
    private @Nullable String text() {
        boolean huffman = at < block.length() && (block.u8(at) & 0x80) != 0;
        long length = number(7);
        intact &= length <= LONGEST_TEXT && length <= block.length() - at;
        if (!intact) {
            return null;
        }
        int from = at;
        at += (int) length;
        return huffman
                ? HpackHuffman.read(block, from, (int) length)
                : block.text(from, (int) length, StandardCharsets.ISO_8859_1);
    }

    private int octet() {
        intact &= at < block.length();
        return intact ? block.u8(at++) : 0;
    }
}
