// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http.hpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 7541 appendix C, and what hostile blocks may hold. */
class HpackDecoderTest {
    private final HpackDecoder decoder = new HpackDecoder(false);

    @Test
    void readsRequestsThatBuildOnEachOther() {
        assertThat(read("828684410f7777772e6578616d706c652e636f6d"))
                .containsExactly(":method=GET", ":scheme=http", ":path=/", ":authority=www.example.com");
        assertThat(read("828684be58086e6f2d6361636865"))
                .contains(":authority=www.example.com", "cache-control=no-cache");
        assertThat(read("828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565"))
                .containsExactly(
                        ":method=GET",
                        ":scheme=https",
                        ":path=/index.html",
                        ":authority=www.example.com",
                        "custom-key=custom-value");
    }

    @Test
    void readsTheHuffmanCode() {
        assertThat(read("828684418cf1e3c2e5f23a6ba0ab90f4ff")).contains(":authority=www.example.com");
        assertThat(read("828684be5886a8eb10649cbf")).contains("cache-control=no-cache");
        assertThat(read("828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf")).contains("custom-key=custom-value");
    }

    @Test
    void forgetsWhatATableThatWasMadeSmallerHasNoRoomFor() {
        read("828684410f7777772e6578616d706c652e636f6d");

        assertThat(read("20be")).isEmpty();
        assertThat(decoder.read(view("82"), (name, value) -> true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80", // index 0
                "be", // an entry that nobody made
                "ffffffffffff7f", // a number beyond all bounds
                "3fffffff0f", // a table of 256 MiB
                "00", // a name that does not come
                "0085ffffffffff", // a string that is the end of a string
                "008100", // padding that is not all ones
                "00ffffff7f", // a text longer than the block
            })
    void refusesWhatBreaksTheGrammar(String block) {
        assertThat(decoder.read(view(block), (name, value) -> true)).isFalse();
    }

    @Test
    void goesOnPastWhatBlocksBeforeTheCaptureNamed() {
        HpackDecoder late = new HpackDecoder(true);
        List<String> fields = new ArrayList<>();

        boolean sound = late.read(view("82c5440161c6"), (name, value) -> fields.add(name + "=" + value));

        assertThat(sound).isTrue();
        assertThat(late.whole()).isFalse();
        assertThat(fields).contains(":method=GET", ":path=a");
    }

    private List<String> read(String block) {
        List<String> fields = new ArrayList<>();
        boolean sound = decoder.read(view(block), (name, value) -> fields.add(name + "=" + value));
        return sound ? fields : List.of();
    }

    private static ByteView view(String hex) {
        return ByteView.of(HexFormat.of().parseHex(hex));
    }
}
