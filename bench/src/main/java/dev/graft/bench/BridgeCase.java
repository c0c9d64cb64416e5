package dev.graft.bench;

import dev.graft.bench.BenchCase.Kind;
import dev.graft.bench.BenchCase.Step;
import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One value on one way.
 *
 * @param value what crosses
 * @param way where to
 */
record BridgeCase(BridgeValue value, Way way) {
  /** Where a value goes. */
  enum Way {
    /** A node takes it and emits nothing. */
    IN,
    /** A node gives the one that it holds. */
    OUT,
    /** A node emits what it takes. */
    THROUGH;

    @Override
    public String toString() {
      return switch (this) {
        case IN -> "in";
        case OUT -> "out";
        case THROUGH -> "in and out";
      };
    }
  }

  /** A call that nothing crosses with. Measured like the others: it is their fixed cost. */
  static BridgeCase nothing() {
    return new BridgeCase(BridgeValue.nothing(), Way.IN);
  }

  /**
   * Arrays: one of them on all ways and, where large ones cross by reference, other sizes as well.
   */
  static List<BridgeCase> arrays(BackendId backend) {
    Set<BridgeCase> cases = new LinkedHashSet<>();
    for (Way way : Way.values()) {
      cases.add(new BridgeCase(BridgeValue.array(), way));
    }
    if (backend == BackendId.CPYTHON) {
      for (BridgeValue array : BridgeValue.arrays()) {
        cases.add(new BridgeCase(array, Way.IN));
        cases.add(new BridgeCase(array, Way.OUT));
      }
    }
    return List.copyOf(cases);
  }

  /** All cases of a backend; the call alone is the first. */
  static List<BridgeCase> of(BackendId backend) {
    List<BridgeCase> cases = new ArrayList<>();
    cases.add(nothing());
    for (BridgeValue value : BridgeValue.all()) {
      for (Way way : Way.values()) {
        cases.add(new BridgeCase(value, way));
      }
    }
    return cases;
  }

  String id() {
    return value.id() + "-" + way.name().toLowerCase(Locale.ROOT);
  }

  /** The same as the other benchmarks have it. */
  BenchCase benchCase() {
    Step step =
        switch (way) {
          case IN -> new Step("bridge-take", Map.of());
          case OUT -> new Step("bridge-give", Map.of("value", value.id()));
          case THROUGH -> new Step("bridge-echo", Map.of());
        };
    return new BenchCase(
        id(),
        "bridge",
        value.title() + ", " + way,
        Kind.CALL,
        List.of(step),
        way == Way.OUT ? null : value.value(),
        call -> way == Way.IN ? List.of() : Collections.singletonList(value.value()),
        0);
  }
}
