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

/** Only while Twilio itself is not among the providers: nobody may play texts into a gateway that is live. */
@Retention(RetentionPolicy.RUNTIME)
@Conditional(WhileSimulated.NoTwilio.class)
public @interface WhileSimulated {

    /** Reads the setting as the list that it is, so that commas, YAML lists and indexed variables all count. */
    class NoTwilio implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Binder.get(context.getEnvironment())
                    .bind("sms.providers", Bindable.listOf(String.class))
                    .orElse(List.of())
                    .stream()
                    .noneMatch(provider -> provider.strip().equalsIgnoreCase("twilio"));
        }
    }
}
