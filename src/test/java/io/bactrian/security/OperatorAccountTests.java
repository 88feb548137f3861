package io.bactrian.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorAccountTests {

    @TempDir
    private Path dir;

    @Test
    void makesAPasswordOnceAndKeepsOnlyItsHash() throws IOException {
        OperatorAccount first = account("");
        String password = first.makePassword().orElseThrow();
        assertThat(password).hasSize(20);
        assertThat(first.accepts("operator", password)).isTrue();

        OperatorAccount second = account("");
        assertThat(second.makePassword()).isEmpty();
        assertThat(second.accepts("operator", password)).isTrue();

        Path file = dir.resolve("data/operator-password");
        assertThat(file).content().startsWith("$2").doesNotContain(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(dir.resolve("data").toFile().list()).containsExactly("operator-password");
    }

    @Test
    void takesThePasswordThatIsSetAndWritesNothing() {
        OperatorAccount account = account("from the environment");
        assertThat(account.makePassword()).isEmpty();
        assertThat(account.accepts("operator", "from the environment")).isTrue();
        assertThat(dir.resolve("data")).doesNotExist();
    }

    @Test
    void refusesAnythingElseEvenAfterTheRightPassword() {
        OperatorAccount account = account("");
        String password = account.makePassword().orElseThrow();
        assertThat(account.accepts("operator", password)).isTrue();
        assertThat(account.accepts("operator", password)).isTrue();
        assertThat(account.accepts("operator", password + "x")).isFalse();
        assertThat(account.accepts("operator", "")).isFalse();
        assertThat(account.accepts("somebody", password)).isFalse();
    }

    @Test
    void refusesToStartWithAFileThatHoldsNoHash() throws IOException {
        Files.createDirectories(dir.resolve("data"));
        Files.writeString(dir.resolve("data/operator-password"), "");
        assertThatThrownBy(() -> account("")).hasMessageContaining("OPERATOR_PASSWORD");
    }

    @Test
    void keepsTheHashOfTheInstanceThatWasFaster() {
        PasswordFile file = new PasswordFile(dir.resolve("data/operator-password"));
        String hash = "$2a$10$" + "a".repeat(53);
        assertThat(file.write(hash)).isEqualTo(hash);
        assertThat(file.write("$2a$10$" + "b".repeat(53))).isEqualTo(hash);
    }

    private OperatorAccount account(String password) {
        return new OperatorAccount(new OperatorSettings("operator", password), dir.resolve("data"));
    }
}
