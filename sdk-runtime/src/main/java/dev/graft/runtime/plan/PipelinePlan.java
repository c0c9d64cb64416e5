package dev.graft.runtime.plan;

import java.util.List;

/**
 * A pipeline that is ready to be opened: a chain of stages.
 *
 * @param name the pipeline's name
 * @param stages the stages in the order of the stream; at least one
 */
public record PipelinePlan(String name, List<StagePlan> stages) {
  public PipelinePlan {
    stages = List.copyOf(stages);
  }

  /** Whether the pipeline brings its own input. */
  public boolean hasSource() {
    return stages.getFirst().candidates().getFirst().node().descriptor().contract().isSource();
  }
}
