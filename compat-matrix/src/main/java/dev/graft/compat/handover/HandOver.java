package dev.graft.compat.handover;

import dev.graft.runtime.backend.BackendId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of moving a node's state in the middle of a stream. */
public sealed interface HandOver {
  /** The node has no state. */
  record Stateless() implements HandOver {}

  /**
   * The node has state and nothing moved it. Never a pass.
   *
   * @param reason why, a sentence without a full stop
   */
  record NotTried(String reason) implements HandOver {}

  /**
   * State was moved.
   *
   * @param pairs every backend to every backend
   */
  record Tried(List<HandOverPair> pairs) implements HandOver {
    public Tried {
      pairs = List.copyOf(pairs);
    }
  }

  /** All results. */
  default Stream<HandOverResult> results() {
    return switch (this) {
      case Stateless _, NotTried _ -> Stream.empty();
      case Tried tried -> tried.pairs().stream().flatMap(pair -> pair.results().stream());
    };
  }

  /** The pair that answers whether a node can move so. */
  default Optional<HandOverPair> pair(BackendId from, BackendId to) {
    return switch (this) {
      case Stateless _, NotTried _ -> Optional.empty();
      case Tried tried ->
          tried.pairs().stream().filter(pair -> pair.from() == from && pair.to() == to).findFirst();
    };
  }
}
