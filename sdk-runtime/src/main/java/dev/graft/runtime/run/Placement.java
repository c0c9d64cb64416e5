package dev.graft.runtime.run;

import dev.graft.node.NodeContext;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.permission.Permission;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.recovery.Berth;
import dev.graft.runtime.recovery.RecoveringNode;
import dev.graft.runtime.shadow.ShadowSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens the nodes of one run where they can run. A backend that the manifest insists on is honoured
 * or refused; among preferred ones the next is tried if one cannot host the node, and every such
 * step is an event. A node's own error is never a reason to go elsewhere.
 */
final class Placement {
  private final GraftRuntime runtime;
  private final RunState state;
  private final Sessions sessions;
  private final Shades shades;
  private final boolean measured;

  /**
   * For one run.
   *
   * @param measured whether somebody will ask how long the nodes' own code ran
   */
  Placement(GraftRuntime runtime, RunState state, boolean measured) {
    this.measured = measured;
    this.runtime = runtime;
    this.state = state;
    this.sessions = new Sessions(runtime);
    this.shades = new Shades(runtime, state);
  }

  OpenStage open(StagePlan stage, NodeContext context) throws RunFailedException {
    List<String> reasons = new ArrayList<>();
    boolean sandboxRefused = false;
    for (StagePlan.Candidate candidate : stage.candidates()) {
      if (sandboxRefused && candidate.backend() == BackendId.CPYTHON && !mayLeaveSandbox(stage)) {
        reasons.add(
            "cpython: would run outside the sandbox, where no permission is enforced; allow it with \"permissions\": [\"native\"],"
                + " or ask for it with \"backend\": \"cpython\"");
        continue;
      }
      try {
        OpenStage open = open(stage, candidate, context);
        state.placed(stage, open.node().servedBy());
        return open;
      } catch (NodeFailureException e) {
        throw new RunFailedException(e.failure(), e);
      } catch (HostingRefusedException e) {
        sandboxRefused |= candidate.backend() == BackendId.GRAALPY;
        reasons.add(candidate.backend() + ": " + e.reason());
        state.event(new RunEvent.FellBack(stage.nodeId(), candidate.backend(), e.reason()));
      }
    }
    throw new RunFailedException(
        "node \"%s\" can run on no backend:\n  %s"
            .formatted(stage.nodeId(), String.join("\n  ", reasons)),
        null);
  }

  private OpenStage open(StagePlan stage, StagePlan.Candidate candidate, NodeContext context)
      throws NodeFailureException, HostingRefusedException {
    Backend backend = runtime.backend(candidate.backend());
    Optional<StagePlan.Candidate> further = refuge(stage, candidate);
    if (further.isPresent()) {
      Optional<String> known = runtime.refusals().reason(backend, candidate.node());
      if (known.isPresent()) {
        throw new HostingRefusedException(
            candidate.backend(), "an earlier run found out: " + known.orElseThrow());
      }
    }
    Recoveries recoveries =
        new Recoveries(
            stage.nodeId(),
            state::event,
            reason -> runtime.refusals().add(backend, candidate.node(), reason));
    BackendSession session = sessions.of(candidate.backend(), opening(stage, candidate, context));
    boolean apart = stage.isApart(candidate);
    HostedNode node;
    if (candidate.backend() == BackendId.CPYTHON || further.isPresent()) {
      List<Berth> berths = new ArrayList<>();
      berths.add(berth(stage, candidate, context));
      further.ifPresent(other -> berths.add(berth(stage, other, context)));
      node =
          RecoveringNode.open(
              stage.nodeId(),
              candidate.node().descriptor(),
              berths,
              recoveries,
              state::isCancelled);
    } else {
      node = session.open(opening(stage, candidate, context));
    }
    return new OpenStage(stage, session, shades.of(stage, node), apart, recoveries);
  }

  /** What the shadows of the run found so far. */
  List<ShadowSummary> shadows() {
    return shades.summaries();
  }

  private Berth berth(StagePlan stage, StagePlan.Candidate candidate, NodeContext context) {
    return new SessionBerth(candidate.backend(), sessions, opening(stage, candidate, context));
  }

  private NodeOpening opening(StagePlan stage, StagePlan.Candidate candidate, NodeContext context) {
    return new NodeOpening(
        stage.nodeId(),
        candidate.node(),
        candidate.params(),
        stage.grants(),
        context,
        stage.deadline(),
        stage.isApart(candidate),
        stage.limits(),
        candidate.backend() == BackendId.CPYTHON ? stage.environment() : Optional.empty(),
        stage.streaming(),
        (text, details) -> state.event(new RunEvent.Warned(stage.nodeId(), text, details)),
        measured);
  }

  /** Where a node can go that turns out to be unable to run in the sandbox, if it may leave it. */
  private static Optional<StagePlan.Candidate> refuge(
      StagePlan stage, StagePlan.Candidate candidate) {
    if (candidate.backend() != BackendId.GRAALPY || !mayLeaveSandbox(stage)) {
      return Optional.empty();
    }
    List<StagePlan.Candidate> all = stage.candidates();
    return all.subList(all.indexOf(candidate) + 1, all.size()).stream()
        .filter(other -> other.backend() == BackendId.CPYTHON)
        .findFirst();
  }

  /** Stops what is running. Called by another thread, between opening and closing. */
  void cancel() {
    sessions.cancel();
  }

  private static boolean mayLeaveSandbox(StagePlan stage) {
    return stage.grants().has(Permission.Native.class);
  }

  void close() {
    sessions.close();
  }
}
