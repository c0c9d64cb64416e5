package dev.graft.compat.fake;

import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nodes that are right. A mutant is one of them with one thing wrong. */
public final class FakeNodes {
  private FakeNodes() {}

  /** All of them, by id. */
  public static Map<String, FakeNode.Maker> right() {
    Map<String, FakeNode.Maker> all = new LinkedHashMap<>();
    all.put("pass-through", Mapping.of((params, item) -> item));
    all.put(
        "reverse",
        Mapping.of((params, item) -> new StringBuilder(String.valueOf(item)).reverse().toString()));
    all.put("counter", Counter::new);
    all.put("buffer", Buffer::new);
    all.put("calculator", Mapping.of(FakeNodes::calculate));
    return all;
  }

  /** Adds, multiplies and takes remainders; enough to be got wrong. */
  public static Number calculate(Map<String, @Nullable Object> params, @Nullable Object item) {
    Number a = number(item);
    Number b = number(params.get("operand"));
    Object operation = params.get("operation");
    if (a instanceof Double || b instanceof Double) {
      double x = a.doubleValue();
      double y = b.doubleValue();
      return "add".equals(operation) ? x + y : x * y;
    }
    BigInteger x = Values.toBigInteger(a);
    BigInteger y = Values.toBigInteger(b);
    return Values.normalize(
        switch (String.valueOf(operation)) {
          case "add" -> x.add(y);
          case "multiply" -> x.multiply(y);
          default -> y.signum() < 0 ? x.negate().mod(y.negate()).negate() : x.mod(y);
        });
  }

  public static Number number(@Nullable Object value) {
    return switch (value) {
      case Boolean bool -> bool ? 1L : 0L;
      case Number number -> number;
      case null, default -> throw new NodeException(ErrorKind.TYPE, "expected a number");
    };
  }

  /** The counter. */
  public static class Counter implements FakeNode {
    protected BigInteger count;

    public Counter(Map<String, @Nullable Object> params) {
      count = Values.toBigInteger(number(params.get("initial_count")));
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      count = count.add(BigInteger.ONE);
      Map<Object, @Nullable Object> counted = new LinkedHashMap<>();
      counted.put("value", item);
      counted.put("count", Values.normalize(count));
      out.emit(counted);
    }

    @Override
    public Map<String, @Nullable Object> snapshot() {
      return Map.of("count", Values.normalize(count));
    }

    @Override
    public void restore(Map<String, @Nullable Object> state) {
      count = Values.toBigInteger(number(state.get("count")));
    }
  }

  /** The buffer. */
  public static class Buffer implements FakeNode {
    protected List<@Nullable Object> items = new ArrayList<>();
    protected final BigInteger size;

    public Buffer(Map<String, @Nullable Object> params) {
      size = Values.toBigInteger(number(params.get("size")));
    }

    protected boolean isFull() {
      return BigInteger.valueOf(items.size()).compareTo(size) >= 0;
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      items.add(item);
      if (isFull()) {
        release(out);
      }
    }

    protected void release(Emitter<@Nullable Object> out) {
      List<@Nullable Object> full = items;
      items = new ArrayList<>();
      out.emit(full);
    }

    @Override
    public void flush(Emitter<@Nullable Object> out) {
      if (!items.isEmpty()) {
        release(out);
      }
    }

    @Override
    public Map<String, @Nullable Object> snapshot() {
      return Map.of("items", new ArrayList<>(items));
    }

    @Override
    public void restore(Map<String, @Nullable Object> state) {
      items = new ArrayList<>();
      if (state.get("items") instanceof List<?> held) {
        items.addAll(held);
      }
    }
  }
}
