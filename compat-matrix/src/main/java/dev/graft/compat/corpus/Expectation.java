package dev.graft.compat.corpus;

import java.util.List;

/** What the contract pins for a case. */
public sealed interface Expectation {
  /**
   * Exactly this.
   *
   * @param events in order
   */
  record Exactly(List<Expected> events) implements Expectation {
    public Exactly {
      events = List.copyOf(events);
    }
  }

  /**
   * Any one of several traces, where the contract leaves a choice.
   *
   * @param alternatives each of them in order
   */
  record AnyOf(List<List<Expected>> alternatives) implements Expectation {
    public AnyOf {
      alternatives = alternatives.stream().map(List::copyOf).toList();
    }
  }
}
