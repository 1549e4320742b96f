// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The result forms of a scheme's report templates ({@code result-forms.yml} in the folder of a profile, or of the one that
 * it extends), and which items they mark.
 */
public record ResultForms(Items items, List<ResultForm> forms) {
    public ResultForms {
        forms = List.copyOf(forms);
    }

    /**
     * The items: what the clauses of manual controls name of a standard, such as {@code GB/T 22239-2019 8.1.4.1 a)-d)}.
     *
     * @param standard as clauses name it
     * @param chapters of the standard, by the id of the level that they are of
     * @param technical what the ids of controls of technical items begin with, before digits
     * @param management the same of management items
     */
    public record Items(String standard, Map<String, String> chapters, Set<String> technical, Set<String> management) {
        public Items {
            chapters = Map.copyOf(chapters);
            technical = Set.copyOf(technical);
            management = Set.copyOf(management);
        }
    }
}
