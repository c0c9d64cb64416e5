package dev.graft.runtime.run;

import dev.graft.node.NodeContext;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Hosting;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.permission.Permission;
import dev.graft.runtime.plan.StagePlan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Opens the nodes of one run where they can run. A backend that the manifest insists on is honoured
 * or refused; among preferred ones the next is tried if one cannot host the node, and every such
 * step is an event. A node's own error is never a reason to go elsewhere.
 */
final class Placement {
  private final GraftRuntime runtime;
  private final Consumer<RunEvent> events;
  private final Map<BackendId, BackendSession> sessions = new EnumMap<>(BackendId.class);

  Placement(GraftRuntime runtime, Consumer<RunEvent> events) {
    this.runtime = runtime;
    this.events = events;
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
        return open(stage, candidate, context);
      } catch (NodeFailureException e) {
        throw new RunFailedException(e.failure(), e);
      } catch (HostingRefusedException e) {
        sandboxRefused |= candidate.backend() == BackendId.GRAALPY;
        reasons.add(candidate.backend() + ": " + e.reason());
        events.accept(new RunEvent.FellBack(stage.nodeId(), candidate.backend(), e.reason()));
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
    if (backend.hosts(candidate.node()) instanceof Hosting.Refused refused) {
      throw new HostingRefusedException(candidate.backend(), refused.reason());
    }
    BackendSession session = sessions.get(candidate.backend());
    if (session == null) {
      session = backend.openSession();
      sessions.put(candidate.backend(), session);
    }
    boolean apart = stage.isApart(candidate);
    HostedNode node =
        session.open(
            new NodeOpening(
                stage.nodeId(),
                candidate.node(),
                candidate.params(),
                stage.grants(),
                context,
                stage.deadline(),
                apart,
                stage.limits()));
    return new OpenStage(stage, session, node, apart);
  }

  /** Stops what is running. Called by another thread, between opening and closing. */
  void cancel() {
    sessions.values().forEach(BackendSession::cancel);
  }

  private static boolean mayLeaveSandbox(StagePlan stage) {
    return stage.grants().has(Permission.Native.class);
  }

  void close() {
    sessions.values().forEach(BackendSession::close);
    sessions.clear();
  }
}
