package dev.graft.processor;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.params.InvalidParamsException;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeInstance;
import dev.graft.value.Bytes;
import dev.graft.value.Complex;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.FrozenSet;
import dev.graft.value.NdArray;
import dev.graft.value.Time;
import dev.graft.value.Tuple;
import dev.graft.value.TypeCheck;
import dev.graft.value.ValueException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Generated codecs of the types that are more than a plain record: round trips and refusals. */
final class DeclaredTypesTest {
  private static final UUID ID = new UUID(1, 2);
  private static final DateTime EPOCH = DateTime.of(Instant.EPOCH);

  private static final NodeFactory LEDGER =
      CompiledFactories.load("scalars", "audio.LedgerNodeFactory");
  private static final NodeFactory ROUTE = CompiledFactories.load("tuple", "geo.RouteNodeFactory");
  private static final NodeFactory DRAW = CompiledFactories.load("union", "geo.DrawNodeFactory");
  private static final NodeFactory PAIRS =
      CompiledFactories.load("generic", "flow.PairsNodeFactory");

  private static final Map<String, Object> LEDGER_PARAMS =
      Map.of("length", Duration.ofSeconds(1), "skipped", Set.of(1L, BigInteger.TEN.pow(30)));

  private static final Map<String, Object> NONE = Map.of();

  private static Map<String, @Nullable Object> entry() {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("raw", Bytes.copyOf(new byte[] {0, -1}));
    entry.put("price", Decimal.parse("1.10"));
    entry.put("exact_price", Decimal.parse("-0"));
    entry.put("phase", new Complex(0.0, -0.0));
    entry.put("day", LocalDate.of(2024, 2, 29));
    entry.put("time", Time.parse("12:30:00.000001"));
    entry.put("moment", EPOCH);
    entry.put("length", Duration.ofMillis(-1));
    entry.put("id", ID);
    entry.put("samples", NdArray.of(new double[] {1, 2}));
    entry.put("due", null);
    return entry;
  }

  @Test
  void everyScalarComesBackAsItWas() {
    assertThat(echo(LEDGER, LEDGER_PARAMS, entry())).isEqualTo(entry());
    Map<String, @Nullable Object> due = entry();
    due.put("due", EPOCH);
    assertThat(echo(LEDGER, LEDGER_PARAMS, due)).isEqualTo(due);
  }

  @Test
  void everyScalarIsRefusedWhereAnotherOneIsDeclared() {
    for (String key : entry().keySet()) {
      Map<String, @Nullable Object> wrong = entry();
      wrong.put(key, "x");
      assertThat(refusal(LEDGER, LEDGER_PARAMS, wrong)).startsWith("in." + key + ": expected ");
      assertThrows(
          ValueException.class,
          () -> TypeCheck.check(LEDGER.descriptor().contract().inputs().get(0).type(), wrong));
    }
    Map<String, @Nullable Object> price = entry();
    price.put("price", Decimal.parse("NaN"));
    assertThat(refusal(LEDGER, LEDGER_PARAMS, price))
        .isEqualTo("in.price: BigDecimal cannot hold the decimal NaN");
  }

  @Test
  void parametersMayBeSetsAndTimes() {
    InvalidParamsException thrown =
        assertThrows(
            InvalidParamsException.class,
            () -> LEDGER.create(Map.of("length", 1L, "skipped", FrozenSet.copyOf(List.of()))));
    assertThat(thrown).hasMessageThat().contains("params.length: expected timedelta, got int 1");
    assertThat(thrown)
        .hasMessageThat()
        .contains("params.skipped: expected set[int], got frozenset");
  }

  @Test
  void setsAndKeysOfEveryScalarAreSavedAndRestored() {
    try (NodeInstance node = LEDGER.create(LEDGER_PARAMS)) {
      Map<String, @Nullable Object> state = new LinkedHashMap<>(node.snapshot());
      state.put("digest", Bytes.copyOf(new byte[] {1}));
      state.put("anything", Set.of(1L, "1", Tuple.of()));
      state.put("names", new LinkedHashSet<>(List.of("b", "a")));
      state.put("rates", Set.of(0.5, Double.NaN));
      state.put("by_price", Map.of(Decimal.parse("1.10"), EPOCH));
      state.put("by_day", Map.of(LocalDate.EPOCH, Set.of(ID)));
      state.put("rest", Map.of(ID, List.of()));
      node.restore(state);
      assertThat(node.snapshot()).isEqualTo(state);

      assertThat(restoring(node, state, "names", Set.of(1L)))
          .isEqualTo("state.names[0]: expected str, got int 1");
      assertThat(restoring(node, state, "names", List.of("a")))
          .isEqualTo("state.names: expected set[str], got list of 1");
      assertThat(restoring(node, state, "by_day", Map.of(LocalDate.EPOCH, Set.of("x"))))
          .isEqualTo("state.by_day[1970-01-01][0]: expected uuid, got str \"x\"");
    }
  }

