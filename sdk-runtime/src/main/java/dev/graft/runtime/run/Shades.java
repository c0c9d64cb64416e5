package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.NodeListener;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.plan.ShadowPlan;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.shadow.Shadow;
import dev.graft.runtime.shadow.ShadowJudge;
import dev.graft.runtime.shadow.ShadowLimits;
import dev.graft.runtime.shadow.ShadowSummary;
import dev.graft.runtime.shadow.ShadowedNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gives the nodes of a run their shadows. A shadow has sessions of its own: it shares nothing. */
final class Shades {
  private final GraftRuntime runtime;
  private final RunState state;
  private final List<Shadow> shadows = new CopyOnWriteArrayList<>();

  Shades(GraftRuntime runtime, RunState state) {
    this.runtime = runtime;
    this.state = state;
  }

  /** The node, with its shadow if it is to have one. That there is none stops nobody. */
  HostedNode of(StagePlan stage, HostedNode node) {
    if (stage.shadow().isEmpty()) {
      return node;
    }
    Optional<ShadowJudge.Provider> judges = runtime.shadowJudges();
    if (judges.isEmpty()) {
      state.event(
          new RunEvent.Warned(
              stage.nodeId(),
              "has no shadow, because nobody is there who compares. Put the artifact graft-compat-matrix on the class path.",
              Optional.empty()));
      return node;
    }
    Sessions sessions = new Sessions(runtime);
    NodeOpening opening = opening(stage, stage.shadow().get());
    BackendId backend = stage.shadow().get().candidate().backend();
    Shadow shadow =
        new Shadow(
            stage,
            node.servedBy(),
            () -> sessions.of(backend, opening).open(opening),
            sessions::close,
            judges.get(),
            runtime.memory(),
            runtime.env(),
            ShadowLimits.DEFAULT);
    shadows.add(shadow);
    return new ShadowedNode(node, shadow, state::isCancelled);
  }

  /** What they found so far, in the order in which the nodes were opened. */
  List<ShadowSummary> summaries() {
    return shadows.stream().map(Shadow::summary).toList();
  }

  private static NodeOpening opening(StagePlan stage, ShadowPlan plan) {
    BackendId backend = plan.candidate().backend();
    return new NodeOpening(
        stage.nodeId(),
        plan.candidate().node(),
        plan.candidate().params(),
        stage.grants(),
        SystemContext.of(stage.nodeId()),
        backend == BackendId.JAVA ? Optional.empty() : Optional.of(plan.spec().timeout()),
        true,
        ResourceLimits.NONE,
        backend == BackendId.CPYTHON ? stage.environment() : Optional.empty(),
        stage.streaming(),
        NodeListener.NONE,
        false);
  }
}
