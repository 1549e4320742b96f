// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.json.JsonWriter;
import io.netgrade.yaml.Text;
import java.util.List;

/** What to do against a failure, as JSON: in general, and the settings of the products that were seen. */
final class RemedyJson {
    private RemedyJson() {}

    static void write(JsonWriter json, Text remedy, List<Remedies.OfProduct> settings) {
        json.object("remedy").field("en", remedy.en()).field("zh", remedy.zh()).array("settings");
        settings.forEach(one -> write(json, one));
        json.endArray().endObject();
    }

    private static void write(JsonWriter json, Remedies.OfProduct one) {
        json.object()
                .field("product", one.product().product())
                .field("place", one.product().place())
                .field("setting", one.setting().setting())
                .field("verified", one.setting().source().isPresent())
                .field("source", one.setting().source());
        one.setting()
                .says()
                .ifPresent(says -> json.object("says")
                        .field("en", says.en())
                        .field("zh", says.zh())
                        .endObject());
        json.endObject();
    }
}
