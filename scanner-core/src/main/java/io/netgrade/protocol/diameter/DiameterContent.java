// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.diameter;

import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.SoftwareNames.Product;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one message says in the AVPs that netgrade reads; identities of subscribers are stated as classes at once. */
final class DiameterContent {
    private static final int HOST_IP_ADDRESS = 257;
    private static final int AUTH_APPLICATION = 258;
    private static final int ACCT_APPLICATION = 259;
    private static final int VENDOR_SPECIFIC_APPLICATION = 260;
    private static final int ORIGIN_HOST = 264;
    private static final int RESULT_CODE = 268;
    private static final int PRODUCT_NAME = 269;
    private static final int FIRMWARE_REVISION = 267;
    private static final int ROUTE_RECORD = 282;
    private static final int ORIGIN_REALM = 296;
    private static final int EXPERIMENTAL_RESULT = 297;
    private static final int EXPERIMENTAL_RESULT_CODE = 298;
    private static final int INBAND_SECURITY = 299;
    private static final int MOST_AVPS = 256;
    private static final int MOST_APPLICATIONS = 64;

    private final List<Long> applications = new ArrayList<>();
    private String originHost = "";
    private String originRealm = "";
    private String product = "";
    private String hostAddress = "";
    private long firmware = -1;
    private long resultCode = -1;
    private boolean tls;
    private int routeRecords;

    private DiameterContent() {}

    static DiameterContent of(ByteView message, ObservationSink sink) {
        DiameterContent content = new DiameterContent();
        Avps avps = new Avps(message, DiameterHeader.OCTETS, message.length());
        for (int i = 0; i < MOST_AVPS && avps.next(); i++) {
            if (avps.vendor() == 0) {
                content.take(avps);
            }
            SubscriberIdentities.state(avps, sink);
        }
        return content;
    }

    private void take(Avps avp) {
        switch ((int) avp.code()) {
            case HOST_IP_ADDRESS -> hostAddress = avp.internalAddress();
            case ORIGIN_HOST -> originHost = avp.text();
            case ORIGIN_REALM -> originRealm = avp.text();
            case PRODUCT_NAME -> product = avp.text();
            case FIRMWARE_REVISION -> firmware = avp.number();
            case RESULT_CODE -> resultCode = avp.number();
            case INBAND_SECURITY -> tls |= avp.number() == 1;
            case ROUTE_RECORD -> routeRecords++;
            case AUTH_APPLICATION, ACCT_APPLICATION -> application(avp.number());
            case VENDOR_SPECIFIC_APPLICATION, EXPERIMENTAL_RESULT -> takeGroup(avp.grouped());
            default -> {
                // Says nothing that is asked for; what names subscribers is told apart elsewhere.
            }
        }
    }

    private void takeGroup(Avps group) {
        for (int i = 0; i < MOST_AVPS && group.next(); i++) {
            if (group.vendor() == 0 && group.code() == EXPERIMENTAL_RESULT_CODE) {
                resultCode = group.number();
            } else if (group.vendor() == 0 && (group.code() == AUTH_APPLICATION || group.code() == ACCT_APPLICATION)) {
                application(group.number());
            }
        }
    }

    private void application(long id) {
        if (id >= 0 && applications.size() < MOST_APPLICATIONS && !applications.contains(id)) {
            applications.add(id);
        }
    }

    String originHost() {
        return originHost;
    }

    String originRealm() {
        return originRealm;
    }

    /** Result-Code or Experimental-Result-Code; -1 where there is none. */
    long resultCode() {
        return resultCode;
    }

    /** The class of an address within; empty where the message tells none. */
    String hostAddress() {
        return hostAddress;
    }

    boolean offersTls() {
        return tls;
    }

    int routeRecords() {
        return routeRecords;
    }

    /** Application ids, in their order. */
    List<Long> applications() {
        return applications;
    }

    /** Product-Name and Firmware-Revision (RFC 6733 §5.3.7, §5.3.4). */
    Optional<Fact> software() {
        return product.isBlank()
                ? Optional.empty()
                : Optional.of(Product.unlisted(product).disclosed(firmware > 0 ? version() : "", false));
    }

    /** A number, which freeDiameter makes of two digits each for minor release and revision, behind the major release. */
    private String version() {
        return product.equals("freeDiameter")
                ? firmware / 10_000 + "." + firmware / 100 % 100 + "." + firmware % 100
                : Long.toString(firmware);
    }
}
