package dev.graft.compat.report;

import static dev.graft.compat.report.ReportTree.object;

import dev.graft.compat.handover.HandOver;
import dev.graft.compat.handover.HandOverPair;
import dev.graft.compat.handover.HandOverResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of a hand-over grid. Only what does not pass is there one by one. */
final class HandOverTree {
  private HandOverTree() {}

  static @Nullable Object of(HandOver handOver) {
    return switch (handOver) {
      case HandOver.Stateless _ -> null;
      case HandOver.NotTried not -> object("tried", false, "reason", not.reason());
      case HandOver.Tried tried ->
          object("tried", true, "pairs", tried.pairs().stream().map(HandOverTree::pair).toList());
    };
  }

  private static Map<String, @Nullable Object> pair(HandOverPair pair) {
    return object(
        "from", pair.from().text(),
        "to", pair.to().text(),
        "passes", pair.passes(),
        "text", pair.text(),
        "sessions", pair.results().stream().map(each -> each.tried().key()).toList(),
        "results",
            pair.results().stream()
                .filter(each -> !each.result().passed())
                .map(HandOverTree::result)
                .toList());
  }

  private static Map<String, @Nullable Object> result(HandOverResult each) {
    return ResultTree.of(each.tried(), each.result());
  }
}
