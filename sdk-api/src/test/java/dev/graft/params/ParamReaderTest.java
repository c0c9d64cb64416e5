package dev.graft.params;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.Language;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.value.Decode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ParamReaderTest {
  private static final NodeContract CONTRACT =
      new NodeContract(
          "sample",
          "1.0",
          "A sample.",
          List.of(
              ParamDescriptor.required("size", Scalar.INT, "A size.", new Constraint.Min(1L)),
              ParamDescriptor.optional(
                  "mode", new ValueType.EnumOf(List.of("fast", "slow")), "fast", "A mode."),
              ParamDescriptor.optional(
                  "low",
                  new ValueType.OptionalOf(Scalar.NUMBER),
                  null,
                  "A limit.",
                  new Constraint.AtMost("high")),
              ParamDescriptor.optional(
                  "high", new ValueType.OptionalOf(Scalar.NUMBER), null, "A limit."),
              ParamDescriptor.optional(
                  "name", Scalar.STR, "ab", "A name.", new Constraint.Pattern("[a-z]+")),
              ParamDescriptor.optional(
                  "parts",
                  new ValueType.ListOf(Scalar.INT),
                  List.of(1L, 2L),
                  "Parts.",
                  new Constraint.MinItems(2))),
          List.of(),
          List.of(),
          StateDescriptor.NONE,
          Purity.PURE);

  @Test
  void fillsInDefaults() {
    Map<String, @Nullable Object> values = reader(Map.of("size", 3L)).finish();

    assertThat(values)
        .containsExactly(
            "size",
            3L,
            "mode",
            "fast",
            "low",
            null,
            "high",
            null,
            "name",
            "ab",
            "parts",
            List.of(1L, 2L))
        .inOrder();
  }

  @Test
  void reportsEverythingAtOnce() {
    ParamReader reader =
        reader(Map.of("siez", 3L, "mode", "fats", "low", 2L, "high", 1.5, "name", "A1"));

    InvalidParamsException e = assertThrows(InvalidParamsException.class, reader::finish);

    assertThat(e.violations().stream().map(Violation::code))
        .containsExactly("unknown", "missing", "type", "pattern", "at_most");
    assertThat(e)
        .hasMessageThat()
        .contains("params.siez: there is no such parameter. Did you mean \"size\"?");
    assertThat(e)
        .hasMessageThat()
        .contains("params.mode: expected one of fast, slow, got str \"fats\".");
    assertThat(e).hasMessageThat().contains("params.low: must be at most high (1.5), got 2.");
  }

  @Test
  void saysWhatToGive() {
    assertThat(missing(Scalar.INT)).isEqualTo("is required, give an int.");
    assertThat(missing(Scalar.ARRAY)).isEqualTo("is required, give an array.");
    assertThat(missing(Scalar.UUID)).isEqualTo("is required, give a uuid.");
    assertThat(missing(Scalar.ANY)).isEqualTo("is required, give a value.");
    assertThat(missing(new ValueType.ListOf(Scalar.INT)))
        .isEqualTo("is required, give a list[int].");
    assertThat(missing(new ValueType.EnumOf(List.of("a", "b"))))
        .isEqualTo("is required, give one of a, b.");
    assertThat(missing(new ValueType.OptionalOf(Scalar.INT)))
        .isEqualTo("is required, give an int or none.");
    assertThat(
            missing(new ValueType.RecordOf(List.of(new ValueType.RecordOf.Field("a", Scalar.INT)))))
        .isEqualTo("is required, give a dict {a: int}.");
  }

  private static String missing(ValueType type) {
    return violations(type, Map.of()).get(0).fact();
  }

  private static List<Violation> violations(ValueType type, Map<String, Object> given) {
    NodeContract contract =
        new NodeContract(
            "sample",
            "1.0",
            "A sample.",
            List.of(ParamDescriptor.required("it", type, "It.")),
            List.of(),
            List.of(),
            StateDescriptor.NONE,
            Purity.PURE);
    ParamReader reader =
        ParamReader.of(new NodeDescriptor(contract, Implementation.java("Sample")), given);
    return assertThrows(InvalidParamsException.class, reader::finish).violations();
  }

  @Test
  void namesEachWrongItemOfAList() {
    ValueType floats = new ValueType.ListOf(Scalar.FLOAT);
    assertThat(violations(floats, Map.of("it", List.of(0.5, 1L, "x"))))
        .containsExactly(
            new Violation("type", "params.it[1]", "expected float, got int 1; write 1.0."),
            new Violation("type", "params.it[2]", "expected float, got str \"x\"."))
        .inOrder();

    List<Violation> many = violations(floats, Map.of("it", Collections.nCopies(100, "x")));
    assertThat(many).hasSize(21);
    assertThat(many.get(20))
        .isEqualTo(new Violation("type", "params.it", "and 80 more values in it are wrong."));
  }

  @Test
  void keepsTypesApart() {
    assertThat(codes(Map.of("size", 3.0))).containsExactly("type");
    assertThat(codes(Map.of("size", true))).containsExactly("type");
    assertThat(codes(Map.of("size", 0L))).containsExactly("min");
    assertThat(codes(Map.of("size", 1L, "low", Double.NaN))).containsExactly("nan");
    assertThat(codes(Map.of("size", 1L, "low", true))).isEmpty();
  }

  @Test
  void countsTheItemsOfAList() {
    assertThat(codes(Map.of("size", 1L, "parts", List.of(5L, 6L)))).isEmpty();
    assertThat(codes(Map.of("size", 1L, "parts", List.of(5L)))).containsExactly("min_items");
    assertThat(codes(Map.of("size", 1L, "parts", List.of("5")))).containsExactly("type");
  }

  @Test
  void passesTheValuesOfAnOldClassOnAsTheyAre() {
    Implementation old =
        new Implementation(
            Language.PYTHON,
            "Old",
            true,
            false,
            List.of(),
            List.of(),
            List.of(),
            false,
            "",
            List.of());

    Map<String, @Nullable Object> values =
        ParamReader.of(new NodeDescriptor(CONTRACT, old), Map.of("size", 2.5, "extra", 1L))
            .finish();

    assertThat(values).containsEntry("size", 2.5);
    assertThat(values).containsEntry("extra", 1L);
  }

  @Test
  void countsWhatTheRecordRefuses() {
    ParamReader reader = reader(Map.of("size", 1L));
    Long size = reader.read("size", Decode::int64);

    InvalidParamsException e =
        assertThrows(
            InvalidParamsException.class,
            () ->
                reader.finish(
                    () -> {
                      throw new IllegalArgumentException("size " + size + " is odd");
                    }));

    assertThat(e.violations()).containsExactly(new Violation("refused", "params", "size 1 is odd"));
  }

  @Test
  void countsWhatTheJavaFormOfOneParameterRefuses() {
    ParamReader reader = reader(Map.of("size", 1L << 40));
    Integer size = reader.read("size", Decode::int32);
    String name = reader.read("name", ParamReaderTest::refuse);

    InvalidParamsException e = assertThrows(InvalidParamsException.class, reader::finish);

    assertThat(size).isNull();
    assertThat(name).isNull();
    assertThat(e.violations())
        .containsExactly(
            new Violation("type", "params.size", "the int does not fit 32 bits."),
            new Violation("refused", "params.name", "ab is too short"))
        .inOrder();
  }

  private static String refuse(@Nullable Object value) {
    throw new IllegalArgumentException(value + " is too short");
  }

  private static List<String> codes(Map<String, Object> given) {
    try {
      reader(given).finish();
      return List.of();
    } catch (InvalidParamsException e) {
      return e.violations().stream().map(Violation::code).toList();
    }
  }

  private static ParamReader reader(Map<String, Object> given) {
    return ParamReader.of(new NodeDescriptor(CONTRACT, Implementation.java("Sample")), given);
  }
}
