package dev.graft.compat.report;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.generate.CaseGenerator;
import dev.graft.runtime.backend.BackendId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A case as a JUnit test, which fails as long as the case does. */
public final class JunitRepro {
  private JunitRepro() {}

  /**
   * The test.
   *
   * @param corpus where its file is, if it is not built in
   * @param seed that makes the case again, if it is made up
   */
  public static String of(Case tried, List<BackendId> backends, List<Path> corpus, long seed) {
    String ids =
        backends.stream()
            .distinct()
            .map(id -> "BackendId." + id.name())
            .collect(Collectors.joining(", "));
    return """
    import static org.junit.jupiter.api.Assertions.assertTrue;

    import dev.graft.compat.run.CompatOptions;
    import dev.graft.compat.run.CompatResult;
    import dev.graft.compat.run.CompatRun;
    import dev.graft.runtime.backend.BackendId;
    import dev.graft.runtime.backend.BackendSettings;
    import dev.graft.runtime.run.GraftRuntime;
    import java.nio.file.Path;
    import java.util.List;
    import org.junit.jupiter.api.Test;
    import org.junit.jupiter.api.io.TempDir;

    /** %s. */
    final class %sTest {
      @TempDir Path reports;

      @Test
      void passes() throws Exception {
        CompatOptions options =
            CompatOptions.defaults()
                .selecting(
                    every ->
                        every
                            .withNodes(List.of("%s"))
                            .withCases(List.of("%s"))
                            .withBackends(List.of(%s))%s)%s
                .withOutput(reports);
        try (GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser())) {
          CompatResult result = CompatRun.run(options, runtime);

          assertTrue(
              result.report().results().allMatch(each -> each.passed()),
              () -> String.join("\\n", result.summary()));
        }
      }
    }
    """
        .formatted(
            EventText.inComment(tried.title()),
            className(tried),
            tried.node(),
            tried.id(),
            ids,
            corpus(corpus),
            madeUp(tried, seed));
  }

  private static String corpus(List<Path> corpus) {
    return corpus.isEmpty()
        ? ""
        : corpus.stream()
            .map(folder -> "Path.of(\"%s\")".formatted(folder.toString().replace("\\", "/")))
            .collect(
                Collectors.joining(", ", "\n                        .withCorpus(List.of(", "))"));
  }

  private static String madeUp(Case tried, long seed) {
    return tried.origin().equals(CaseGenerator.ORIGIN)
        ? "\n            .withRandom(%s, %dL)"
            .formatted(tried.id().substring(tried.id().indexOf('/') + 1), seed)
        : "";
  }

  private static String className(Case tried) {
    StringBuilder name = new StringBuilder();
    boolean upper = true;
    for (int point : tried.key().codePoints().toArray()) {
      if (Character.isJavaIdentifierPart(point)) {
        name.appendCodePoint(upper ? Character.toUpperCase(point) : point);
        upper = false;
      } else {
        upper = true;
      }
    }
    return name.toString();
  }
}
