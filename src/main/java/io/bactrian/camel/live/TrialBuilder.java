package io.bactrian.camel.live;

import io.bactrian.edits.RouteText;
import io.bactrian.edits.TrialBuild;
import io.bactrian.routecheck.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.camel.Component;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.impl.engine.DefaultInjector;
import org.apache.camel.model.RouteDefinition;

/** Builds the routes of files in a context of its own, with stand-ins for the beans, and tells what does not work. */
public final class TrialBuilder implements TrialBuild {

    private final BeanTypes beans;
    private final UnaryOperator<String> settings;
    private final Supplier<RouteConfigurationBuilder> policies;
    private final boolean whole;

    /** @param policies made anew for each trial */
    public TrialBuilder(BeanTypes beans, UnaryOperator<String> settings, Supplier<RouteConfigurationBuilder> policies) {
        this(beans, settings, policies, true);
    }

    private TrialBuilder(
            BeanTypes beans,
            UnaryOperator<String> settings,
            Supplier<RouteConfigurationBuilder> policies,
            boolean whole) {
        this.beans = beans;
        this.settings = settings;
        this.policies = policies;
        this.whole = whole;
    }

    /** For adapters whose beans are not here: what they call is taken on trust, the rest is tried. */
    public TrialBuilder trusting() {
        return new TrialBuilder(new Trusted(beans), settings, policies, false);
    }

    private record Trusted(BeanTypes beans) implements BeanTypes {

        @Override
        public Class<?> of(String name) {
            Class<?> type = beans.of(name);
            return type == null ? Object.class : type;
        }

        @Override
        public Collection<String> names() {
            return beans.names();
        }
    }

    @Override
    public List<Finding> build(Collection<RouteText> files) {
        List<Finding> findings = new ArrayList<>();
        if (files.isEmpty()) {
            return findings;
        }
        StandIns standIns = new StandIns(beans);
        try (TrialContext trial = new TrialContext(standIns, null, settings, policies.get())) {
            trial.camel().setInjector(new Injecting(trial, standIns));
            files.forEach(file -> findings.addAll(build(trial, file)));
        } catch (Exception e) {
            throw new IllegalStateException("a trial cannot be made", e);
        }
        return findings;
    }

    private List<Finding> build(TrialContext trial, RouteText file) {
        try {
            List<Finding> findings = new ArrayList<>();
            for (RouteDefinition route : trial.load(file.path(), file.text())) {
                findings.addAll(build(trial, file, route));
            }
            return findings;
        } catch (Exception e) {
            return List.of(new Finding(file.path(), Math.max(1, Words.line(e)), Words.of(e)));
        }
    }

    private List<Finding> build(TrialContext trial, RouteText file, RouteDefinition route) {
        List<Finding> findings = new StepTrial(trial.camel(), beans).findings(file.path(), route);
        if (findings.isEmpty() && whole) {
            try {
                trial.build(route);
            } catch (Exception e) {
                findings = List.of(new Finding(file.path(), Math.max(1, route.getLineNumber()), Words.of(e)));
            }
        }
        return findings;
    }

    /** What a route names by its class is not made with its constructor either. */
    private static final class Injecting extends DefaultInjector {

        private final StandIns standIns;

        Injecting(TrialContext trial, StandIns standIns) {
            super(trial.camel());
            this.standIns = standIns;
        }

        @Override
        public <T> T newInstance(Class<T> type, boolean postProcessBean) {
            return type.getName().startsWith("org.apache.camel.") || Component.class.isAssignableFrom(type)
                    ? super.newInstance(type, postProcessBean)
                    : type.cast(standIns.standIn(type));
        }
    }
}