  @Test
  void whatIsOneKeyInPythonIsRefusedOnTheWayOut() {
    try (NodeInstance node = LEDGER.create(LEDGER_PARAMS)) {
      Map<String, @Nullable Object> state = new LinkedHashMap<>(node.snapshot());
      state.put("rates", new LinkedHashSet<>(List.of(0.0, -0.0)));
      node.restore(state);
      assertThat(saving(node)).matches("state\\.rates\\[1]: .* are one key.*");
      state.put("rates", Set.of());
      state.put("by_price", twoPrices());
      node.restore(state);
      assertThat(saving(node)).matches("state\\.by_price\\[1\\.10]: .* are one key.*");
      state.put("by_price", Map.of());
      state.put("rest", Map.of(List.of(), 1L));
      node.restore(state);
      assertThat(saving(node)).isEqualTo("state.rest[[]]: a list cannot be a key; use a tuple");
    }
  }

  private static Map<Object, Object> twoPrices() {
    Map<Object, Object> prices = new LinkedHashMap<>();
    prices.put(Decimal.parse("1.1"), EPOCH);
    prices.put(Decimal.parse("1.10"), EPOCH);
    return prices;
  }

  @Test
  void tuplesAreRecords() {
    Tuple item = Tuple.of("a", List.of(Tuple.of(0.5, -0.0)), Tuple.of(), null);
    assertThat(echo(ROUTE, NONE, item)).isEqualTo(item);
    String type = "tuple[str, list[tuple[float, float]], tuple[], any]";
    assertThat(refusal(ROUTE, NONE, Tuple.of("a")))
        .isEqualTo("in: expected " + type + ", got tuple of 1");
    assertThat(refusal(ROUTE, NONE, List.of()))
        .isEqualTo("in: expected " + type + ", got list of 0");
    assertThat(refusal(ROUTE, NONE, Tuple.of("a", List.of(Tuple.of(0.5, 1L)), Tuple.of(), null)))
        .isEqualTo("in[1][0][1]: expected float, got int 1");
  }

  @Test
  void aNullIsRefusedWhereNoNoneIsDeclared() {
    assertThat(refusal(ROUTE, NONE, Tuple.of("a", List.of(), Tuple.of(), null)))
        .isEqualTo("out[0]: expected str, got none");
  }

  @Test
  void aNullIsRefusedInThePlaceOfAnOptional() {
    String fact = ": expected an Optional, got null; write Optional.empty() for none";
    Map<String, Object> line = Map.of("type", "line", "length", -1L);
    assertThat(refusal(DRAW, NONE, line)).isEqualTo("out.label" + fact);
    try (NodeInstance node = DRAW.create(NONE)) {
      assertThrows(ValueException.class, () -> node.process(line, it -> true));
      assertThat(saving(node)).isEqualTo("state.last" + fact);
    }
  }

  @Test
  void tuplesMayBeKeys() {
    try (NodeInstance node = ROUTE.create(NONE)) {
      Map<String, Object> state = new HashMap<>();
      state.put("visits", Map.of(Tuple.of(0.5, 1.5), 3L));
      state.put(
          "stops",
          Map.of(
              Tuple.of(1L, "a"),
              Set.of(Tuple.of("start", null), Tuple.of("end", Tuple.of(2L, "b")))));
      node.restore(state);
      assertThat(node.snapshot()).isEqualTo(state);
      state.put("visits", Map.of(Tuple.of(0.0, 1.0), 3L, Tuple.of(-0.0, 1.0), 4L));
      node.restore(state);
      assertThat(saving(node)).contains("are one key");
    }
  }

  @Test
  void unionsAreToldApartByTheirTag() {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("type", "line");
    line.put("length", 3L);
    line.put("label", null);
    Map<String, Object> group =
        Map.of("type", "group", "parts", List.of(line, Map.of("type", "unit_square")));
    for (Map<String, ?> shape : Arrays.asList(Map.of("type", "circle", "radius", 0.5), group)) {
      assertThat(echo(DRAW, NONE, shape)).isEqualTo(shape);
    }
    assertThat(echo(DRAW, NONE, Map.of("type", "line", "length", 3L))).isEqualTo(line);
  }

