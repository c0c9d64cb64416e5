package dev.graft.value;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.RecordOf;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.descriptor.ValueType.SetOf;
import dev.graft.descriptor.ValueType.UnionOf;
import dev.graft.node.ErrorKind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TypeCheckTest {
  private static final UnionOf SHAPE =
      new UnionOf(
          "type",
          List.of(
              new UnionOf.Variant(
                  "circle", new RecordOf(List.of(new RecordOf.Field("radius", Scalar.FLOAT)))),
              new UnionOf.Variant("empty_shape", new RecordOf(List.of()))));

  @Test
  void eachScalarTakesItsOwnValueAlone() {
    Map<Scalar, Object> values =
        Map.of(
            Scalar.COMPLEX, new Complex(1, -0.0),
            Scalar.DECIMAL, Decimal.parse("1.10"),
            Scalar.DATE, LocalDate.of(2024, 2, 29),
            Scalar.TIME, Time.of(LocalTime.NOON),
            Scalar.DATETIME, DateTime.of(LocalDateTime.of(2024, 2, 29, 12, 30)),
            Scalar.TIMEDELTA, Duration.ofSeconds(1),
            Scalar.UUID, new UUID(1, 2),
            Scalar.STR, "2024-02-29",
            Scalar.FLOAT, 1.5);
    values.forEach(
        (type, value) -> {
          TypeCheck.check(type, value);
          TypeCheck.check(Scalar.ANY, value);
          for (Scalar other : values.keySet()) {
            if (other != type) {
              assertThrows(ValueException.class, () -> TypeCheck.check(other, value));
            }
          }
        });
  }

  @Test
  void aScalarOfNumpyIsNoArray() {
    NdArray array = NdArray.of(new double[] {1.5});
    TypeCheck.check(Scalar.ARRAY, array);
    assertThat(refused(Scalar.ARRAY, array.at(0).asScalar()))
        .startsWith("expected array, got scalar");
  }

  @Test
  void setsAreCheckedItemByItem() {
    ValueType ints = new SetOf(Scalar.INT, false);
    ValueType frozenInts = new SetOf(Scalar.INT, true);
    TypeCheck.check(ints, Set.of(1L, 2L));
    TypeCheck.check(frozenInts, FrozenSet.copyOf(List.of(1L, 2L)));
    assertThat(refused(ints, FrozenSet.copyOf(List.of(1L))))
        .isEqualTo("expected set[int], got frozenset of 1");
    assertThat(refused(frozenInts, Set.of(1L))).isEqualTo("expected frozenset[int], got set of 1");
    assertThat(refused(ints, Set.of(1.5))).isEqualTo("[0]: expected int, got float 1.5");
  }

  @Test
  void aUnionTakesTheFieldsOfTheVariantThatTheTagNames() {
    TypeCheck.check(SHAPE, Map.of("type", "circle", "radius", 1.5));
    TypeCheck.check(SHAPE, Map.of("type", "empty_shape"));
    assertThat(refused(SHAPE, Map.of("type", "circle", "radius", 1L)))
        .isEqualTo(".radius: expected float, got int 1; write 1.0");
    assertThat(refused(SHAPE, Map.of("type", "circle")))
        .isEqualTo(".radius: missing, expected float");
    assertThat(refused(SHAPE, Map.of("type", "empty_shape", "radius", 1.5)))
        .startsWith(".radius: unknown key");
  }

  @Test
  void aWrongTagIsToldTheVariants() {
    assertThat(refused(SHAPE, Map.of("radius", 1.5)))
        .isEqualTo(".type: missing, expected one of circle, empty_shape");
    assertThat(refused(SHAPE, Map.of("type", 1L)))
        .isEqualTo(".type: expected one of circle, empty_shape, got int 1");
    assertThat(refused(SHAPE, Map.of("type", "circel")))
        .isEqualTo(
            ".type: expected one of circle, empty_shape (did you mean \"circle\"?),"
                + " got str \"circel\"");
    assertThat(refused(SHAPE, Map.of("type", "square")))
        .isEqualTo(".type: expected one of circle, empty_shape, got str \"square\"");
    assertThat(refused(SHAPE, new TreeMap<>(Map.of(1L, 2L))))
        .isEqualTo(".type: missing, expected one of circle, empty_shape");
    assertThat(refused(SHAPE, List.of()))
        .isEqualTo(
            "expected {type: \"circle\", radius: float} or {type: \"empty_shape\"}, got list of 0");
    assertThat(
            assertThrows(
                    ValueException.class, () -> TypeCheck.check(SHAPE, Map.of("type", "square")))
                .kind())
        .isEqualTo(ErrorKind.INVALID);
  }

  @Test
  void everythingThatIsWrongIsFound() {
    ValueType rule =
        new ValueType.RecordOf(
            List.of(
                new ValueType.RecordOf.Field("prefix", Scalar.STR),
                new ValueType.RecordOf.Field("label", Scalar.STR),
                new ValueType.RecordOf.Field("shape", new ValueType.OptionalOf(SHAPE))));
    ValueType rules = new ValueType.ListOf(rule);

    assertThat(
            all(
                rules,
                List.of(
                    Map.of("prefix", "/a", "lable", "x"),
                    Map.of("prefix", 5L, "label", "x"),
                    "no",
                    Map.of("prefix", "/b"),
                    Map.of("prefix", "/b", "label", "x", "shape", Map.of("type", "circel")))))
        .containsExactly(
            "[0].lable: unknown key; known are prefix, label, shape",
            "[1].prefix: expected str, got int 5",
            "[2]: expected {prefix: str, label: str, shape: {type: \"circle\", radius: float} or"
                + " {type: \"empty_shape\"} or none}, got str \"no\"",
            "[3].label: missing, expected str",
            "[4].shape.type: expected one of circle, empty_shape (did you mean \"circle\"?), got"
                + " str \"circel\"")
        .inOrder();
    assertThat(
            all(
                new ValueType.DictOf(Scalar.STR, new ValueType.ListOf(Scalar.FLOAT)),
                Map.of("a", List.of(0.5, 1L, "x"))))
        .containsExactly(
            ".a[1]: expected float, got int 1; write 1.0", ".a[2]: expected float, got str \"x\"")
        .inOrder();
    assertThat(all(rules, List.of(Map.of("prefix", "/a", "label", "x")))).isEmpty();
    assertThat(all(rule, new TreeMap<>(Map.of(1L, 2L))))
        .containsExactly("[1]: unknown key; known are prefix, label, shape");
  }

  private static List<String> all(ValueType type, Object value) {
    return TypeCheck.all(type, value).stream().map(ValueException::getMessage).toList();
  }

  private static String refused(ValueType type, Object value) {
    ValueException e = assertThrows(ValueException.class, () -> TypeCheck.check(type, value));
    return String.valueOf(e.getMessage());
  }
}
