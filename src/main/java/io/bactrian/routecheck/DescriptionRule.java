package io.bactrian.routecheck;

import java.util.ArrayList;
import java.util.List;

/** A route says what it does, and to which folder it belongs. */
final class DescriptionRule implements Rule {

    @Override
    public List<Finding> check(RouteFile file) {
        List<Finding> findings = new ArrayList<>();
        YamlNode description = file.route().at("description");
        if (description.text() == null || description.text().isBlank()) {
            findings.add(file.finding(description.line(), "say in one line what the route does: `description: …`"));
        }
        if (file.folder().isEmpty()) {
            findings.add(file.finding(1, "move the file into the folder of its feature"));
        } else if (!file.folder().equals(file.route().text("group"))) {
            findings.add(file.finding(
                    file.route().at("group").line(),
                    "the group is not the folder: write `group: " + file.folder() + "`"));
        }
        return findings;
    }
}