  @Test
  void badUnionsAreExplained() {
    String tags = "expected one of circle, unit_square, line, group";
    assertThat(refusal(DRAW, NONE, Map.of("radius", 0.5))).isEqualTo("in.type: missing, " + tags);
    assertThat(refusal(DRAW, NONE, Map.of("type", 1L)))
        .isEqualTo("in.type: " + tags + ", got int 1");
    assertThat(refusal(DRAW, NONE, Map.of("type", "blob")))
        .isEqualTo("in.type: " + tags + ", got str \"blob\"");
    assertThat(refusal(DRAW, NONE, Map.of("type", "cirlce")))
        .isEqualTo("in.type: " + tags + " (did you mean \"circle\"?), got str \"cirlce\"");
    assertThat(refusal(DRAW, NONE, Map.of("type", "circle", "side", 0.5)))
        .isEqualTo("in.side: unknown key; known are type, radius");
    assertThat(refusal(DRAW, NONE, Map.of("type", "circle")))
        .isEqualTo("in.radius: missing, expected float");
    assertThat(refusal(DRAW, NONE, 1L)).startsWith("in: expected dict {type: \"circle\", ");
    assertThat(
            refusal(
                DRAW, NONE, Map.of("type", "group", "parts", List.of(Map.of("type", "circle")))))
        .isEqualTo("in.parts[0].type: expected one of unit_square, line, got str \"circle\"");
  }

  @Test
  void parametersMayBeUnions() {
    Map<String, Object> ink = Map.of("pen", Map.of("type", "ink"));
    Map<String, Object> circle = Map.of("type", "circle", "radius", 0.5);
    assertThat(echo(DRAW, ink, circle)).isEqualTo(circle);
    InvalidParamsException thrown =
        assertThrows(
            InvalidParamsException.class,
            () -> DRAW.create(Map.of("pen", Map.of("type", "ink", "width", 2L))));
    assertThat(thrown).hasMessageThat().contains("params.pen.width: unknown key");
  }

  @Test
  void aRecordOutsideOfItsUnionHasNoTag() {
    try (NodeInstance node = DRAW.create(NONE)) {
      Map<String, @Nullable Object> state = new LinkedHashMap<>(node.snapshot());
      state.put("last", Map.of("radius", 2.0));
      state.put("shapes", List.of(Map.of("type", "circle", "radius", 1.0)));
      node.restore(state);
      assertThat(node.snapshot()).isEqualTo(state);
      assertThat(restoring(node, state, "last", Map.of("type", "circle", "radius", 2.0)))
          .isEqualTo("state.last.type: unknown key; known are radius");
    }
  }

  @Test
  void genericRecordsHaveTheTypesTheyAreUsedWith() {
    assertThat(echo(PAIRS, NONE, Map.of("first", "a", "second", 1L)))
        .isEqualTo(Map.of("first", Map.of("first", 1L, "second", "a"), "second", List.of(0.5)));
    assertThat(refusal(PAIRS, NONE, Map.of("first", 1L, "second", 1L)))
        .isEqualTo("in.first: expected str, got int 1");
    try (NodeInstance node = PAIRS.create(NONE)) {
      Map<String, Object> pair = Map.of("first", 1L, "second", List.of("a"));
      Map<String, Object> state = new HashMap<>();
      state.put("seen", Map.of(Tuple.of(7L, "k"), Map.of("first", "a", "second", 1L)));
      state.put("deeply_nested_pairs", Map.of(1L, Arrays.asList(null, pair)));
      node.restore(state);
      assertThat(node.snapshot()).isEqualTo(state);
    }
  }

  private static @Nullable Object echo(
      NodeFactory factory, Map<String, Object> params, Object item) {
    List<@Nullable Object> out = new ArrayList<>();
    try (NodeInstance node = factory.create(params)) {
      node.process(item, out::add);
    }
    assertThat(out).hasSize(1);
    return out.get(0);
  }

  private static String refusal(NodeFactory factory, Map<String, Object> params, Object item) {
    try (NodeInstance node = factory.create(params)) {
      ValueException thrown =
          assertThrows(ValueException.class, () -> node.process(item, it -> true));
      assertThat(List.of(ErrorKind.TYPE, ErrorKind.INVALID, ErrorKind.RANGE))
          .contains(thrown.kind());
      return String.valueOf(thrown.getMessage());
    }
  }

  private static String restoring(
      NodeInstance node, Map<String, @Nullable Object> state, String field, Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(state);
    changed.put(field, value);
    return String.valueOf(
        assertThrows(ValueException.class, () -> node.restore(changed)).getMessage());
  }

  private static String saving(NodeInstance node) {
    return String.valueOf(assertThrows(ValueException.class, node::snapshot).getMessage());
  }
}
