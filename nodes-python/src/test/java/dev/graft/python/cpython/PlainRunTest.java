package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.backend.Item;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The layout of runs; {@code test_runs.py} has the same bytes. */
final class PlainRunTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void requests() {
    assertThat(request(1L, -1L))
        .isEqualTo("c17100000000000000070000000000000009000000020000000000000001ffffffffffffffff");
    assertThat(request(-1.5))
        .isEqualTo("c1640000000000000007000000000000000900000001bff8000000000000");
    assertThat(request("ab", "", "€"))
        .isEqualTo(
            "c17300000000000000070000000000000009000000030000000200000002000000056162e282ac");
  }

  @Test
  void outputs() throws Exception {
    assertThat(outputs("c171000000010000000000000005")).containsExactly(5L);
    assertThat(outputs("c164000000017ff0000000000000")).containsExactly(Double.POSITIVE_INFINITY);
    assertThat(outputs("c1730000000200000001000000037ac3a9")).containsExactly("z", "é").inOrder();
  }

  @Test
  void whatGoesTheGeneralWay() {
    for (List<@Nullable Object> values :
        List.<List<@Nullable Object>>of(
            List.of(1L, 1.0),
            List.of(true),
            List.of(BigInteger.ONE.shiftLeft(63)),
            List.of("a", "\ud800"),
            List.of("\udc00\ud800"),
            Arrays.asList(1L, null),
            Arrays.asList((Object) null),
            List.of(List.of()),
            List.of())) {
      assertThat(PlainRun.request(7, items(values))).isEmpty();
    }
    assertThat(PlainRun.request(7, List.of(new Item(0, "key", 1L)))).isEmpty();
    assertThat(PlainRun.request(7, List.of(Item.of(0, 1L), Item.of(2, 1L)))).isEmpty();
    assertThat(PlainRun.request(7, List.of(Item.of(0, 1L), Item.of(1, 1L)))).isPresent();
  }

  @Test
  void brokenAnswers() {
    for (String frame :
        List.of(
            "c1",
            "c171",
            "c17100000001",
            "c1710000000200000000000000057f",
            "c1787fffffff00",
            "c178ffffffff00",
            "c17300000001000000ff61",
            "c1730000000200000002000000016161",
            "c1780000000161")) {
      assertThrows(IOException.class, () -> outputs(frame), frame);
    }
  }

  private static String request(Object... values) {
    return HEX.formatHex(PlainRun.request(7, items(List.of(values))).orElseThrow());
  }

  private static List<Object> outputs(String frame) throws IOException {
    byte[] bytes = HEX.parseHex(frame);
    assertThat(PlainRun.isIn(bytes)).isTrue();
    return PlainRun.outputs(bytes);
  }

  private static List<Item> items(List<? extends @Nullable Object> values) {
    List<Item> items = new ArrayList<>();
    for (Object value : values) {
      items.add(Item.of(9 + items.size(), value));
    }
    return items;
  }
}
