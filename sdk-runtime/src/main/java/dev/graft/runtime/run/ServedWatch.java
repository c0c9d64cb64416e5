package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.served.ServedRecord;
import dev.graft.runtime.served.ServedRecords;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes down who serves the nodes of a run: when a node is opened, since a run may last for
 * months, and when it ends.
 */
final class ServedWatch implements RunWatch {
  private final Path memory;
  private final String env;
  private final String pipeline;
  private final String run = UUID.randomUUID().toString();
  private final Instant begin = Instant.now();
  private final Map<String, List<BackendId>> left = new LinkedHashMap<>();

  /**
   * For one run.
   *
   * @param memory where it is written
   * @param env the environment of the run
   */
  ServedWatch(Path memory, String env, String pipeline) {
    this.memory = memory;
    this.env = env;
    this.pipeline = pipeline;
  }

  @Override
  public synchronized void placed(String nodeId, String type, ServedBy servedBy) {
    ServedRecords.add(memory, List.of(record(nodeId, type, servedBy.backend(), 0)));
  }

  @Override
  public synchronized void event(RunEvent event) {
    switch (event) {
      case RunEvent.FellBack fell -> leaves(fell.nodeId(), fell.from());
      case RunEvent.Moved moved -> leaves(moved.loss().failure().nodeId(), moved.from());
      default -> {}
    }
  }

  private void leaves(String nodeId, BackendId from) {
    List<BackendId> all = left.computeIfAbsent(nodeId, _ -> new ArrayList<>());
    if (!all.contains(from)) {
      all.add(from);
    }
  }

  @Override
  public synchronized void ended(RunSummary summary, Optional<RunFailedException> failure) {
    ServedRecords.add(
        memory,
        summary.stages().stream()
            .map(
                stage ->
                    record(stage.nodeId(), stage.type(), stage.servedBy().backend(), stage.taken()))
            .toList());
  }

  private ServedRecord record(String nodeId, String type, BackendId backend, long items) {
    return new ServedRecord(
        run,
        env,
        begin,
        Instant.now(),
        pipeline,
        type,
        nodeId,
        backend,
        left.getOrDefault(nodeId, List.of()),
        items);
  }
}
