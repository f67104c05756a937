package io.botledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message shows of the place of a secret. */
class PlainNameTest {
    @TempDir
    private Path folder;

    private boolean isPath(String name) {
        return PlainName.isPath(Path.of(name), folder.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.key",
                "api-key.txt",
                "./apikey",
                "secrets/db_password",
                "/run/secrets/botledger-api-key",
                "/etc/botledger/api-key",
                "../My Keys/ApiKey2.txt",
                "keys/k8s/2026-01-31.key",
                ".keys/.vendor"
            })
    void showsAPath(String name) {
        assertThat(isPath(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api-key",
                "hunter",
                "hunter.",
                ".hunter",
                "letmein.Now",
                "5f0a77c112344abc/9def0123456789ab",
                "/5f0a77c1-1234-4abc-9def-0123456789ab",
                "5f0a77c1-1234-4abc-9def-0123456789ab.txt",
                "aBcDeFgHiJ/kLmN",
                "qzxkvbwpjhqzxkvbwpjhq.key",
                "a=b/c",
                "pa$$/word",
                "123456789.txt",
                ""
            })
    void doesNotShowWhatMayBeASecret(String name) {
        assertThat(isPath(name)).isFalse();
    }

    @Test
    void showsAFolderThatIsThereWhateverItLooksLike() throws IOException {
        Path random = Files.createDirectory(folder.resolve("5f0a77c112344abc"));
        assertThat(PlainName.isPath(random.resolve("key"), random.resolve("key")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOTLEDGER_API_KEY", "KEY", "KEY_2", "ORG12_TOKEN", "ULTIMATE_ORGANIZATION_KEY"})
    void showsAVariable(String name) {
        assertThat(PlainName.isVariable(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key",
                "hunter2",
                "AKIAIOSFODNN7EXAMPLE",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                "A1_B2_C3_D4_E5",
                "A12345678",
                "_KEY",
                "KEY__TWO",
                "sk_live_4eC39HqLyjWDarjtT1zdp7dc"
            })
    void doesNotShowAVariableThatMayBeAKey(String name) {
        assertThat(PlainName.isVariable(name)).isFalse();
    }
}
