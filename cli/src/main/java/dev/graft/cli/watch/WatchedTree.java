package dev.graft.cli.watch;

import dev.graft.compat.compare.Difference;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.runtime.backend.BackendId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A round for a program: the form of {@code graft watch --json}. */
public final class WatchedTree {
  private WatchedTree() {}

  /** One line of it, as maps and lists. */
  public static Map<String, @Nullable Object> of(String node, Watched watched) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("node", node);
    tree.put("ok", watched.isGood());
    tree.put("millis", watched.took().toMillis());
    switch (watched) {
      case Watched.Broken broken -> tree.put("problems", broken.problems());
      case Watched.Played played -> {
        tree.put("build_millis", played.built().toMillis());
        tree.put("cases", (long) played.round().outcomes().size());
        tree.put("unexpected", (long) played.round().unexpected().size());
        tree.put("backends", backends(played));
        tree.put(
            "first",
            played.round().unexpected().stream().findFirst().map(WatchedTree::first).orElse(null));
      }
    }
    return tree;
  }

  private static Map<String, @Nullable Object> backends(Watched.Played played) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    for (BackendId backend : BackendId.values()) {
      List<CaseResult> results =
          played.round().outcomes().stream()
              .flatMap(each -> Optional.ofNullable(each.results().get(backend)).stream())
              .toList();
      String absent = played.round().absent().get(backend);
      if (!results.isEmpty()) {
        Map<String, @Nullable Object> counts = new LinkedHashMap<>();
        counts.put("passed", results.stream().filter(CaseResult::passed).count());
        counts.put("unexpected", results.stream().filter(CaseResult::unexpected).count());
        all.put(backend.text(), counts);
      } else if (absent != null) {
        all.put(backend.text(), absent);
      }
    }
    return all;
  }

  private static Map<String, @Nullable Object> first(CaseOutcome outcome) {
    CaseResult result =
        outcome.results().values().stream()
            .filter(CaseResult::unexpected)
            .findFirst()
            .orElseThrow();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("case", outcome.tried().key());
    tree.put("backend", result.backend().text());
    tree.put("signature", result.verdict().signature().orElse(null));
    tree.put("reason", result.verdict().reason());
    Optional<Difference> difference =
        result.verdict().differences().stream().filter(each -> !each.tolerated()).findFirst();
    tree.put("step", difference.map(each -> (long) each.step()).orElse(null));
    tree.put("path", difference.map(Difference::path).orElse(null));
    tree.put("expected", difference.map(Difference::expected).orElse(null));
    tree.put("actual", difference.map(Difference::actual).orElse(null));
    return tree;
  }
}
