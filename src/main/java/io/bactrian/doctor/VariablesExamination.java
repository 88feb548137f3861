package io.bactrian.doctor;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.env.StandardEnvironment;

/** Environment variables that look like settings of ours and are none: a slip of the pen is silently ignored otherwise. */
final class VariablesExamination implements Examination {

    private static final Pattern OURS = Pattern.compile("(SMS|TWILIO|OPERATOR|DATABASE|FIRESTORE)_[A-Z0-9_]+");
    private static final Set<String> WITHOUT_SETTING =
            Set.of("DATABASE_URL", "DATABASE_USERNAME", "DATABASE_PASSWORD", "FIRESTORE_EMULATOR_HOST");

    private final Set<String> names = new HashSet<>(WITHOUT_SETTING);
    private final List<String> beginnings = new ArrayList<>();

    VariablesExamination() {
        names.addAll(KnownSettings.variables().values());
        KnownSettings.records().forEach(type -> learn(KnownSettings.prefix(type), type));
    }

    @Override
    public String part() {
        return "environment";
    }

    @Override
    public List<Diagnosis> examine(Setup setup) {
        Map<?, ?> environment = setup.settings()
                                .getPropertySources()
                                .get(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
                                .getSource()
                        instanceof Map<?, ?> map
                ? map
                : Map.of();
        List<Diagnosis> found = environment.keySet().stream()
                .map(String::valueOf)
                .filter(name -> OURS.matcher(name).matches() && !isKnown(name))
                .sorted()
                .map(name -> Diagnosis.advice(
                        part(),
                        name + " is set, and no setting has that name",
                        "Look for its right name in the table of settings in the README, or unset it."))
                .toList();
        return found.isEmpty() ? List.of(Diagnosis.right(part(), "every variable is one of a setting")) : found;
    }

    private boolean isKnown(String name) {
        return names.contains(name) || beginnings.stream().anyMatch(name::startsWith);
    }

    private void learn(String prefix, Class<?> type) {
        for (RecordComponent part : type.getRecordComponents()) {
            String name = prefix + "." + part.getName().replaceAll("([a-z])([A-Z])", "$1-$2");
            if (part.getType().isRecord()) {
                learn(name, part.getType());
            } else if (Map.class.isAssignableFrom(part.getType()) || List.class.isAssignableFrom(part.getType())) {
                written(name).forEach(written -> beginnings.add(written + "_"));
            }
            names.addAll(written(name));
        }
    }

    /** As Spring Boot takes it, with and without what stands for a hyphen. */
    private static List<String> written(String name) {
        String upper = name.toUpperCase(Locale.ROOT).replace('.', '_');
        return List.of(upper.replace('-', '_'), upper.replace("-", ""));
    }
}
