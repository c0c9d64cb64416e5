package dev.graft.processor.read;

import dev.graft.processor.read.ReadType.Refusal;
import dev.graft.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a type is refused: everything that is wrong with it, in the order in which it was found. */
final class Refusals {
  private final List<Refusal> list = new ArrayList<>();

  /** Adds a reason; returns nothing, for a reader to return in place of the type. */
  <T> Optional<T> add(Problem problem, Object... facts) {
    list.add(new Refusal(problem, List.of(facts)));
    return Optional.empty();
  }

  /** All reasons. */
  List<Refusal> all() {
    return List.copyOf(list);
  }
}
