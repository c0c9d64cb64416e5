package dev.graft.value;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CodecsTest {
  private static final BigInteger BEYOND = BigInteger.ONE.shiftLeft(64);

  @Test
  void neverTakesOneTypeForAnother() {
    refuses(Codecs.int64(), 1.0, "expected int, got float 1.0");
    refuses(Codecs.int64(), true, "expected int, got bool true");
    refuses(Codecs.float64(), 1L, "expected float, got int 1");
    refuses(Codecs.bool(), 1L, "expected bool, got int 1");
    refuses(Codecs.str(), null, "expected str, got none");
    refuses(Codecs.number(), "1", "expected number, got str \"1\"");
    refuses(Codecs.list(Codecs.any()), Tuple.of(), "expected list[any], got tuple of 0");
    refuses(Codecs.bytes(), List.of(), "expected bytes, got list of 0");
  }

  @Test
  void takesIntsOfAnySize() {
    assertThat(Codecs.bigInt().decode(5L)).isEqualTo(BigInteger.valueOf(5));
    assertThat(Codecs.bigInt().decode(BEYOND)).isEqualTo(BEYOND);
    assertThat(Codecs.bigInt().encode(BigInteger.TWO)).isEqualTo(2L);
    assertThat(Codecs.number().encode(BigInteger.TWO)).isEqualTo(2L);
    assertThat(Codecs.number().encode(7)).isEqualTo(7L);
    refuses(Codecs.int64(), BEYOND, "the int does not fit 64 bits");
    refuses(Codecs.int32(), 1L << 31, "the int does not fit 32 bits");
  }

  @Test
  void takesABoolForTheIntThatArithmeticTakesItFor() {
    assertThat(Codecs.number().decode(true)).isEqualTo(1L);
    assertThat(Codecs.number().decode(false)).isEqualTo(0L);
  }

  @Test
  void namesThePathInsideContainers() {
    Codec<Map<String, List<Long>>> codec = Codecs.dict(Codecs.str(), Codecs.list(Codecs.int64()));

    ValueException e =
        assertThrows(ValueException.class, () -> codec.decode(Map.of("a b", List.of(1L, "x"))));

    assertThat(e.in("in"))
        .hasMessageThat()
        .isEqualTo("in[\"a b\"][1]: expected int, got str \"x\"");
    assertThat(codec.decode(Map.of("a", List.of(1L)))).containsExactly("a", List.of(1L));
  }

  @Test
  void takesNoneForAnAbsentOptional() {
    Codec<Optional<String>> codec = Codecs.optional(Codecs.str());

    assertThat(codec.decode(null)).isEqualTo(Optional.empty());
    assertThat(codec.decode("x")).isEqualTo(Optional.of("x"));
    assertThat(codec.encode(Optional.empty())).isNull();
    refuses(codec, 1L, "expected str, got int 1");
  }

  @Test
  void agreesWithTheTypeCheckOnEveryScalar() {
    List<Codec<?>> codecs =
        List.of(
            Codecs.bool(),
            Codecs.bigInt(),
            Codecs.float64(),
            Codecs.number(),
            Codecs.str(),
            Codecs.bytes(),
            Codecs.any());
    List<Object> values =
        List.of(true, 1L, BEYOND, 1.5, "x", Bytes.copyOf(new byte[0]), List.of(), Tuple.of());
    for (Codec<?> codec : codecs) {
      for (Object value : values) {
        assertThat(accepts(() -> codec.decode(value)))
            .isEqualTo(accepts(() -> TypeCheck.check(codec.type(), value)));
      }
    }
  }

  private static boolean accepts(Runnable attempt) {
    try {
      attempt.run();
      return true;
    } catch (ValueException e) {
      return false;
    }
  }

  private static void refuses(Codec<?> codec, @Nullable Object value, String fact) {
    ValueException e = assertThrows(ValueException.class, () -> codec.decode(value));
    assertThat(e.fact()).isEqualTo(fact);
  }
}
