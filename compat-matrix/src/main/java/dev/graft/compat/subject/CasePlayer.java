package dev.graft.compat.subject;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Step;
import dev.graft.node.ErrorKind;
import dev.graft.params.InvalidParamsException;
import dev.graft.params.ParamReader;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.permission.DeclaredNeeds;
import dev.graft.runtime.permission.Grants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays one case, or a part of it, on a fresh instance of the node. */
public final class CasePlayer {
  private final Subject subject;
  private final BackendSession session;
  private final Case played;
  private final Leg leg;
  private final CaseRecorder recorder;
  private List<KeyedState> taken = List.of();
  private Optional<ServedBy> servedBy = Optional.empty();
  private long index;

  private CasePlayer(Subject subject, BackendSession session, Case played, Leg leg) {
    this.subject = subject;
    this.session = session;
    this.played = played;
    this.leg = leg;
    this.recorder = new CaseRecorder(played.demand());
    this.index = leg.itemsBefore(played);
  }

  /** What happens. Only the thread that owns the session may call it. */
  @SuppressWarnings("CatchThrowable") // whatever a backend throws is a finding, not our failure
  public static Played play(Subject subject, BackendSession session, Case played, Leg leg) {
    CasePlayer player = new CasePlayer(subject, session, played, leg);
    long start = System.nanoTime();
    try {
      player.run();
      return player.ended(Trace.Ended.COMPLETE, "", start);
    } catch (Stopped e) {
      return player.ended(e.end, e.reason, start);
    } catch (Throwable e) {
      return player.ended(Trace.Ended.CRASH, e.toString(), start);
    }
  }

  private Played ended(Trace.Ended end, String reason, long start) {
    Trace trace = new Trace(end, reason, recorder.events(), servedBy, System.nanoTime() - start);
    return new Played(trace, leg.handsOver() ? taken : List.of());
  }

  private void run() throws Stopped {
    Optional<String> ungranted = ungranted();
    if (ungranted.isPresent()) {
      recorder.failed(Failure.ofGrants(ungranted.get()));
      return;
    }
    Map<String, @Nullable Object> params;
    try {
      params = ParamReader.of(subject.node().descriptor(), played.params()).finish();
    } catch (InvalidParamsException e) {
      recorder.failed(Failure.ofParams(e.violations()));
      return;
    }
    HostedNode node;
    try {
      node = open(params);
    } catch (NodeFailureException e) {
      failed(e);
      return;
    }
    try {
      recorder.step(leg.from());
      if (begin(node)) {
        for (int number = leg.from(); number < leg.to(); number++) {
          recorder.step(number);
          node = take(node, played.steps().get(number), params);
        }
        recorder.step(leg.to());
        if (leg.handsOver()) {
          node = take(node, new Step.Snapshot(), params);
        }
      }
    } finally {
      close(node);
    }
  }

  /** Whether it has the state that it shall begin with. */
  private boolean begin(HostedNode node) throws Stopped {
    try {
      if (leg.given().isPresent()) {
        node.restore(leg.given().get());
      }
      return true;
    } catch (NodeFailureException e) {
      failed(e);
      return false;
    }
  }

  /** The rule of manifests. A case asks for its backend by name, so it may run in a worker. */
  private Optional<String> ungranted() {
    return DeclaredNeeds.unmet(
        subject.id(),
        subject.node().descriptor().implementation(),
        played.permissions(),
        Case.FOLDER,
        subject.backend() == BackendId.CPYTHON);
  }

  private HostedNode open(Map<String, @Nullable Object> params)
      throws Stopped, NodeFailureException {
    HostedNode node;
    try {
      node =
          session.open(
              new NodeOpening(
                  subject.id(),
                  subject.node(),
                  params,
                  Grants.of(Case.FOLDER, played.permissions()),
                  CaseContext.of(subject.id(), played.env())));
    } catch (HostingRefusedException e) {
      throw new Stopped(Trace.Ended.UNSUPPORTED, e.reason());
    }
    ServedBy who = node.servedBy();
    servedBy = Optional.of(who);
    Optional<String> missing = ServedByProof.missing(subject, who);
    if (missing.isPresent()) {
      close(node);
      throw new Stopped(Trace.Ended.INFRA, missing.get());
    }
    return node;
  }

  private HostedNode take(HostedNode node, Step step, Map<String, @Nullable Object> params)
      throws Stopped {
    HostedNode current = node;
    try {
      switch (step) {
        case Step.In in -> current.process(items(in), recorder::output);
        case Step.End _ -> {
          current.flush(recorder::output);
          recorder.end();
        }
        case Step.Snapshot _ -> {
          taken = List.copyOf(current.snapshot());
          recorder.state(taken);
        }
        case Step.Restore restore -> {
          if (restore.fresh()) {
            HostedNode next = open(params);
            close(current);
            current = next;
          }
          current.restore(taken);
        }
      }
    } catch (NodeFailureException e) {
      failed(e);
      for (NodeFailureException other : e.others()) {
        failed(other);
      }
    }
    return current;
  }

  private List<Item> items(Step.In in) {
    List<Item> items = new ArrayList<>();
    for (Object value : in.values()) {
      items.add(new Item(index++, in.key(), recorder.input(value)));
    }
    return items;
  }

  private void close(HostedNode node) throws Stopped {
    try {
      node.close();
    } catch (NodeFailureException e) {
      failed(e);
    }
  }

  private void failed(NodeFailureException e) throws Stopped {
    if (e.failure().kind().equals(ErrorKind.INTERNAL)) {
      throw new Stopped(Trace.Ended.CRASH, e.failure().headline());
    }
    recorder.failed(Failure.of(e.failure()));
  }

  /** The case cannot go on, for a reason that is none of the node's. */
  private static final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;

    private final Trace.Ended end;
    private final String reason;

    Stopped(Trace.Ended end, String reason) {
      super(reason);
      this.end = end;
      this.reason = reason;
    }
  }
}
