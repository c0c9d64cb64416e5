package dev.graft.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One node and three: what it costs that a value goes through two nodes more without leaving
 * Python.
 *
 * @param one a node alone
 * @param three with two more
 */
record ChainsCase(BenchCase one, BenchCase three) {
  private static final int NODES = 3;

  /** The published chain beside its last node, and values of several sizes that pass through. */
  static List<ChainsCase> all() {
    List<ChainsCase> cases = new ArrayList<>();
    BenchCase chain = BenchCases.of("chain");
    cases.add(
        new ChainsCase(
            like(chain, "format", List.of(chain.steps().getLast()), 20L), // what reaches it there
            chain));
    for (String value : List.of("int", "dict", "nested-dict", "large-list")) {
      BenchCase one = BenchCases.of(value);
      BenchCase.Step step = one.steps().getFirst();
      cases.add(
          new ChainsCase(
              one, like(one, value + "-3", Collections.nCopies(NODES, step), one.item())));
    }
    return cases;
  }

  /** The pipelines in the order in which they take turns. */
  static List<BenchCase> turns() {
    return all().stream().flatMap(each -> List.of(each.one(), each.three()).stream()).toList();
  }

  private static BenchCase like(
      BenchCase other, String id, List<BenchCase.Step> steps, @Nullable Object item) {
    return new BenchCase(
        id, other.group(), other.title(), BenchCase.Kind.CHAIN, steps, item, other.outputs(), 0);
  }
}
