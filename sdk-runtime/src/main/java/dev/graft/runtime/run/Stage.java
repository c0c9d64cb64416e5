package dev.graft.runtime.run;

import java.util.List;

/** A part of a running pipeline: one node, or several that pass values on among themselves. */
sealed interface Stage permits NodeStage, ChainStage, ParallelStage, ZipStage {
  /**
   * Where the values of one connection enter.
   *
   * @param connection its place among those that lead here; the input of the run is the first
   */
  Inlet inlet(int connection);

  /** Ends its input. */
  void end();

  /** What was done, by node. */
  List<RunSummary.StageSummary> summaries();
}
