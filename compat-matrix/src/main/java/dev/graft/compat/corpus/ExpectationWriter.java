package dev.graft.compat.corpus;

import dev.graft.render.JsonText;
import dev.graft.runtime.failure.Phase;
import dev.graft.runtime.json.TypedJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a case expects, as {@link ExpectationReader} reads it. */
final class ExpectationWriter {
  /** What comes before the first step has no step that a file could name. */
  private static final int BEFORE = -1;

  private ExpectationWriter() {}

  static Object write(Expectation expectation) {
    return switch (expectation) {
      case Expectation.Exactly exactly -> events(exactly.events());
      case Expectation.AnyOf any ->
          Map.of("any_of", any.alternatives().stream().map(ExpectationWriter::events).toList());
    };
  }

  private static List<Map<String, Object>> events(List<Expected> events) {
    return events.stream().map(ExpectationWriter::event).toList();
  }

  private static Map<String, Object> event(Expected expected) {
    Map<String, Object> tree = new LinkedHashMap<>();
    switch (expected) {
      case Expected.Out out -> tree.put("out", new JsonText(TypedJson.write(out.value())));
      case Expected.State state -> tree.put("state", new JsonText(TypedJson.write(state.value())));
      case Expected.End _ -> tree.put("end", true);
      case Expected.Failed failed -> tree.put("error", error(failed));
    }
    if (expected.at().orElse(BEFORE) > BEFORE) {
      tree.put("at", expected.at().getAsInt());
    }
    return tree;
  }

  private static Map<String, Object> error(Expected.Failed failed) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (failed.phase() != Phase.STEP) {
      tree.put("phase", failed.phase().text());
    }
    tree.put("kind", failed.kind().text());
    failed.index().ifPresent(index -> tree.put("index", index));
    failed
        .violations()
        .filter(violations -> !violations.isEmpty())
        .ifPresent(
            violations ->
                tree.put(
                    "violations",
                    violations.stream()
                        .map(each -> Map.of("code", each.code(), "path", each.path()))
                        .toList()));
    return tree;
  }
}
