package dev.graft.testkit;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.graft.compat.corpus.Level;
import dev.graft.compat.generate.CaseGenerator;
import dev.graft.compat.limits.LimitationState;
import dev.graft.compat.report.BackendColumn;
import dev.graft.compat.report.CaseText;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.Coverage;
import dev.graft.compat.report.NodeRow;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Observed;
import dev.graft.runtime.backend.BackendId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;

/** The results of a run as tests. */
final class MatrixTests {
  private final CompatReport report;
  private final Set<BackendId> required;
  private final RepeatCommand command;

  MatrixTests(CompatReport report, Set<BackendId> required, RepeatCommand command) {
    this.report = report;
    this.required = required;
    this.command = command;
  }

  /** One test that says why there are no others. */
  static Stream<DynamicNode> nothing(String reason) {
    return Stream.of(named("no node", () -> abort(reason)));
  }

  Stream<DynamicNode> all() {
    return Stream.of(
            Stream.<DynamicNode>of(
                dynamicContainer("backends", report.backends().stream().map(this::backend))),
            report.nodes().stream().map(this::node),
            report.limitations().stream()
                .filter(LimitationState::mustBeEdited)
                .map(MatrixTests::limitation))
        .flatMap(tests -> tests);
  }

  private DynamicNode node(NodeRow node) {
    Stream<DynamicTest> cases =
        node.outcomes().stream()
            .flatMap(
                outcome ->
                    outcome.results().values().stream()
                        .filter(result -> !isAlone(outcome, result))
                        .map(result -> oneCase(outcome, result)));
    long alone =
        node.outcomes().stream()
            .flatMap(
                outcome ->
                    outcome.results().values().stream().filter(result -> isAlone(outcome, result)))
            .count();
    Stream<DynamicTest> unjudged =
        alone == 0 ? Stream.empty() : Stream.of(unjudged(node.id(), alone));
    return dynamicContainer(
        node.id(),
        Stream.of(cases, unjudged, Stream.of(named("coverage of " + node.id(), () -> cover(node))))
            .flatMap(tests -> tests));
  }

  private static DynamicTest unjudged(String node, long count) {
    return named(
        "made-up cases of " + node,
        () ->
            abort(
                "not judged: %d made-up cases; %s has no twin to judge them by"
                    .formatted(count, node)));
  }

  /**
   * Made up, for a node without a twin: nothing can judge what it does. Twenty tests that are
   * skipped for each new node say nothing and look like a fault.
   */
  private static boolean isAlone(CaseOutcome outcome, CaseResult result) {
    return outcome.tried().origin().equals(CaseGenerator.ORIGIN)
        && outcome.results().size() == 1
        && result.verdict().observed() == Observed.NOT_RUN
        && result.trace().complete();
  }

  private DynamicTest oneCase(CaseOutcome outcome, CaseResult result) {
    return named(outcome.tried().key() + " on " + result.backend(), () -> check(outcome, result));
  }

  private void check(CaseOutcome outcome, CaseResult result) {
    Observed observed = result.verdict().observed();
    if (result.overlay().isExplained()) {
      abort("known limitation " + result.limitation().orElse("") + ": " + told(outcome, result));
    } else if (result.unexpected() && outcome.tried().level() != Level.REQUIRED) {
      abort(outcome.tried().level().text() + " only: " + told(outcome, result));
    } else if (result.unexpected() || lacks(result.backend())) {
      throw new AssertionFailedError(told(outcome, result));
    } else if (observed != Observed.PASS) {
      abort(observed + ": " + result.verdict().reason());
    }
  }

  private boolean lacks(BackendId backend) {
    return required.contains(backend)
        && report.backends().stream().anyMatch(each -> each.id() == backend && !each.available());
  }

  private String told(CaseOutcome outcome, CaseResult result) {
    return CaseText.of(outcome, result) + "\nto repeat: " + command.of(outcome.tried());
  }

  private DynamicTest backend(BackendColumn backend) {
    return named(
        backend.id() + " is there",
        () -> {
          if (!backend.available()) {
            String reason = backend.id() + " is not there: " + backend.implementation();
            if (required.contains(backend.id())) {
              throw new AssertionFailedError(reason);
            }
            abort(reason);
          }
        });
  }

  private void cover(NodeRow node) {
    if (RepeatCommand.CASE.given().isPresent()) {
      abort("only some cases were run");
    }
    Coverage.advice(node)
        .ifPresent(
            advice -> {
              throw new AssertionFailedError(
                  advice + "\nUntil then withNodes(…) or -Dgraft.node=… tries the others alone.");
            });
  }

  private static DynamicTest limitation(LimitationState state) {
    return named(
        "known limitation " + state.limitation().id(),
        () -> {
          throw new AssertionFailedError(
              "%s is %s; edit the file of known limitations"
                  .formatted(state.limitation().id(), state.status()));
        });
  }

  /**
   * A test with a source of its own: Surefire calls those without one by their place, as in {@code
   * matrix()[2][24]}. It shows no container either, so a name must do without.
   */
  private static DynamicTest named(String name, Executable test) {
    return dynamicTest(
        name, URI.create("graft:" + URLEncoder.encode(name, StandardCharsets.UTF_8)), test);
  }
}
