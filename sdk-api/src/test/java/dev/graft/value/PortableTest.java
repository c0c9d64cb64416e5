package dev.graft.value;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PortableTest {
  @Test
  void keepsWhatIsPortable() {
    List<Object> list =
        Arrays.asList(1L, 1.0, true, null, "x", Tuple.of(1L), Bytes.copyOf(new byte[1]));

    assertThat(Portable.check(list)).isSameInstanceAs(list);
  }

  @Test
  void givesEachIntItsOneForm() {
    BigInteger beyond = BigInteger.ONE.shiftLeft(63);

    assertThat(Portable.check(7)).isEqualTo(7L);
    assertThat(Portable.check((byte) -1)).isEqualTo(-1L);
    assertThat(Portable.check(BigInteger.TEN)).isEqualTo(10L);
    assertThat(Portable.check(beyond)).isSameInstanceAs(beyond);
    assertThat(Portable.check(List.of(1, 2L))).isEqualTo(List.of(1L, 2L));
    assertThat(Portable.check(0.5f)).isEqualTo(0.5);
  }

  @Test
  void namesThePathOfWhatIsNot() {
    Object value = Map.of("items", List.of(1L, Tuple.of("a", new Object())));

    ValueException e = assertThrows(ValueException.class, () -> Portable.check(value));

    assertThat(e.in("out").path()).isEqualTo("out.items[1][1]");
    assertThat(e.fact()).startsWith("expected a portable value, got java.lang.Object");
  }

  @Test
  void refusesKeysThatPythonTakesForOne() {
    Map<Object, Object> dict = new LinkedHashMap<>();
    dict.put(1L, "a");
    dict.put(true, "b");

    ValueException e = assertThrows(ValueException.class, () -> Portable.check(dict));

    assertThat(e).hasMessageThat().contains("int 1 and bool true are one key");
    dict.remove(true);
    dict.put(1.0, "b");
    assertThrows(ValueException.class, () -> Portable.check(dict));
    dict.remove(1.0);
    dict.put("1", "b");
    dict.put(1.5, "c");
    assertThat(Portable.check(dict)).isSameInstanceAs(dict);
  }

  @Test
  void refusesKeysThatCannotBeHashed() {
    assertThrows(ValueException.class, () -> Portable.check(Map.of(List.of(), 1L)));
    assertThrows(ValueException.class, () -> Portable.check(Map.of(Tuple.of(List.of()), 1L)));
    assertThat(Portable.check(Map.of(Tuple.of(1L), 1L))).isEqualTo(Map.of(Tuple.of(1L), 1L));
  }

  @Test
  void refusesAValueThatContainsItself() {
    List<Object> loop = new ArrayList<>();
    loop.add(loop);

    ValueException e = assertThrows(ValueException.class, () -> Portable.check(loop));

    assertThat(e.kind().text()).isEqualTo("RANGE");
    assertThat(e.fact()).contains("part of itself");
  }

  @Test
  void givesJavasOwnClassesTheValueThatTheyStandFor() {
    becomes((short) 7, 7L);
    becomes(new byte[] {1, -1}, Bytes.copyOf(new byte[] {1, -1}));
    becomes(new BigDecimal("1.10"), Decimal.parse("1.10"));
    becomes(Instant.EPOCH, DateTime.parse("1970-01-01T00:00:00Z"));
    becomes(LocalDateTime.of(2024, 2, 29, 12, 30), DateTime.parse("2024-02-29T12:30:00"));
    becomes(LocalTime.of(12, 30), Time.parse("12:30:00"));
    becomes(OffsetTime.of(LocalTime.NOON, ZoneOffset.ofHours(-1)), Time.parse("12:00:00-01:00"));
    ZonedDateTime zoned = LocalDateTime.of(2024, 1, 1, 0, 0).atZone(ZoneId.of("Europe/Berlin"));
    becomes(zoned, DateTime.parse("2024-01-01T00:00:00[Europe/Berlin]"));
    becomes(zoned.toOffsetDateTime(), DateTime.parse("2024-01-01T00:00:00+01:00"));
    becomes(Float.NaN, Double.NaN);
    becomes(-0.0f, -0.0);
  }

  /** At the top, and inside each container, which is copied for it and for nothing else. */
  private static void becomes(Object given, Object value) {
    assertThat(Portable.check(given)).isEqualTo(value);
    assertThat(Portable.check(Tuple.of("a", given))).isEqualTo(Tuple.of("a", value));
    assertThat(Portable.check(List.of("a", given))).isEqualTo(List.of("a", value));
    assertThat(Portable.check(Map.of("a", given))).isEqualTo(Map.of("a", value));
    assertThat(Portable.check(Map.of(given, "a"))).isEqualTo(Map.of(value, "a"));
    assertThat(Portable.check(Set.of("a", given))).isEqualTo(Set.of("a", value));
    assertThat(Portable.check(FrozenSet.copyOf(List.of(given))))
        .isEqualTo(FrozenSet.copyOf(List.of(value)));
    assertThat(Portable.check(new RecordValue("P", Map.of("x", given))))
        .isEqualTo(new RecordValue("P", Map.of("x", value)));
  }

  @Test
  void copiesNothingThatIsPortable() {
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
    dict.put(null, Tuple.of());
    dict.put(FrozenSet.copyOf(List.of(1L)), Set.of("a"));
    dict.put("rec", new RecordValue("P", Map.of("x", List.of())));
    for (Object value :
        List.of(
            dict,
            LocalDate.of(9999, 12, 31),
            Duration.ofDays(999_999_999).plusSeconds(86_399),
            new UUID(1, 2),
            new Complex(1, 2),
            Decimal.parse("sNaN"),
            NdArray.of(new int[3]),
            new EnumMember("C", "A"),
            new Opaque("h", 1, "T"))) {
      assertThat(Portable.check(value)).isSameInstanceAs(value);
    }
  }

  @Test
  void refusesTimesThatPythonDoesNotHave() {
    for (Object value :
        List.of(
            Instant.ofEpochSecond(0, 1),
            LocalDate.of(10_000, 1, 1),
            LocalDate.of(0, 1, 1),
            Duration.ofNanos(1),
            Duration.ofDays(1_000_000_000),
            Duration.ofDays(-999_999_999).minusNanos(1000),
            LocalTime.of(0, 0, 0, 1))) {
      ValueException e =
          assertThrows(ValueException.class, () -> Portable.check(List.of(0L, value)));
      assertThat(e.kind().text()).isEqualTo("RANGE");
      assertThat(e.path()).isEqualTo("[1]");
    }
  }

  @Test
  void refusesOtherClasses() {
    for (Object value :
        List.of('a', new int[1], new Object[0], Optional.of(1), new AtomicLong(), Locale.ROOT)) {
      ValueException e = assertThrows(ValueException.class, () -> Portable.check(value));
      assertThat(e.kind().text()).isEqualTo("TYPE");
    }
  }

  @Test
  void refusesKeysThatBecomeOne() {
    Map<Object, Object> dict = new LinkedHashMap<>();
    dict.put(1, "a");
    dict.put(1L, "b");
    assertThrows(ValueException.class, () -> Portable.check(dict));
    Set<Object> set = new LinkedHashSet<>(List.of(new BigDecimal("1.0"), true));
    ValueException e = assertThrows(ValueException.class, () -> Portable.check(set));
    assertThat(e.path()).isEqualTo("[1]");
    assertThrows(
        ValueException.class,
        () -> Portable.check(FrozenSet.copyOf(List.of(Tuple.of(1L), Tuple.of(1.0)))));
  }

  /** As collections of primitives do: each iteration makes new objects of its keys. */
  @Test
  void normalizesMapsThatMakeTheirKeysAnew() {
    Map<Object, Object> fresh =
        new AbstractMap<>() {
          @Override
          public Set<Map.Entry<Object, Object>> entrySet() {
            Set<Map.Entry<Object, Object>> entries = new LinkedHashSet<>();
            for (int i = 1000; i < 1003; i++) {
              entries.add(Map.entry(new BigDecimal(i), i == 1001 ? 1 : "same"));
            }
            return entries;
          }
        };
    Map<Object, Object> expected = new LinkedHashMap<>();
    expected.put(Decimal.parse("1000"), "same");
    expected.put(Decimal.parse("1001"), 1L);
    expected.put(Decimal.parse("1002"), "same");
    assertThat(Portable.check(fresh)).isEqualTo(expected);
  }

  @Test
  void takesADepthOfAThousandAndNoMore() {
    for (UnaryOperator<Object> around : AROUND) {
      Object value = 1L;
      for (int i = 0; i < Portable.MAX_DEPTH; i++) {
        value = around.apply(value);
      }
      assertThat(Portable.check(value)).isSameInstanceAs(value);
      Object deeper = around.apply(value);
      ValueException e = assertThrows(ValueException.class, () -> Portable.check(deeper));
      assertThat(e.kind().text()).isEqualTo("RANGE");
      assertThat(e.fact()).contains("1000 levels");
    }
  }

  private static final List<UnaryOperator<Object>> AROUND =
      List.of(
          Collections::singletonList,
          Tuple::of,
          value -> Collections.singletonMap("a", value),
          value -> FrozenSet.copyOf(Collections.singleton(value)),
          value -> new RecordValue("R", Collections.singletonMap("f", value)));

  @Test
  void countsWhatIsSharedEachTime() {
    assertThat(Portable.check(Collections.nCopies(Portable.MAX_ITEMS - 1, 1L))).isNotNull();
    refusesAsTooLarge(Collections.nCopies(Portable.MAX_ITEMS, 1L));
    Object dag = List.of();
    for (int i = 0; i < 100; i++) {
      dag = List.of(dag, dag);
    }
    refusesAsTooLarge(dag);
  }

  private static void refusesAsTooLarge(Object value) {
    ValueException e = assertThrows(ValueException.class, () -> Portable.check(value));
    assertThat(e.kind().text()).isEqualTo("RANGE");
    assertThat(e.fact()).contains("more than 10000000 values");
  }

  @Test
  void refusesAMapThatContainsItself() {
    Map<Object, Object> loop = new LinkedHashMap<>();
    loop.put("a", Tuple.of(loop, loop));
    ValueException e = assertThrows(ValueException.class, () -> Portable.check(loop));
    assertThat(e.path()).startsWith(".a[0].a[0]");
  }
}
