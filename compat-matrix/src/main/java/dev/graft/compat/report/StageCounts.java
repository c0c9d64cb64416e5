package dev.graft.compat.report;

import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How many nodes are at each stage, in one sentence. */
public final class StageCounts {
  private StageCounts() {}

  public static String of(CompatReport report) {
    List<String> parts = new ArrayList<>();
    for (Stage stage : Arrays.asList(Stage.values()).reversed()) {
      long count = report.nodes().stream().filter(node -> node.stage() == stage).count();
      if (count > 0) {
        parts.add(count + " " + stage.title());
      }
    }
    long safe =
        report.nodes().stream().filter(node -> node.switchTo(BackendId.JAVA).safe()).count();
    return "Stages: %s; %d safe to switch.".formatted(String.join(", ", parts), safe);
  }
}
