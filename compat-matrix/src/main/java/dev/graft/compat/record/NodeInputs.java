package dev.graft.compat.record;

import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.ItemSource;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.run.RunFailedException;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Runs what stands before a node of a pipeline, and keeps what the node would be given. Good for
 * one run; used by one thread.
 */
public final class NodeInputs {
  private final Stretches stretches;
  private final Closeable input;
  private @Nullable Pipeline pipeline;
  private volatile boolean enough;

  private NodeInputs(Stretches stretches, Closeable input) {
    this.stretches = stretches;
    this.input = input;
  }

  /**
   * The part of a plan that is run for a node, itself included.
   *
   * @param place of the node in the plan
   */
  public static PipelinePlan part(PipelinePlan plan, int place) {
    return TappedPlan.of(plan, place, new InputTap(item -> {}));
  }

  /**
   * Runs the nodes that stand before one, to the end of the input or until enough was seen.
   *
   * @param place of the node in the plan; it is no source
   * @param source the input of the pipeline
   * @param input what the source reads from, closed when no more is wanted
   * @param stretches gets what the node would be given
   * @throws RunFailedException if one of them failed; what came until then is kept
   */
  public static void collect(
      GraftRuntime runtime,
      PipelinePlan plan,
      int place,
      ItemSource source,
      Closeable input,
      Stretches stretches)
      throws RunFailedException {
    NodeInputs inputs = new NodeInputs(stretches, input);
    PipelinePlan part = TappedPlan.of(plan, place, new InputTap(inputs::take));
    try (Pipeline opened = runtime.open(part)) {
      inputs.pipeline = opened;
      opened.run(source, output -> {});
    } catch (RunFailedException e) {
      if (!inputs.enough) { // what is stopped in the middle may complain of it
        throw e;
      }
    } finally {
      stretches.end();
    }
  }

  private void take(@Nullable Object item) {
    if (enough || stretches.take(item)) {
      return;
    }
    enough = true;
    if (pipeline != null) {
      pipeline.cancel();
    }
    try {
      input.close(); // somebody may wait for what comes next
    } catch (IOException e) {
      // Nobody reads it any more.
    }
  }
}
