package dev.graft.compat.corpus;

import dev.graft.render.JsonText;
import dev.graft.render.JsonWriter;
import dev.graft.runtime.json.TypedJson;
import dev.graft.runtime.permission.Permission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a case as a case file. */
public final class CaseWriter {
  private CaseWriter() {}

  /**
   * The text of a file with one case.
   *
   * @param id of the case there
   * @param title of the case there
   * @param origin how it came to be
   */
  public static String write(Case written, String id, String title, Map<String, ?> origin) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", id);
    tree.put("title", title);
    tree.put("level", written.level().text());
    tree.put("tags", written.tags());
    tree.put("origin", origin);
    if (!written.params().isEmpty()) {
      tree.put("params", json(written.params()));
    }
    if (!written.permissions().isEmpty()) {
      tree.put("permissions", written.permissions().stream().map(Permission::text).toList());
    }
    if (!written.requires().isEmpty()) {
      tree.put("requires", written.requires());
    }
    if (written.demand() != Case.ALL) {
      tree.put("demand", written.demand());
    }
    if (!written.env().equals(CaseEnv.DEFAULT)) {
      tree.put("env", env(written.env()));
    }
    tree.put("steps", written.steps().stream().map(CaseWriter::step).toList());
    written.expect().ifPresent(expect -> tree.put("expect", ExpectationWriter.write(expect)));
    if (written.tolerance().any()) {
      tree.put("compare", Map.of("out", tolerance(written.tolerance())));
    }
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("node", written.node());
    file.put("cases", List.of(tree));
    return JsonWriter.write(file);
  }

  private static Map<String, Object> env(CaseEnv env) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("clock", env.clock().toString());
    tree.put("seed", env.seed());
    return tree;
  }

  private static Map<String, Object> step(Step step) {
    return switch (step) {
      case Step.In in -> {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (in.values().size() == 1) {
          tree.put("in", json(in.values().getFirst()));
        } else {
          List<Object> batch = new ArrayList<>();
          in.values().forEach(value -> batch.add(json(value)));
          tree.put("batch", batch);
        }
        if (in.key() != null) {
          tree.put("key", json(in.key()));
        }
        yield tree;
      }
      case Step.End _ -> Map.of("end", true);
      case Step.Snapshot _ -> Map.of("snapshot", true);
      case Step.Restore restore -> Map.of("restore", restore.fresh() ? "fresh" : (Object) true);
    };
  }

  private static Map<String, Object> tolerance(Tolerance tolerance) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (tolerance.ulp() > 0 || tolerance.relative() > 0) {
      Map<String, Object> numbers = new LinkedHashMap<>();
      numbers.put("ulp", tolerance.ulp());
      if (tolerance.relative() > 0) {
        numbers.put("rel", json(tolerance.relative()));
      }
      numbers.put("why", tolerance.why());
      tree.put("float", numbers);
    }
    if (tolerance.grade() != Tolerance.Required.EXACT) {
      tree.put("grade", tolerance.grade().text());
      tree.put("why", tolerance.why());
    }
    return tree;
  }

  private static JsonText json(@Nullable Object value) {
    return new JsonText(TypedJson.write(value));
  }
}
