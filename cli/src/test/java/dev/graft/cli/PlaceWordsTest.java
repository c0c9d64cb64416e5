package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody is told to type finds what it is about. */
final class PlaceWordsTest {
  private static final List<Path> NONE = List.of();
  private static final List<Path> A = List.of(Path.of("a"));
  private static final List<Path> IN_A = List.of(Path.of("a/x.py").toAbsolutePath());
  private static final List<Path> IN_B = List.of(Path.of("b/y z.py").toAbsolutePath());

  @Test
  void whatTheProjectFileNamesNeedNotBeNamed() {
    assertThat(PlaceWords.with(IN_A, "--nodes", NONE, A)).isEmpty();
    assertThat(PlaceWords.with(IN_A, "--nodes", A, A)).isEqualTo(" --nodes a");
  }

  @Test
  void ifOnePlaceMustBeNamedAllAre() {
    assertThat(PlaceWords.with(IN_B, "--nodes", NONE, A))
        .isEqualTo(" --nodes a --nodes 'b/y z.py'");
    assertThat(PlaceWords.with(IN_B, "--nodes", NONE, NONE)).isEqualTo(" --nodes 'b/y z.py'");
  }
}
