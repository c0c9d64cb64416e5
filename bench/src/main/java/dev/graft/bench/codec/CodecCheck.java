package dev.graft.bench.codec;

import dev.graft.registry.NodeInstance;
import dev.graft.value.ValueException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets two codecs be compared only if they do the same, with what is right and what is wrong. */
final class CodecCheck {
  private CodecCheck() {}

  /**
   * Compares all nodes.
   *
   * @throws IllegalStateException at the first difference
   */
  static void check() {
    List<Object> good = new ArrayList<>();
    for (int n = 0; n < 10; n++) {
      Order order = Orders.order(n);
      good.add(Orders.dict(order));
      good.add(reversed(Orders.dict(order)));
      expect(order, HandCodec.decode(Orders.dict(order)), "what was decoded");
      expect(Orders.dict(order), HandCodec.encode(order), "what was encoded");
    }
    for (Direction direction : Direction.values()) {
      NodeInstance generated = direction.generated();
      NodeInstance byHand = direction.byHand();
      for (Object item : good) {
        expect(outcome(generated, item), outcome(byHand, item), direction.toString());
      }
      for (Object item : bad()) {
        String said = outcome(generated, item);
        if (direction != Direction.ENCODE && !said.startsWith("refused")) {
          throw new IllegalStateException("the generated codec takes " + item);
        }
        expect(said, outcome(byHand, item), direction.toString());
      }
    }
  }

  private static void expect(Object expected, Object actual, String what) {
    if (!expected.equals(actual) || !expected.toString().equals(actual.toString())) {
      throw new IllegalStateException(what + ": expected " + expected + ", got " + actual);
    }
  }

  /** What comes out, with the order of keys, or how the item was refused. */
  private static String outcome(NodeInstance node, @Nullable Object item) {
    List<@Nullable Object> outputs = new ArrayList<>();
    try {
      node.process(item, outputs::add);
      return "emitted " + outputs;
    } catch (ValueException e) {
      return "refused " + e.kind() + " " + e.path() + " " + e.fact();
    }
  }

  /** Items with one fault each. */
  private static List<@Nullable Object> bad() {
    List<@Nullable Object> bad = new ArrayList<>(List.of(1L, "text", List.of()));
    bad.add(null);
    List<?> wrongs =
        Arrays.asList(
            null,
            true,
            1L,
            1L << 40,
            BigInteger.TWO.pow(70),
            1.5,
            "text",
            List.of(1L),
            Map.of(1L, "text"));
    for (String key : Orders.dict(Orders.order()).keySet()) {
      for (Object wrong : wrongs) {
        Map<String, @Nullable Object> item = Orders.dict(Orders.order());
        Object right = item.put(key, wrong);
        boolean isWrong =
            wrong == null
                ? !key.equals("note")
                : right == null
                    || right.getClass() != wrong.getClass()
                    || key.equals("status")
                    || (key.equals("number") && !wrong.equals(1L));
        if (isWrong) {
          bad.add(item);
        }
      }
      Map<String, @Nullable Object> without = Orders.dict(Orders.order());
      without.remove(key);
      if (!key.equals("note")) {
        bad.add(without);
      }
    }
    bad.add(with(Orders.dict(Orders.order()), "more", 1L));
    bad.add(with(withLine("more", 1L), "note", null));
    bad.add(withLine("article", 1L));
    bad.add(withLine("pieces", 1.0));
    bad.add(withLine("price", 1L));
    bad.add(withAddress("zip_code", "12345"));
    bad.add(withAddress("zip code", 12_345L));
    bad.add(with(Orders.dict(Orders.order()), "stock", Map.of("store", 1.5)));
    bad.add(with(Orders.dict(Orders.order()), "stock", Map.of(1L, 1L)));
    return bad;
  }

  private static Map<String, @Nullable Object> withLine(String key, Object value) {
    Map<String, @Nullable Object> item = Orders.dict(Orders.order());
    item.computeIfPresent(
        "lines",
        (at, lines) -> {
          List<Object> changed = new ArrayList<>((List<?>) lines);
          changed.set(1, with((Map<?, ?>) changed.get(1), key, value));
          return changed;
        });
    return item;
  }

  private static Map<String, @Nullable Object> withAddress(String key, Object value) {
    Map<String, @Nullable Object> item = Orders.dict(Orders.order());
    item.computeIfPresent("address", (at, address) -> with((Map<?, ?>) address, key, value));
    return item;
  }

  private static Map<String, @Nullable Object> reversed(Map<String, @Nullable Object> dict) {
    Map<String, @Nullable Object> reversed = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>(dict.keySet());
    Collections.reverse(keys);
    keys.forEach(key -> reversed.put(key, dict.get(key)));
    return reversed;
  }

  private static Map<String, @Nullable Object> with(
      Map<?, ?> map, String key, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>();
    map.forEach((name, each) -> changed.put((String) name, each));
    changed.put(key, value);
    return changed;
  }
}
