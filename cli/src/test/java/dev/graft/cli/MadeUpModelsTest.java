package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseReader;
import dev.graft.compat.generate.CaseGenerator;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.run.GraftRuntime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Made-up cases are like those that somebody wrote, but for the ones that are known to differ. */
final class MadeUpModelsTest {
  @Test
  void whatIsKnownToDifferIsNoModel() throws Exception {
    try (GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser())) {
      CatalogueEntry calculator = runtime.catalogue().find("calculator").orElseThrow();

      assertThat(made(calculator, "divide-almost-tie")).doesNotContain("model");
      assertThat(made(calculator, "divide")).contains("model");
    }
  }

  private static String made(CatalogueEntry entry, String id) throws Exception {
    String file =
        """
        {"node": "calculator", "cases": [{"id": "%s", "title": "t", "steps": [{"in": {"model": 1}}]}]}
        """
            .formatted(id);
    List<Case> byHand = CaseReader.read(file, "by hand");
    return CaseGenerator.of(entry, byHand).orElseThrow().cases(1, 50).toString();
  }
}
