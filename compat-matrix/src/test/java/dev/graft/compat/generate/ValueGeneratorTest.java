package dev.graft.compat.generate;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.runtime.json.TypedJson;
import dev.graft.value.Bytes;
import dev.graft.value.DType;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.NdArray;
import dev.graft.value.Portable;
import dev.graft.value.Time;
import dev.graft.value.Tuple;
import dev.graft.value.Values;
import dev.graft.value.Zone;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What comes out of the generator: everything, often enough, and nothing else. */
final class ValueGeneratorTest {
  private static final int MANY = 20_000;

  private final ValueGenerator generator = ValueGenerator.of(SomeTypes.KNOWN);

  @Test
  void makesTheSameValuesOfTheSameSeed() {
    for (int i = 0; i < 500; i++) {
      String once = TypedJson.write(generator.generate(Choices.random(7, i)));
      Choices again = Choices.random(7, i);
      Object value = generator.generate(again);
      assertThat(TypedJson.write(value)).isEqualTo(once);
      assertThat(TypedJson.write(generator.generate(Choices.replay(again.taken()))))
          .isEqualTo(once);
    }
    assertThat(texts(7)).isNotEqualTo(texts(8));
  }

  private List<String> texts(long seed) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      texts.add(TypedJson.write(generator.generate(Choices.random(seed, i))));
    }
    return texts;
  }

  /** Whatever is decided, and wherever a shrunk list of decisions ends, the value is portable. */
  @Test
  void makesPortableValuesOfAnyDecisions() {
    for (int i = 0; i < 3000; i++) {
      Choices choices = Choices.random(11, i);
      long[] wild = new long[i % 40];
      for (int j = 0; j < wild.length; j++) {
        wild[j] = choices.bits() >> choices.below(Long.SIZE);
      }
      Object value = generator.generate(Choices.replay(wild));
      assertThat(Portable.check(value)).isSameInstanceAs(value);
    }
    assertThat(generator.generate(Choices.replay())).isNull();
  }

  @Test
  void makesEveryTypeOftenEnough() {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      values.add(generator.generate(Choices.random(1, i)));
    }
    for (Kind kind : Kind.values()) {
      long count = values.stream().filter(value -> isOf(kind, value)).count();
      assertWithMessage("%s", kind).that(count).isGreaterThan(MANY / 150);
    }
    long small = values.stream().filter(value -> TypedJson.write(value).length() < 400).count();
    assertThat(small).isGreaterThan(MANY * 8 / 10);
    contains("10,000 items", values, value -> value instanceof Tuple x && x.size() == 10_000);
    contains("10,000 keys", values, value -> value instanceof Map<?, ?> x && x.size() == 10_000);
    contains("a long str", values, value -> value instanceof String x && x.length() > 9000);
  }

  private static boolean isOf(Kind kind, @Nullable Object value) {
    String name = kind.name().toLowerCase(java.util.Locale.ROOT);
    return switch (kind) {
      case ENUM -> value instanceof dev.graft.value.EnumMember;
      case RECORD -> value instanceof dev.graft.value.RecordValue;
      default -> Values.typeName(value).equalsIgnoreCase(name);
    };
  }

  @Test
  void mixesInTheEdges() {
    Set<Object> seen = new HashSet<>();
    List<@Nullable Object> values = new ArrayList<>();
    ValueGenerator flat =
        generator.without(Kind.LIST, Kind.TUPLE, Kind.DICT, Kind.SET, Kind.FROZENSET, Kind.RECORD);
    for (int i = 0; i < 5 * MANY; i++) {
      Object value = flat.generate(Choices.random(2, i));
      values.add(value);
      if (value != null) {
        seen.add(value);
      }
    }
    for (int power = 0; power < 64; power++) {
      BigInteger exact = BigInteger.ONE.shiftLeft(power);
      assertThat(seen).contains(Values.normalize(exact));
      assertThat(seen).contains(Values.normalize(exact.subtract(BigInteger.ONE)));
    }
    assertThat(seen).containsAtLeast(0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY);
    assertThat(seen).contains(Double.MIN_VALUE);
    assertThat(seen).contains(Bytes.copyOf(new byte[0]));
    assertThat(seen).contains("");
    containsText("NUL", values, text -> text.indexOf('\0') >= 0);
    containsText("lone surrogate", values, text -> text.matches("(?s).*\\p{Cs}.*"));
    containsText("non-BMP", values, text -> text.codePointCount(0, text.length()) < text.length());
    containsText("decomposed", values, text -> text.contains("e\u0301"));
    contains(
        "payload",
        values,
        value ->
            value instanceof Decimal x
                && x.kind() == Decimal.Kind.SIGNALING_NAN
                && x.coefficient().signum() > 0);
    contains("huge exponent", values, value -> value instanceof Decimal x && x.exponent() > 9e5);
    contains(
        "negative zero",
        values,
        value ->
            value instanceof Decimal x
                && x.isFinite()
                && x.negative()
                && x.coefficient().signum() == 0);
    contains("fold", values, value -> value instanceof DateTime x && x.fold());
    contains(
        "micros in an offset",
        values,
        value ->
            value instanceof Time x
                && x.zone().orElse(null) instanceof Zone.Fixed zone
                && zone.offsetMicros() % 1000 != 0);
    contains(
        "named offset",
        values,
        value ->
            value instanceof DateTime x
                && x.zone().orElse(null) instanceof Zone.Fixed zone
                && zone.name().isPresent());
    contains(
        "place",
        values,
        value -> value instanceof DateTime x && x.zone().orElse(null) instanceof Zone.Named);
    for (DType type : DType.values()) {
      for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
        contains(
            type + " " + order,
            values,
            value -> value instanceof NdArray x && x.type() == type && x.order() == order);
      }
    }
    for (int rank = 0; rank <= 4; rank++) {
      int axes = rank;
      contains(rank + " axes", values, value -> value instanceof NdArray x && x.rank() == axes);
    }
    contains("no elements", values, value -> value instanceof NdArray x && x.size() == 0);
    contains("not row by row", values, value -> value instanceof NdArray x && !x.isRowByRow());
    contains(
        "reversed",
        values,
        value -> value instanceof NdArray x && x.strides().length > 0 && x.strides()[0] < 0);
  }

  @Test
  void makesKeysOfEveryHashableKind() {
    EnumSet<Kind> seen = EnumSet.noneOf(Kind.class);
    for (int i = 0; i < MANY; i++) {
      if (generator.generate(Choices.random(3, i)) instanceof Map<?, ?> map) {
        for (Kind kind : Kind.values()) {
          if (map.keySet().stream().anyMatch(key -> isOf(kind, key))) {
            seen.add(kind);
          }
        }
      }
    }
    EnumSet<Kind> hashable = EnumSet.allOf(Kind.class);
    hashable.removeIf(kind -> !kind.isHashable());
    assertThat(seen).isEqualTo(hashable);
  }

  @Test
  void makesOnlyWhatIsKnownAndAskedFor() {
    ValueGenerator none = ValueGenerator.of(KnownTypes.NONE).without(Kind.SET, Kind.SCALAR);
    for (int i = 0; i < 3000; i++) {
      String text = TypedJson.write(none.generate(Choices.random(4, i)));
      assertThat(text).doesNotContainMatch("\"\\$(enum|rec|opaque|set)\"|\"scalar\":true");
      assertThat(text).doesNotContain("[Europe/Berlin]");
    }
  }

  private static void contains(
      String what, List<@Nullable Object> values, Predicate<@Nullable Object> test) {
    assertWithMessage(what).that(values.stream().anyMatch(test)).isTrue();
  }

  private static void containsText(
      String what, List<@Nullable Object> values, Predicate<String> test) {
    contains(what, values, value -> value instanceof String text && test.test(text));
  }
}
