package dev.graft.compat.run;

import static dev.graft.compat.fake.FakeContracts.BUFFER;
import static dev.graft.compat.fake.FakeContracts.CALCULATOR;
import static dev.graft.compat.fake.FakeContracts.COUNTER;
import static dev.graft.compat.fake.FakeContracts.PASS_THROUGH;
import static dev.graft.compat.fake.FakeContracts.REVERSE;

import dev.graft.compat.fake.FakeNode;
import dev.graft.compat.fake.FakeNodes;
import dev.graft.compat.fake.Mapping;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.Tuple;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nodes with one thing wrong. */
final class NodeMutants {
  private NodeMutants() {}

  private interface Change {
    @Nullable Object apply(@Nullable Object item);
  }

  static Stream<Mutant> all() {
    return Stream.of(values(), RareValueMutants.all(), arithmetic(), counters(), buffers())
        .flatMap(each -> each);
  }

  private static Mutant changing(String name, Change change, String signature) {
    return Mutant.ofNode(
        name, PASS_THROUGH, Mapping.of((params, item) -> change.apply(item)), signature);
  }

  private static Stream<Mutant> values() {
    return Stream.of(
        changing(
            "tuple to list",
            v -> v instanceof Tuple t ? t.items() : v,
            "DIFF/seq/tuple-vs-list/out"),
        changing(
            "sign of zero lost",
            v -> v instanceof Double d && d == 0 ? (Object) 0.0 : v,
            "DIFF/float/signed-zero/out"),
        changing(
            "bool to int",
            v -> v instanceof Boolean b ? (Object) (b ? 1L : 0L) : v,
            "DIFF/type/bool-vs-int/out"),
        changing(
            "float to int",
            v -> v instanceof Double d && d == 1 ? (Object) 1L : v,
            "DIFF/type/float-vs-int/out"),
        changing(
            "int to float",
            v -> v instanceof Long n ? (Object) n.doubleValue() : v,
            "DIFF/type/int-vs-float/out"),
        changing(
            "int rounded to a double",
            v -> v instanceof Long n ? (Object) (long) n.doubleValue() : v,
            "DIFF/int/rounded-to-double/out"),
        changing(
            "float32",
            v -> v instanceof Double d ? (Object) (double) d.floatValue() : v,
            "DIFF/float/rounded-to-float32/out"),
        changing(
            "NaN to none",
            v -> v instanceof Double d && d.isNaN() ? null : v,
            "DIFF/stream/missing-output/out"),
        changing("keys to texts", NodeMutants::textKeys, "DIFF/map/key-type/*"),
        changing("keys sorted", NodeMutants::sorted, "DIFF/map/order/out"),
        changing(
            "surrogates replaced",
            v -> v instanceof String s ? (Object) s.replaceAll("[\\ud800-\\udfff]", "?") : v,
            "DIFF/str/*"),
        changing(
            "normalized",
            v -> v instanceof String s ? Normalizer.normalize(s, Normalizer.Form.NFC) : v,
            "DIFF/str/nfc-equal/out"),
        changing(
            "not portable", v -> v instanceof Boolean ? new Object() : v, "DIFF/opaque/value/out"),
        Mutant.ofNode(
            "input changed", PASS_THROUGH, _ -> new InputChanger(), "DIFF/alias/input-changed/in"),
        Mutant.ofNode(
            "UTF-16 reverse",
            REVERSE,
            Mapping.of((params, item) -> unitsReversed(String.valueOf(item))),
            "DIFF/str/utf16-order/out"));
  }

  private static Stream<Mutant> arithmetic() {
    return Stream.of(
        Mutant.ofNode(
            "wrapped at 64 bits",
            CALCULATOR,
            Mapping.of((p, item) -> wrapped(FakeNodes.calculate(p, item), 64)),
            "DIFF/int/wrapped-64/out"),
        Mutant.ofNode(
            "wrapped at 32 bits",
            CALCULATOR,
            Mapping.of((p, item) -> wrapped(FakeNodes.calculate(p, item), 32)),
            "DIFF/int/wrapped-32/out"),
        Mutant.ofNode(
            "Java's remainder", CALCULATOR, Mapping.of(NodeMutants::javaModulo), "DIFF/int/*/out"),
        Mutant.ofNode(
            "error swallowed",
            CALCULATOR,
            Mapping.of(
                (p, item) -> item instanceof String ? "error" : FakeNodes.calculate(p, item)),
            "ERROR/not-raised/TYPE"),
        Mutant.ofNode(
            "wrong kind of error",
            CALCULATOR,
            Mapping.of(
                (p, item) -> {
                  if (item instanceof String) {
                    throw new NodeException(ErrorKind.INVALID, "not a number");
                  }
                  return FakeNodes.calculate(p, item);
                }),
            "ERROR/kind/TYPE-vs-INVALID"),
        Mutant.ofNode(
            "error where none should be",
            CALCULATOR,
            Mapping.of(
                (p, item) -> {
                  if (item instanceof Boolean) {
                    throw new NodeException(ErrorKind.TYPE, "no bools");
                  }
                  return FakeNodes.calculate(p, item);
                }),
            "ERROR/raised/TYPE"));
  }

