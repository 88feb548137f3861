package io.bactrian.security;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The operator's name and password. Where no password is set, one is made at the first start, told once by
 * {@link #makePassword}, and from then on only its hash is known.
 */
@Component
public class OperatorAccount {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 20;
    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
    // A digest of the password that was right last: a check with BCrypt takes 70 ms, each time.
    private final AtomicReference<byte[]> lastRight = new AtomicReference<>();
    private final byte[] salt = new byte[SALT_BYTES];
    private final String username;
    private final Predicate<String> isRight;
    private final PasswordFile file;
    private volatile String hash;

    @Autowired
    OperatorAccount(OperatorSettings settings, @Value("${sms.data-dir:./data}") Path dataDir) {
        random.nextBytes(salt);
        username = settings.username();
        if (settings.password().isEmpty()) {
            file = new PasswordFile(dataDir.resolve("operator-password"));
            hash = file.read().orElse(null);
            isRight = password -> hash != null && bcrypt.matches(password, hash);
        } else {
            file = null;
            byte[] expected = digest(settings.password());
            isRight = password -> MessageDigest.isEqual(expected, digest(password));
        }
    }

    public String username() {
        return username;
    }

    /**
     * Makes a password where none is set or kept: once the gateway is up, since a start that fails shows none.
     *
     * @return the password that was made now: to be shown once, and never logged. Nothing at later starts.
     */
    public Optional<String> makePassword() {
        if (file == null || hash != null) {
            return Optional.empty();
        }
        String password = random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .reduce("", String::concat);
        hash = file.write(bcrypt.encode(password));
        return bcrypt.matches(password, hash) ? Optional.of(password) : Optional.empty();
    }

    boolean accepts(String name, String password) {
        boolean nameIsRight = MessageDigest.isEqual(bytes(username), bytes(name));
        return passwordIsRight(password) && nameIsRight;
    }

    private boolean passwordIsRight(String password) {
        byte[] digest = digest(password);
        byte[] last = lastRight.get();
        if (last != null && MessageDigest.isEqual(last, digest)) {
            return true;
        }
        boolean right = isRight.test(password);
        if (right) {
            lastRight.set(digest);
        }
        return right;
    }

    private byte[] digest(String password) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return sha256.digest(bytes(password));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
