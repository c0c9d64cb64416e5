package dev.graft.compat.report;

import static dev.graft.compat.report.ReportTree.object;

import dev.graft.runtime.backend.BackendId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code badges/*.json}: whether a node, and how many of them, are safe to switch, in the format in
 * which shields.io reads badges from an address.
 */
final class Badges {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ALL = "all";

  private Badges() {}

  /** The texts by file name. */
  static Map<String, String> of(CompatReport report) {
    Map<String, String> files = new LinkedHashMap<>();
    long twins = report.nodes().stream().filter(Badges::isTwin).count();
    long safe = report.nodes().stream().filter(Badges::isSafe).count();
    files.put(
        "all.json",
        badge(
            "safe to switch",
            safe + " of " + Counted.of(twins, "node"),
            report.exitCode() != 0 ? "red" : safe == twins ? "brightgreen" : "yellow"));
    for (NodeRow node : report.nodes()) {
      // A node of that name would take the place of the badge for all.
      String name = node.id().equals(ALL) ? "all-node" : node.id();
      files.put(name + ".json", of(node));
    }
    return files;
  }

  private static String of(NodeRow node) {
    if (node.unexpected()) {
      return badge(node.id(), "differs", "red");
    } else if (isSafe(node)) {
      return badge(node.id(), "safe to switch", "brightgreen");
    }
    return badge(node.id(), StageLook.of(node).text(), isTwin(node) ? "yellow" : "lightgrey");
  }

  private static boolean isSafe(NodeRow node) {
    return node.switchTo(BackendId.JAVA).safe();
  }

  private static boolean isTwin(NodeRow node) {
    return node.entry().java().isPresent() && node.entry().python().isPresent();
  }

  private static String badge(String label, String message, String color) {
    Map<String, @Nullable Object> badge =
        object("schemaVersion", 1, "label", label, "message", message, "color", color);
    return JSON.writeValueAsString(badge) + "\n";
  }
}
