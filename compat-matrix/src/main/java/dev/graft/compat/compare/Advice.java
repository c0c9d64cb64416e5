package dev.graft.compat.compare;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Step;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.Failure;
import dev.graft.compat.subject.ValueText;
import dev.graft.runtime.failure.Phase;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a difference means in its case. The class of a difference is the same wherever its cause
 * lies; what else was seen often tells more of it.
 */
public final class Advice {
  /** What a Python class promises that has no decorator. */
  private static final String UNDECLARED = "\"0\"";

  private static final String EMPTY = "[]";

  private final Difference difference;
  private final Case tried;
  private final List<Event> events;

  private Advice(Difference difference, Case tried, List<Event> events) {
    this.difference = difference;
    this.tried = tried;
    this.events = events;
  }

  /**
   * The explanation.
   *
   * @param difference what differs
   * @param tried in which case
   * @param events what was seen
   */
  public static Explanation of(Difference difference, Case tried, List<Event> events) {
    Advice advice = new Advice(difference, tried, events);
    if (difference.kind().startsWith("contract/")) {
      return advice.contract();
    } else if (difference.kind().startsWith("error/")) {
      return advice.error();
    } else if (advice.isStateForgotten()) {
      return new Explanation(
          "The node saved no state: is an @State missing?",
          "Put @State on every field that later items read; in Python, name it in state={…}.");
    }
    Explanation usual = Explanations.of(difference.kind());
    return advice.isRestored()
        ? new Explanation(
            usual.cause() + " Or a field is lost at the restore before it.",
            usual.fix() + " See that every field that later items read is in the state (@State).")
        : usual;
  }

  private Explanation contract() {
    if (difference.path().equals("contract.version") && difference.expected().equals(UNDECLARED)) {
      return new Explanation(
          "The Python class promises nothing: it has no decorator.",
          "Decorate the class with @graft.node(id=\"%s\", version=%s, …); docs/tutorial.md shows how."
              .formatted(tried.node(), difference.actual()));
    }
    return Explanations.of(difference.kind());
  }

  private Explanation error() {
    Optional<Failure> failure =
        events.stream()
            .filter(event -> event instanceof Event.Failed)
            .filter(event -> event.step() == difference.step())
            .map(event -> ((Event.Failed) event).failure())
            .findFirst();
    Explanation usual = Explanations.of(difference.kind());
    if (failure.isEmpty()) {
      return usual;
    } else if (failure.get().phase() == Phase.SNAPSHOT) {
      return new Explanation(
          "The state cannot be saved.",
          "Keep portable values in it, such as a list for a deque; docs/values.md has them all.");
    } else if (difference.kind().startsWith("error/raised")
        && failure.get().phase() == Phase.VALIDATE) {
      return new Explanation(
          "The node refuses the parameters of the case.",
          "Mend \"params\" of the case, or expect the error.");
    }
    return usual;
  }

  /** What a node does not save it cannot know again once it is restored. */
  private boolean isStateForgotten() {
    Optional<Event.State> saved =
        events.stream()
            .filter(event -> event instanceof Event.State)
            .map(event -> (Event.State) event)
            .filter(state -> state.step() <= difference.step())
            .reduce((_, last) -> last);
    if (saved.isEmpty() || !ValueText.of(saved.get().value()).equals(EMPTY)) {
      return false;
    }
    return difference.path().equals("state") || isRestored();
  }

  private boolean isRestored() {
    List<Step> steps = tried.steps();
    return IntStream.range(0, Math.min(steps.size(), difference.step() + 1))
        .anyMatch(i -> steps.get(i) instanceof Step.Restore);
  }
}