  private static Stream<Mutant> counters() {
    return Stream.of(
        Mutant.ofNode(
            "state lost on restore",
            COUNTER,
            p ->
                new FakeNodes.Counter(p) {
                  @Override
                  public void restore(Map<String, @Nullable Object> state) {}
                },
            "DIFF/int/*/out.count"),
        Mutant.ofNode(
            "counts from zero",
            COUNTER,
            p ->
                new FakeNodes.Counter(p) {
                  @Override
                  public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
                    super.process(item, value -> out.emit(withCount(value, -1)));
                  }
                },
            "DIFF/int/off-by-one/out.count"),
        Mutant.ofNode(
            "keys reordered",
            COUNTER,
            p ->
                new FakeNodes.Counter(p) {
                  @Override
                  public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
                    super.process(item, value -> out.emit(reversed(value)));
                  }
                },
            "DIFF/map/order/out"),
        Mutant.ofNode(
            "key missing",
            COUNTER,
            p ->
                new FakeNodes.Counter(p) {
                  @Override
                  public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
                    super.process(
                        item,
                        value ->
                            out.emit(
                                value instanceof Map<?, ?> m
                                    ? Map.of("count", m.get("count"))
                                    : value));
                  }
                },
            "DIFF/map/missing-key/out.value"),
        Mutant.ofNode(
            "state under another name",
            COUNTER,
            p ->
                new FakeNodes.Counter(p) {
                  @Override
                  public Map<String, @Nullable Object> snapshot() {
                    return Map.of("count", Values.normalize(count), "extra", 1L);
                  }
                },
            "DIFF/map/extra-key/state[*].fields.extra"));
  }

  private static Stream<Mutant> buffers() {
    return Stream.of(
        Mutant.ofNode(
            "never flushes",
            BUFFER,
            p ->
                new FakeNodes.Buffer(p) {
                  @Override
                  public void flush(Emitter<@Nullable Object> out) {}
                },
            "DIFF/stream/missing-output/out"),
        Mutant.ofNode(
            "releases late",
            BUFFER,
            p ->
                new FakeNodes.Buffer(p) {
                  @Override
                  public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
                    if (isFull()) {
                      release(out);
                    }
                    items.add(item);
                  }
                },
            "DIFF/stream/late-output/out"),
        Mutant.ofNode(
            "wrong default",
            BUFFER,
            p ->
                new FakeNodes.Buffer(p) {
                  @Override
                  protected boolean isFull() {
                    return items.size() >= (size.equals(BigInteger.TEN) ? 9 : size.doubleValue());
                  }
                },
            "DIFF/stream/extra-output/out"),
        Mutant.ofNode(
            "none dropped",
            BUFFER,
            p ->
                new FakeNodes.Buffer(p) {
                  @Override
                  public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
                    if (item != null) {
                      super.process(item, out);
                    }
                  }
                },
            "DIFF/stream/missing-output/out"),
        Mutant.ofNode(
            "flushes an empty list",
            BUFFER,
            p ->
                new FakeNodes.Buffer(p) {
                  @Override
                  public void flush(Emitter<@Nullable Object> out) {
                    release(out);
                  }
                },
            "DIFF/stream/extra-output/out"),
        Mutant.ofNode(
            "list reused",
            BUFFER,
            p ->
                new FakeNodes.Buffer(p) {
                  @Override
                  protected void release(Emitter<@Nullable Object> out) {
                    out.emit(items);
                    items.clear();
                  }
                },
            "DIFF/alias/output-changed/out"));
  }

  private static @Nullable Object textKeys(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, each) -> copy.put(String.valueOf(key), each));
    return copy;
  }

  private static @Nullable Object sorted(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)
        || !map.keySet().stream().allMatch(String.class::isInstance)) {
      return value;
    }
    Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
    map.keySet().stream().map(String::valueOf).sorted().forEach(key -> copy.put(key, map.get(key)));
    return copy;
  }

  private static @Nullable Object reversed(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
    new ArrayList<>(map.keySet())
        .reversed()
        .forEach(key -> copy.put(String.valueOf(key), map.get(key)));
    return copy;
  }

  private static @Nullable Object withCount(@Nullable Object value, long change) {
    if (!(value instanceof Map<?, ?> map) || !(map.get("count") instanceof Number count)) {
      return value;
    }
    Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
    copy.put("value", map.get("value"));
    copy.put("count", Values.normalize(Values.toBigInteger(count).add(BigInteger.valueOf(change))));
    return copy;
  }

  private static Object wrapped(Number number, int bits) {
    if (number instanceof Double) {
      return number;
    }
    BigInteger exact = Values.toBigInteger(number);
    return bits == 64 ? exact.longValue() : (long) exact.intValue();
  }

  private static Object javaModulo(Map<String, @Nullable Object> params, @Nullable Object item) {
    Number a = FakeNodes.number(item);
    Number b = FakeNodes.number(params.get("operand"));
    return "modulo".equals(params.get("operation"))
        ? Values.normalize(Values.toBigInteger(a).remainder(Values.toBigInteger(b)))
        : FakeNodes.calculate(params, item);
  }

  private static String unitsReversed(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = text.length() - 1; i >= 0; i--) {
      out.append(text.charAt(i));
    }
    return out.toString();
  }

  /** Changes a list that it was only lent. */
  private static final class InputChanger implements FakeNode {
    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      out.emit(item);
      if (item instanceof List<?> list && !list.isEmpty()) {
        list.removeFirst();
      }
    }
  }
}
