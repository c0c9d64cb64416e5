package dev.graft.cli;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The list of third-party software that is handed out is the one that the build finds. */
final class ThirdPartyTest {
  @Test
  @EnabledOnOs(
      value = OS.LINUX,
      architectures = "amd64",
      disabledReason = "other bundles elsewhere")
  void isCurrent() throws IOException {
    Path found = Path.of("target", "third-party", "THIRD-PARTY.txt");

    assertWithMessage("copy cli/%s to THIRD-PARTY.txt", found)
        .that(Files.readString(Path.of("..", "THIRD-PARTY.txt")))
        .isEqualTo(Files.readString(found));
  }
}
