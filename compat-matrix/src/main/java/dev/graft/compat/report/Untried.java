package dev.graft.compat.report;

import dev.graft.compat.corpus.Step;
import dev.graft.compat.generate.CaseGenerator;
import dev.graft.compat.subject.Event;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.descriptor.NodeContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What no case shows that somebody wrote: parameters, ports, and errors. Made-up cases find errors
 * but pin nothing; an error that only they provoke is one that nobody has decided on.
 */
final class Untried {
  private Untried() {}

  /** What is missing, one sentence each. */
  static List<String> of(NodeRow node) {
    List<String> missing = new ArrayList<>();
    node.untriedParams().forEach(name -> missing.add("No case gives the parameter " + name + "."));
    NodeContract contract = node.entry().contract();
    if (!contract.inputs().isEmpty() && byHand(node).noneMatch(Untried::takes)) {
      missing.add("No case gives an item.");
    }
    if (!contract.outputs().isEmpty()
        && events(byHand(node)).noneMatch(event -> event instanceof Event.Out)) {
      missing.add("No case shows an output.");
    }
    Set<String> pinned = errors(byHand(node));
    for (String error : errors(node.outcomes().stream())) {
      if (!pinned.contains(error)) {
        missing.add("Only made-up cases show the error " + error + ".");
      }
    }
    return missing;
  }

  private static Stream<CaseOutcome> byHand(NodeRow node) {
    return node.outcomes().stream()
        .filter(outcome -> !outcome.tried().origin().equals(CaseGenerator.ORIGIN));
  }

  private static boolean takes(CaseOutcome outcome) {
    return outcome.tried().steps().stream().anyMatch(step -> step instanceof Step.In);
  }

  private static Stream<Event> events(Stream<CaseOutcome> outcomes) {
    return outcomes
        .flatMap(outcome -> outcome.results().values().stream())
        .flatMap(result -> result.trace().events().stream());
  }

  private static Set<String> errors(Stream<CaseOutcome> outcomes) {
    Set<String> errors = new TreeSet<>();
    events(outcomes)
        .filter(Event.Failed.class::isInstance)
        .map(Event.Failed.class::cast)
        .map(failed -> failed.failure().kind().text() + " in " + failed.failure().phase().text())
        .forEach(errors::add);
    return errors;
  }
}
