package dev.graft.bench;

import dev.graft.bench.BenchCase.Kind;
import dev.graft.bench.BenchCase.Step;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One value on one way.
 *
 * @param value what crosses
 * @param way where to
 */
record BridgeCase(BridgeValue value, Way way) {
  /** The ways of all values. */
  static final List<Way> EVERY_VALUE = List.of(Way.IN, Way.OUT, Way.THROUGH);

  /** The ways whose time is told by the size of an array. */
  static final List<Way> BY_SIZE = List.of(Way.IN, Way.OUT, Way.ORDINARY_OUT);

  /** Where a value goes. */
  enum Way {
    /** A node takes it and emits nothing. */
    IN,
    /** A node gives the one that it holds, which was made where it is best put. */
    OUT,
    /** The same with an array that NumPy made where it likes: it must be copied once. */
    ORDINARY_OUT,
    /** A node emits what it takes. */
    THROUGH;

    @Override
    public String toString() {
      return switch (this) {
        case IN -> "in";
        case OUT -> "out";
        case ORDINARY_OUT -> "out, made by NumPy alone";
        case THROUGH -> "in and out";
      };
    }
  }

  /** A call that nothing crosses with. Measured like the others: it is their fixed cost. */
  static BridgeCase nothing() {
    return new BridgeCase(BridgeValue.nothing(), Way.IN);
  }

  /** All cases of a kind of Python; the call alone is the first. */
  static List<BridgeCase> of(BridgeHost host) {
    if (host == BridgeHost.FEW_CASES) {
      return List.of(nothing(), largeList(), nestedDict());
    }
    Set<BridgeCase> cases = new LinkedHashSet<>();
    cases.add(nothing());
    for (BridgeValue value : BridgeValue.all()) {
      for (Way way : EVERY_VALUE) {
        cases.add(new BridgeCase(value, way));
      }
    }
    if (host == BridgeHost.WORKER) { // where large arrays cross by reference
      for (BridgeValue array : BridgeValue.arrays()) {
        cases.add(new BridgeCase(array, Way.IN));
        cases.add(new BridgeCase(array, Way.OUT));
        cases.add(new BridgeCase(array, Way.ORDINARY_OUT));
      }
    }
    return List.copyOf(cases);
  }

  /** A list in and out, which has a target. */
  static BridgeCase largeList() {
    return new BridgeCase(BridgeValue.of("list-100"), Way.THROUGH);
  }

  /** A nested dict out, which has a target. */
  static BridgeCase nestedDict() {
    return new BridgeCase(BridgeValue.of("nested-dict"), Way.OUT);
  }

  /** The same with an equal value in another place. */
  BridgeCase with(@Nullable Object placed) {
    return new BridgeCase(value.with(placed), way);
  }

  private boolean givesItsOwn() {
    return way == Way.OUT || way == Way.ORDINARY_OUT;
  }

  String id() {
    return value.id() + "-" + way.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same as the other benchmarks have it. */
  BenchCase benchCase() {
    Step step =
        switch (way) {
          case IN -> new Step("bridge-take", Map.of());
          case OUT -> new Step("bridge-give", Map.of("value", value.id()));
          case ORDINARY_OUT -> new Step("bridge-give", Map.of("value", "ordinary-" + value.id()));
          case THROUGH -> new Step("bridge-echo", Map.of());
        };
    return new BenchCase(
        id(),
        "bridge",
        value.title() + ", " + way,
        Kind.CALL,
        List.of(step),
        givesItsOwn() ? null : value.value(),
        call -> way == Way.IN ? List.of() : Collections.singletonList(value.value()),
        0);
  }
}
