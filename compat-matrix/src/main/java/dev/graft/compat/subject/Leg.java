package dev.graft.compat.subject;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Step;
import dev.graft.runtime.backend.KeyedState;
import java.util.List;
import java.util.Optional;

/**
 * A part of the steps of a case, played on an instance of its own.
 *
 * @param from the first step
 * @param to the step after the last
 * @param given the state that the instance begins with, if not its own
 * @param handsOver whether its state is taken at the end
 */
public record Leg(int from, int to, Optional<List<KeyedState>> given, boolean handsOver) {
  /** All steps. */
  public static Leg whole(Case played) {
    return new Leg(0, played.steps().size(), Optional.empty(), false);
  }

  /** What comes before a step; the state is taken then. */
  public static Leg before(int cut) {
    return new Leg(0, cut, Optional.empty(), true);
  }

  /** What comes from a step on, with a state. */
  public static Leg after(Case played, int cut, List<KeyedState> state) {
    return new Leg(cut, played.steps().size(), Optional.of(List.copyOf(state)), false);
  }

  /** What comes from a step on, as if nothing had come before. */
  public static Leg forgetful(Case played, int cut) {
    return new Leg(cut, played.steps().size(), Optional.empty(), false);
  }

  /** How many items come before it. */
  long itemsBefore(Case played) {
    return played.steps().subList(0, from).stream()
        .mapToLong(step -> step instanceof Step.In in ? in.values().size() : 0)
        .sum();
  }
}
