// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import io.netgrade.grade.Assessment;
import io.netgrade.grade.Assessments;
import io.netgrade.yaml.Language;
import java.io.Writer;
import java.util.Map;

/**
 * The assessment as one self-contained HTML page: no script, nothing fetched. The template escapes all text by where it
 * stands.
 */
public final class HtmlReport {
    private HtmlReport() {}

    public static void write(Assessment assessment, Language language, Writer out) {
        write(Assessments.alone(assessment), language, out);
    }

    /** The same with what further profiles say. */
    public static void write(Assessments all, Language language, Writer out) {
        TemplateEngine templates =
                TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.netgrade.report.templates");
        templates.render("assessment.jte", Map.of("page", new HtmlPage(all, language)), new WriterOutput(out));
    }
}
