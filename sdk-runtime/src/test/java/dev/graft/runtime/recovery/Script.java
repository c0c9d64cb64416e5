package dev.graft.runtime.recovery;

import dev.graft.node.ErrorKind;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.failure.NodeFailureException.Aftermath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What goes wrong in the nodes of one test, and what they were asked to do. */
final class Script {
  private final Map<String, Deque<Fault>> faults = new HashMap<>();
  private final List<Long> taken = new ArrayList<>();
  private final boolean stateless;
  private int opened;
  private int givenUp;
  private int saved;
  private int refusals;

  /** How a call fails. */
  record Fault(Aftermath aftermath, ErrorKind kind, String type) {
    static final Fault LOST = new Fault(Aftermath.HOST_LOST, ErrorKind.INTERNAL, "HostLost");
    static final Fault LATE_AND_LOST =
        new Fault(Aftermath.HOST_LOST, ErrorKind.TIMEOUT, "DeadlineExceeded");
    static final Fault LATE = new Fault(Aftermath.GOES_ON, ErrorKind.TIMEOUT, "DeadlineExceeded");
    static final Fault ERROR = new Fault(Aftermath.GOES_ON, ErrorKind.INVALID, "ValueError");
    static final Fault UNFIT =
        new Fault(Aftermath.UNFIT, ErrorKind.UNSUPPORTED, "ModuleNotFoundError");
  }

  Script(boolean stateless) {
    this.stateless = stateless;
  }

  /** The next times somebody comes to a place, these faults strike, one each. */
  Script at(String place, Fault... next) {
    faults.computeIfAbsent(place, p -> new ArrayDeque<>()).addAll(List.of(next));
    return this;
  }

  /** So many nodes cannot be opened, after the first one. */
  void refuse(int times) {
    refusals = times;
  }

  Optional<Fault> next(String place) {
    Deque<Fault> left = faults.get(place);
    return left == null ? Optional.empty() : Optional.ofNullable(left.poll());
  }

  Berth berth(BackendId backend) {
    return new Berth() {
      @Override
      public BackendId backend() {
        return backend;
      }

      @Override
      public HostedNode open() throws HostingRefusedException {
        if (opened > 0 && refusals > 0) {
          refusals--;
          throw new HostingRefusedException(backend, "no process can be started");
        }
        opened++;
        return new ScriptedNode(Script.this, backend);
      }

      @Override
      public void giveUp(HostedNode node) {
        givenUp++;
      }
    };
  }

  boolean stateless() {
    return stateless;
  }

  void taken(long index) {
    taken.add(index);
  }

  void saved() {
    saved++;
  }

  /** The items that nodes took, in order, repetitions included. */
  List<Long> taken() {
    return taken;
  }

  int opened() {
    return opened;
  }

  int givenUp() {
    return givenUp;
  }

  /** How often somebody asked for the state. */
  int saves() {
    return saved;
  }
}
