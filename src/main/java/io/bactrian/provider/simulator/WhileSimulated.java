package io.bactrian.provider.simulator;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Only while no real provider is set: nobody may play texts into a gateway that is live. */
@Retention(RetentionPolicy.RUNTIME)
@Conditional(WhileSimulated.NothingElse.class)
public @interface WhileSimulated {

    /** Reads the setting as the list that it is, so that commas, YAML lists and indexed variables all count. */
    class NothingElse implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            List<String> providers = Binder.get(context.getEnvironment())
                    .bind("sms.providers", Bindable.listOf(String.class))
                    .orElse(List.of("simulator"));
            return providers.stream().allMatch(provider -> provider.strip().equalsIgnoreCase("simulator"));
        }
    }
}
