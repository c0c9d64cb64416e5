package dev.graft.archetype;

import dev.graft.cli.project.ProjectKind;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The projects that the archetype plugin has made of the jar, in this build. */
@Timeout(60)
final class SameAsGraftNewTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource
  void theArchetypeMakesWhatGraftNewMakes(ProjectKind kind) throws Exception {
    Path generated =
        Path.of("target/test-classes/projects", kind.name().toLowerCase(Locale.ROOT))
            .resolve("project/my-nodes");

    GraftNew.assertSame(generated, kind, folder);
  }
}
