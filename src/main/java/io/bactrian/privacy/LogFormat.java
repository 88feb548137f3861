package io.bactrian.privacy;

import ch.qos.logback.core.PropertyDefinerBase;

/**
 * Which file of {@code log/} describes the console: lines for people, unless {@code logging.structured.format.console}
 * names a format. Spring Boot hands that on as an empty text where nobody set it, for which Logback has no default.
 */
public final class LogFormat extends PropertyDefinerBase {

    private String setting;

    public void setSetting(String setting) {
        this.setting = setting;
    }

    @Override
    public String getPropertyValue() {
        return setting == null || setting.isBlank() ? "lines" : setting.trim();
    }
}
