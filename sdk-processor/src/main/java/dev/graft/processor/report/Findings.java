package dev.graft.processor.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/**
 * The findings of a round. Printed sorted by class; within a class in the order of the checks,
 * which does not depend on the compiler.
 */
public final class Findings {
  private final List<Finding> list = new ArrayList<>();
  private boolean everFound;

  /** Adds a problem of one class. */
  public void add(
      String owner, Position position, Problem problem, String subject, Object... facts) {
    list.add(new Finding(owner, position, problem.message(subject, facts), Diagnostic.Kind.ERROR));
    everFound = true;
  }

  /** Adds what may be wrong with one class. The node is built all the same. */
  public void warn(
      String owner, Position position, Problem problem, String subject, Object... facts) {
    list.add(
        new Finding(owner, position, problem.message(subject, facts), Diagnostic.Kind.WARNING));
  }

  /** Adds a problem of the compilation as a whole. */
  public void addGlobal(Problem problem, String subject, Object... facts) {
    list.add(new Finding("", null, problem.message(subject, facts), Diagnostic.Kind.ERROR));
    everFound = true;
  }

  /** How many problems there are in this round, warnings left out. */
  public long count() {
    return list.stream().filter(each -> each.kind() == Diagnostic.Kind.ERROR).count();
  }

  /** Whether anything was found in any round. */
  public boolean everFound() {
    return everFound;
  }

  /** Prints and forgets the findings of the round. */
  public void print(Messager messager) {
    Reporter reporter = new Reporter(messager);
    list.sort(Comparator.comparing(Finding::owner));
    list.forEach(reporter::print);
    list.clear();
  }
}
