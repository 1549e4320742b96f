// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The media that a session description speaks of (SDP, RFC 8866), and how they are to be protected. Keys in it are never
 * kept: of {@code a=crypto} only the suite's name is.
 */
public final class SessionDescription {
    private static final int MOST_LINES = 512;
    private static final int MOST_MEDIA = 16;
    private static final int LONGEST_NAME = 64;

    private final List<Media> media = new ArrayList<>();
    private final Section session = new Section("", "");
    private Section current = session;
    private boolean begun;

    private SessionDescription() {}

    /**
     * One medium that is not refused.
     *
     * @param kind audio, video, text, image, application or message
     * @param profile such as RTP/AVP or UDP/TLS/RTP/SAVPF (RFC 8866 §5.14)
     * @param keying sdes (RFC 4568), dtls (RFC 5763), mikey (RFC 4567), zrtp (RFC 6189), or none
     * @param suites names of SDES crypto suites
     */
    public record Media(String kind, String profile, List<String> keying, List<String> suites) {
        public Media {
            keying = List.copyOf(keying);
            suites = List.copyOf(suites);
        }
    }

    /** What a text says, as far as it is SDP; its lines may stand among others. */
    public static List<Media> media(String text) {
        SessionDescription description = new SessionDescription();
        int from = 0;
        for (int i = 0; i < MOST_LINES && from < text.length(); i++) {
            int end = text.indexOf('\n', from);
            description.line(text.substring(from, end < 0 ? text.length() : end).strip());
            from = end < 0 ? text.length() : end + 1;
        }
        description.close();
        return description.media;
    }

    private void line(String line) {
        if (line.startsWith("m=")) {
            close();
            current = medium(line);
            begun = true;
        } else if (line.startsWith("a=crypto:")) {
            current.keying.add("sdes");
            current.suite(line);
        } else if (line.startsWith("a=fingerprint:")) {
            current.keying.add("dtls");
        } else if (line.startsWith("a=key-mgmt:")) {
            current.keying.add("mikey");
        } else if (line.startsWith("a=zrtp-hash:")) {
            current.keying.add("zrtp");
        }
    }

    private static Section medium(String line) {
        String[] words = line.substring(2).split(" ", 4);
        boolean refused = words.length < 3 || words[1].equals("0");
        return refused ? new Section("", "") : new Section(name(words[0]), name(words[2]));
    }

    private static String name(String word) {
        boolean plain = word.length() <= LONGEST_NAME && word.chars().allMatch(mark -> mark > ' ' && mark < 0x7F);
        return plain ? word : "";
    }

    private void close() {
        if (begun && !current.kind.isEmpty() && media.size() < MOST_MEDIA) {
            Set<String> keying = new LinkedHashSet<>(current.keying);
            keying.addAll(session.keying);
            if (keying.isEmpty()) {
                keying.add("none");
            }
            media.add(new Media(current.kind, current.profile, List.copyOf(keying), List.copyOf(current.suites)));
        }
    }

    private static final class Section {
        private final String kind;
        private final String profile;
        private final Set<String> keying = new LinkedHashSet<>();
        private final Set<String> suites = new LinkedHashSet<>();

        private Section(String kind, String profile) {
            this.kind = kind;
            this.profile = profile;
        }

        /** {@code a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:…}: the second word, and no more. */
        private void suite(String line) {
            String[] words = line.split(" ", 3);
            if (words.length > 1 && suites.size() < MOST_MEDIA) {
                suites.add(name(words[1]));
            }
        }
    }
}
