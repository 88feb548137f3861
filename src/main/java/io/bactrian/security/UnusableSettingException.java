package io.bactrian.security;

import io.bactrian.domain.SettingRefused;

/** The gateway must not start with these settings. */
class UnusableSettingException extends SettingRefused {

    UnusableSettingException(String problem, String remedy) {
        super(problem, remedy);
    }
}
