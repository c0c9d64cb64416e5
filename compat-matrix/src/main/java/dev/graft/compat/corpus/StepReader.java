package dev.graft.compat.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one step. */
final class StepReader {
  private StepReader() {}

  static Step read(JsonNode json, CasePlace place) throws CaseFormatException {
    CaseObject step =
        CaseObject.of(json, place, "a step", "in", "batch", "key", "end", "snapshot", "restore");
    if (step.has("in")) {
      return new Step.In(Arrays.<@Nullable Object>asList(step.value("in")), key(step));
    } else if (step.has("batch")) {
      List<@Nullable Object> values = new ArrayList<>();
      for (JsonNode item : step.children("batch")) {
        values.add(CaseObject.value(item, place.key("batch").item(values.size())));
      }
      return new Step.In(values, key(step));
    } else if (step.has("end")) {
      return new Step.End();
    } else if (step.has("snapshot")) {
      return new Step.Snapshot();
    } else if (step.has("restore")) {
      return new Step.Restore("fresh".equals(step.value("restore")));
    }
    throw new CaseFormatException(
        place, "a step is one of \"in\", \"batch\", \"end\", \"snapshot\", \"restore\".");
  }

  private static @Nullable Object key(CaseObject step) throws CaseFormatException {
    return step.has("key") ? step.value("key") : null;
  }
}
