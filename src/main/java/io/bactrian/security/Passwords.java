package io.bactrian.security;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords that people choose, kept by BCrypt. */
@Component
public class Passwords {

    private static final int SHORTEST = 12;
    /** BCrypt looks no further. */
    private static final int MOST_BYTES = 72;

    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder();
    /** What is compared where there is nothing to compare, so that it takes as long. */
    private final String nobodys = bcrypt.encode("nobody's");

    /** What is wrong with it as a new one, or nothing. */
    public Optional<String> complaint(String password, String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("has fewer than " + SHORTEST + " characters");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("is longer than " + MOST_BYTES + " bytes");
        }
        boolean guessed = WeakSecrets.isCommon(password) || password.equalsIgnoreCase(name);
        return guessed ? Optional.of("is one that anybody can guess") : Optional.empty();
    }

    public String hash(String password) {
        return bcrypt.encode(password);
    }

    /** @param hash empty where there is no account: the answer is no, and as long in coming */
    boolean matches(String password, Optional<String> hash) {
        boolean tooLong = password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
        boolean right = bcrypt.matches(tooLong ? "" : password, hash.orElse(nobodys));
        return right && hash.isPresent() && !tooLong;
    }
}
