package dev.graft.value;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    assertThat(e).hasMessageThat().contains("1, 1.0 and True are one key");
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
}
