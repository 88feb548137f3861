package io.bactrian.doctor;

import io.bactrian.domain.SettingRefused;
import jakarta.validation.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** Each setting by itself, as the start of a gateway would take it; all that are wrong, and not the first one only. */
final class SettingsExamination implements Examination {

    private final Map<String, String> variables = KnownSettings.variables();

    @Override
    public String part() {
        return "settings";
    }

    @Override
    public List<Diagnosis> examine(Setup setup) {
        List<Diagnosis> found = new ArrayList<>();
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            for (Class<?> type : KnownSettings.records()) {
                // It remembers what it refused, so each has its own.
                BindHandler handler = new ValidationBindHandler(new SpringValidatorAdapter(factory.getValidator()));
                try {
                    Binder.get(setup.settings()).bindOrCreate(KnownSettings.prefix(type), Bindable.of(type), handler);
                } catch (BindException e) {
                    found.addAll(told(e));
                }
            }
        }
        return found.isEmpty() ? List.of(Diagnosis.right(part(), "each can be what it is set to")) : found;
    }

    private List<Diagnosis> told(BindException failure) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        if (root instanceof SettingRefused refused) {
            return List.of(Diagnosis.wrong(part(), refused.getMessage(), refused.action()));
        }
        if (root instanceof BindValidationException refused) {
            String prefix = refused.getValidationErrors().getName().toString();
            return refused.getValidationErrors().getAllErrors().stream()
                    .map(error -> refusal(prefix, error))
                    .toList();
        }
        String name = failure.getName().toString();
        return List.of(wrong(
                name,
                "is no " + failure.getTarget().getType().resolve(Object.class).getSimpleName()));
    }

    private Diagnosis refusal(String prefix, ObjectError error) {
        String name = error instanceof FieldError field ? prefix + "." + kebab(field.getField()) : prefix;
        return wrong(name, error.getDefaultMessage());
    }

    private Diagnosis wrong(String name, String says) {
        return Diagnosis.wrong(
                part(), name + " " + says, "Correct " + variables.getOrDefault(name, name) + ", or leave it out.");
    }

    private static String kebab(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
