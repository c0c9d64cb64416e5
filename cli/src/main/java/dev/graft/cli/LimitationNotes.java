package dev.graft.cli;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.limits.CompatInfo;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.limits.LimitationsException;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.RunSummary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known to differ where nodes run, in a line for each. */
final class LimitationNotes {
  private final List<Limitation> all;
  private final Optional<String> unread;

  private LimitationNotes(List<Limitation> all, Optional<String> unread) {
    this.all = all;
    this.unread = unread;
  }

  /** Those of a runtime and its plugins. */
  static LimitationNotes of(GraftRuntime runtime) {
    try {
      return new LimitationNotes(runtime.limitations(), Optional.empty());
    } catch (LimitationsException e) {
      return new LimitationNotes(
          List.of(), Optional.of("known limitations cannot be told: " + e.getMessage()));
    }
  }

  /** Of nodes that are open. */
  List<String> of(RunSummary summary) {
    return lines(
        summary.stages().stream()
            .flatMap(
                stage -> {
                  BackendId backend = stage.servedBy().backend();
                  return known(stage.type(), backend, stage.servedBy().implementation());
                }));
  }

  /** Of nodes where they would be opened first, on whatever release that is. */
  List<String> of(PipelinePlan plan) {
    return lines(
        plan.stages().stream()
            .flatMap(
                stage ->
                    stage.reachable().stream()
                        .limit(1)
                        .flatMap(place -> known(stage.type(), place.backend()))));
  }

  /** Of one node on some backends. */
  List<String> of(String node, List<BackendId> backends) {
    return lines(backends.stream().flatMap(backend -> known(node, backend)));
  }

  private List<String> lines(Stream<String> found) {
    return Stream.concat(unread.stream(), found).distinct().toList();
  }

  private Stream<String> known(String node, BackendId backend, String release) {
    return lines(CompatInfo.among(all, node, backend).in(release));
  }

  private Stream<String> known(String node, BackendId backend) {
    return lines(CompatInfo.among(all, node, backend));
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
}
