package io.bactrian.routecheck;

import java.util.ArrayList;
import java.util.List;

/** A route fits on a screen and in a head. */
final class SizeRule implements Rule {

    private static final int LINES = 100;
    private static final int STEPS = 10;
    private static final int NESTING = 2;

    @Override
    public List<Finding> check(RouteFile file) {
        List<Finding> findings = new ArrayList<>();
        if (file.lines() > LINES) {
            findings.add(file.finding(LINES + 1, "more than " + LINES + " lines: " + advice()));
        }
        int longest = Step.longestPath(file.steps());
        if (longest > STEPS) {
            findings.add(file.finding(
                    file.from().at("steps").line(),
                    longest + " steps one after the other, " + STEPS + " at most: " + advice()));
        }
        file.allSteps()
                .filter(step -> step.name().equals("choice"))
                .skip(1)
                .map(choice -> file.finding(choice.line(), "a second choice in one route: " + advice()))
                .forEach(findings::add);
        file.steps().stream()
                .filter(step -> step.nesting() > NESTING)
                .map(step -> file.finding(
                        step.line(), step.nesting() + " levels below this step, " + NESTING + " at most: " + advice()))
                .forEach(findings::add);
        return findings;
    }

    private static String advice() {
        return "move a part that has a name of its own into a route of its own";
    }
}
