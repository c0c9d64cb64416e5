package dev.graft.runtime.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a running pipeline: one node, or several that pass values on among themselves. */
sealed interface Stage permits NodeStage, ChainStage {
  /** Takes one value, and says whether more is wanted. */
  boolean take(@Nullable Object value);

  /** Ends its input. */
  void end();

  /** Closes its nodes, the last one first. */
  void close();

  /** What was done, by node. */
  List<RunSummary.StageSummary> summaries();
}
