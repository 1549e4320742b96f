// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.diameter;

import io.netgrade.fact.ObservationSink;

/** Tells which classes of subscriber identity an AVP carries, and their lengths; the values are never read out. */
final class SubscriberIdentities {
    private static final int VENDOR_3GPP = 10415;
    private static final int USER_NAME = 1;
    private static final int SUBSCRIPTION_ID = 443;
    private static final int SUBSCRIPTION_ID_DATA = 444;
    private static final int SUBSCRIPTION_ID_TYPE = 450;
    private static final int LONGEST_IMSI = 15;
    private static final int SHORTEST_IMSI = 14;

    private SubscriberIdentities() {}

    static void state(Avps avp, ObservationSink sink) {
        if (avp.vendor() == VENDOR_3GPP) {
            String kind = kind3gpp((int) avp.code());
            if (!kind.isEmpty()) {
                sink.saw(DiameterFacts.SUBSCRIBER_IDENTITY.partial(kind, avp.length()));
            }
        } else if (avp.vendor() == 0 && avp.code() == USER_NAME && avp.length() > 0) {
            sink.saw(DiameterFacts.SUBSCRIBER_IDENTITY.partial(imsi(avp) ? "imsi" : "nai", avp.length()));
        } else if (avp.vendor() == 0 && avp.code() == SUBSCRIPTION_ID) {
            stateSubscription(avp.grouped(), sink);
        }
    }

    /** Alone, or before a realm and then maybe behind a digit that tells the method (TS 23.003 §19.3). */
    private static boolean imsi(Avps avp) {
        int digits = avp.leadingDigits();
        boolean alone = digits == avp.length() && digits >= SHORTEST_IMSI && digits <= LONGEST_IMSI;
        boolean realm = digits >= LONGEST_IMSI && digits <= LONGEST_IMSI + 1 && avp.length() > digits;
        return alone || (realm && avp.octet(digits) == '@');
    }

    /** AVP codes of 3GPP TS 29.329, 29.229, 29.272 and 29.061. */
    private static String kind3gpp(int code) {
        return switch (code) {
            case 1 -> "imsi";
            case 22 -> "location";
            case 601 -> "sip-uri";
            case 701 -> "msisdn";
            case 1402 -> "imei";
            default -> "";
        };
    }

    /** RFC 8506 §8.46 to §8.48. */
    private static void stateSubscription(Avps group, ObservationSink sink) {
        long type = -1;
        int length = -1;
        while (group.next()) {
            if (group.code() == SUBSCRIPTION_ID_TYPE) {
                type = group.number();
            } else if (group.code() == SUBSCRIPTION_ID_DATA) {
                length = group.length();
            }
        }
        if (type >= 0 && type <= 3 && length > 0) {
            String kind = type == 0 ? "msisdn" : type == 1 ? "imsi" : type == 2 ? "sip-uri" : "nai";
            sink.saw(DiameterFacts.SUBSCRIBER_IDENTITY.partial(kind, length));
        }
    }
}
