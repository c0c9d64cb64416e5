package dev.graft.compat.subject;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Step;
import dev.graft.params.InvalidParamsException;
import dev.graft.params.ParamReader;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.NodeListener;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.backend.ValueCopy;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.permission.Grants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the time in which a fresh instance takes the items of a case, again and again. Outputs are
 * counted and dropped; the end of the input is no part of it, as a node ends once.
 */
public final class CaseTimer {
  private CaseTimer() {}

  /** How many items a case gives. */
  public static long items(Case timed) {
    return timed.steps().stream()
        .mapToLong(step -> step instanceof Step.In in ? in.values().size() : 0)
        .sum();
  }

  /**
   * One sample. Only the thread that owns the session may call it.
   *
   * @param passes how often all items of the case are given
   * @param own whether the node's own time is asked for, which costs some itself
   * @throws IllegalStateException if the case does not go well: only one that does can be timed
   */
  public static Timed time(
      Subject subject, BackendSession session, Case timed, int passes, boolean own) {
    List<List<Item>> batches = batches(timed);
    long begin = System.nanoTime();
    try {
      HostedNode node = session.open(opening(subject, timed, own));
      try {
        Optional<String> unproven = ServedByProof.missing(subject, node.servedBy());
        if (unproven.isPresent()) {
          throw new IllegalStateException(timed.key() + ": " + unproven.get());
        }
        pass(node, batches);
        long first = System.nanoTime() - begin;
        Optional<Duration> before = node.ownTime();
        long start = System.nanoTime();
        for (int i = 0; i < passes; i++) {
          pass(node, batches);
        }
        long nanos = System.nanoTime() - start;
        Optional<Duration> spent = before.flatMap(was -> node.ownTime().map(now -> now.minus(was)));
        return new Timed(passes * items(timed), nanos, spent, first);
      } finally {
        node.close();
      }
    } catch (NodeFailureException e) {
      throw new IllegalStateException(timed.key() + " failed: " + e.failure().headline(), e);
    } catch (HostingRefusedException | InvalidParamsException e) {
      throw new IllegalStateException(timed.key() + " could not be opened: " + e.getMessage(), e);
    }
  }

  private static NodeOpening opening(Subject subject, Case timed, boolean own)
      throws InvalidParamsException {
    return new NodeOpening(
        subject.id(),
        subject.node(),
        ParamReader.of(subject.node().descriptor(), timed.params()).finish(),
        Grants.of(Case.FOLDER, timed.permissions()),
        CaseContext.of(subject.id(), timed.env()),
        Optional.empty(),
        false,
        ResourceLimits.NONE,
        Optional.empty(),
        Optional.empty(),
        NodeListener.NONE,
        own);
  }

  private static void pass(HostedNode node, List<List<Item>> batches) throws NodeFailureException {
    for (List<Item> batch : batches) {
      node.process(batch, _ -> true);
    }
  }

  private static List<List<Item>> batches(Case timed) {
    List<List<Item>> batches = new ArrayList<>();
    long index = 0;
    for (Step step : timed.steps()) {
      if (step instanceof Step.In in) {
        List<Item> batch = new ArrayList<>();
        for (@Nullable Object value : in.values()) {
          batch.add(new Item(index++, in.key(), ValueCopy.of(value)));
        }
        batches.add(List.copyOf(batch));
      }
    }
    return batches;
  }
}
