package io.bactrian.routecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** File, id and address are one name, so that who knows one finds the others. */
final class NameRule implements Rule {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    @Override
    public List<Finding> check(RouteFile file) {
        List<Finding> findings = new ArrayList<>();
        if (!file.path().endsWith(RouteFile.ENDING)) {
            findings.add(file.finding(1, "nobody loads this file: let its name end with " + RouteFile.ENDING));
        } else if (!KEBAB.matcher(file.name()).matches()) {
            findings.add(file.finding(1, "rename the file: a verb and an object in lower case, with hyphens between"));
        }
        if (!file.name().equals(file.route().text("id"))) {
            findings.add(file.finding(
                    file.route().at("id").line(),
                    "the id is not the file's name: write `id: " + file.name() + "` or rename the file"));
        }
        if (file.uri().isRoute() && !file.name().equals(file.uri().name())) {
            String uri = file.uri().scheme() + ":" + file.name();
            findings.add(file.finding(
                    file.from().at("uri").line(),
                    "the address is not the file's name: write `uri: " + uri + "` or rename the file"));
        }
        return findings;
    }
}
