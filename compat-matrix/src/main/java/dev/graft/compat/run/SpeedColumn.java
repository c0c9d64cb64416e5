package dev.graft.compat.run;

import dev.graft.compat.bridge.BridgeNode;
import dev.graft.compat.report.BackendColumn;
import dev.graft.compat.speed.NodeSpeed;
import dev.graft.compat.speed.SpeedOptions;
import dev.graft.compat.speed.SpeedRun;
import dev.graft.compat.subject.NodeHost;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the time of the nodes of a run, if that was asked for. */
final class SpeedColumn {
  /** What GraalPy says of itself; without it Python is only interpreted. */
  private static final String COMPILER = "optimizing runtime";

  private final Optional<SpeedOptions> options;
  private final List<Backend> backends = new ArrayList<>();
  private final Set<BackendId> interpreted = EnumSet.noneOf(BackendId.class);
  private final Duration limit;

  private SpeedColumn(Optional<SpeedOptions> options, Duration limit) {
    this.options = options;
    this.limit = limit;
  }

  /** Times on those backends that ran. */
  static SpeedColumn on(
      Map<BackendId, BackendRun> runs,
      NodeHost host,
      Optional<SpeedOptions> options,
      Duration limit) {
    SpeedColumn speed = new SpeedColumn(options, limit);
    runs.values().stream()
        .map(BackendRun::column)
        .filter(BackendColumn::available)
        .forEach(column -> speed.add(column, host));
    return speed;
  }

  private void add(BackendColumn column, NodeHost host) {
    try {
      backends.add(host.backend(column.id()));
    } catch (HostingRefusedException e) {
      throw new IllegalStateException("it ran a moment ago", e);
    }
    if (column.facts().stream().anyMatch(fact -> fact.name().equals(COMPILER) && !fact.good())) {
      interpreted.add(column.id());
    }
  }

  NodeSpeed of(CatalogueEntry entry, List<CaseOutcome> outcomes) {
    return options
        .filter(_ -> !BridgeNode.is(entry))
        .map(how -> SpeedRun.of(entry, outcomes, backends, interpreted, how, limit))
        .orElse(NodeSpeed.NONE);
  }
}
