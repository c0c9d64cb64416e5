package dev.graft.cli;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.limits.CompatInfo;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.limits.LimitationsException;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.run.RunSummary;
import java.util.List;
import java.util.stream.Stream;

/** What is known to differ where nodes run, in a line for each. */
final class LimitationNotes {
  private LimitationNotes() {}

  /** Of nodes that are open. */
  static List<String> of(RunSummary summary) {
    return lines(
        summary.stages().stream()
            .flatMap(
                stage -> {
                  BackendId backend = stage.servedBy().backend();
                  return known(stage.type(), backend, stage.servedBy().implementation());
                }));
  }

  /** Of nodes where they would be opened first, on whatever release that is. */
  static List<String> of(PipelinePlan plan) {
    return lines(
        plan.stages().stream()
            .flatMap(
                stage ->
                    stage.reachable().stream()
                        .limit(1)
                        .flatMap(place -> known(stage.type(), place.backend()))));
  }

  /** Of one node on some backends. */
  static List<String> of(String node, List<BackendId> backends) {
    return lines(backends.stream().flatMap(backend -> known(node, backend)));
  }

  private static List<String> lines(Stream<String> found) {
    return found.distinct().toList();
  }

  private static Stream<String> known(String node, BackendId backend, String release) {
    try {
      return lines(CompatInfo.of(node, backend).in(release));
    } catch (LimitationsException e) {
      return unread(e);
    }
  }

  private static Stream<String> known(String node, BackendId backend) {
    try {
      return lines(CompatInfo.of(node, backend));
    } catch (LimitationsException e) {
      return unread(e);
    }
  }

  private static Stream<String> lines(CompatInfo info) {
    return info.limitations().stream()
        .map(
            each ->
                "known limitation of %s on %s: %s"
                    .formatted(info.node(), info.backend(), text(each)));
  }

  private static String text(Limitation limitation) {
    String workaround = limitation.workaround().isEmpty() ? "" : " " + limitation.workaround();
    return "%s.%s (%s)".formatted(limitation.title(), workaround, limitation.id());
  }

  private static Stream<String> unread(LimitationsException e) {
    return Stream.of("known limitations cannot be told: " + e.getMessage());
  }
}
