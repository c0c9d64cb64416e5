package dev.graft.cli;

import dev.graft.runtime.shadow.ShadowSummary;
import dev.graft.runtime.shadow.ShadowTotals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run's shadows found, for a person and for a program. */
final class ShadowText {
  private static final int SHOWN = 3;
  private static final double MICRO = 1e3;

  private ShadowText() {}

  /** A line for each shadow, and a few for what differs. */
  static List<String> of(List<ShadowSummary> shadows) {
    List<String> lines = new ArrayList<>();
    for (ShadowSummary shadow : shadows) {
      ShadowTotals totals = shadow.totals();
      lines.add(
          "  %s: %s beside %s: %,d compared, %s%s%s; p99 %.1f and %.1f µs"
              .formatted(
                  shadow.nodeId(),
                  shadow.candidate(),
                  shadow.control(),
                  totals.compared(),
                  differ(totals.mismatched()),
                  totals.known() == 0 ? "" : ", %,d as is known".formatted(totals.known()),
                  totals.dropped() == 0
                      ? ""
                      : ", %,d not compared as too much waited or the candidate had to wait for the node's state"
                          .formatted(totals.dropped()),
                  totals.candidate().p99().toNanos() / MICRO,
                  totals.control().p99().toNanos() / MICRO));
      shadow
          .off()
          .ifPresent(
              why -> lines.add("    off: %s; what came later is in none of these".formatted(why)));
      totals.differences().stream()
          .limit(SHOWN)
          .map(each -> "    %d × %s: %s".formatted(each.count(), each.signature(), each.where()))
          .forEach(lines::add);
      if (totals.differences().size() > SHOWN) {
        lines.add("    … and %d more".formatted(totals.differences().size() - SHOWN));
      }
    }
    return lines;
  }

  /** A call may take many items; it differs as a whole. */
  private static String differ(long count) {
    return count == 0
        ? "none differs"
        : "%,d %s".formatted(count, count == 1 ? "call differs" : "calls differ");
  }

  /** The same as maps and lists. */
  static Map<String, @Nullable Object> tree(ShadowSummary shadow) {
    ShadowTotals totals = shadow.totals();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", shadow.nodeId());
    tree.put("type", shadow.type());
    tree.put("control", shadow.control().text());
    tree.put("candidate", shadow.candidate().text());
    tree.put("matched", totals.matched());
    tree.put("known", totals.known());
    tree.put("mismatched", totals.mismatched());
    tree.put("errors", totals.errors());
    tree.put("dropped", totals.dropped());
    tree.put("control_p99_ns", totals.control().p99().toNanos());
    tree.put("candidate_p99_ns", totals.candidate().p99().toNanos());
    tree.put("off", shadow.off().orElse(null));
    List<Map<String, @Nullable Object>> differences = new ArrayList<>();
    for (ShadowTotals.Difference each : totals.differences()) {
      Map<String, @Nullable Object> difference = new LinkedHashMap<>();
      difference.put("signature", each.signature());
      difference.put("count", each.count());
      difference.put("where", each.where());
      differences.add(difference);
    }
    tree.put("differences", differences);
    return tree;
  }
}
