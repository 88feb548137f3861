package io.bactrian.doctor;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What is examined.
 *
 * @param application what the gateway is made of
 * @param settings as a gateway that is started here would find them; they may be wrong
 */
public record Setup(Class<?> application, ConfigurableEnvironment settings, Clock clock) {

    /** The setting, or an empty text. */
    public String text(String name) {
        return settings.getProperty(name, "").strip();
    }

    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    public String store() {
        return has("sms.store") ? text("sms.store") : "embedded";
    }

    public List<String> providers() {
        return Binder.get(settings)
                .bind("sms.providers", Bindable.listOf(String.class))
                .orElse(List.of("simulator"));
    }

    /** Whether nobody real is texted. */
    public boolean simulated() {
        return providers().contains("simulator");
    }

    /** Without a slash at the end. */
    public String publicUrl() {
        return text("sms.public-url").replaceAll("/+$", "");
    }

    public Path dataDir() {
        return Path.of(has("sms.data-dir") ? text("sms.data-dir") : "./data");
    }

    @Override
    public String toString() {
        return "Setup";
    }
}
