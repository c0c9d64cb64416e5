package dev.graft.runtime.run;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.node.Emitter;
import dev.graft.node.NodeContext;
import dev.graft.params.ParamReader;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeInstance;
import dev.graft.registry.NodeModule;
import dev.graft.value.Decode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Nodes written by hand, each of which shows one behaviour of the runner. */
public final class TestNodes implements NodeModule {
  @Override
  public String name() {
    return "test";
  }

  @Override
  public List<NodeFactory> factories() {
    return List.of(
        new Factory("fails-on", size -> new FailsOn(size)),
        new Factory("repeats", size -> new Repeats(size)),
        new Factory("sums", size -> new Sums()),
        new Factory("counts", size -> new Counts()),
        new Factory("totals", size -> new Sums()),
        new Factory("swallows", size -> new Swallows()),
        new Factory("fails-at-end", size -> new FailsAtEnd()),
        new Factory("fails-at-some-ends", size -> new FailsAtSomeEnds(size)));
  }

  private record Factory(String id, LongFunction<NodeInstance> make) implements NodeFactory {
    @Override
    public NodeDescriptor descriptor() {
      StateDescriptor.Field sum = new StateDescriptor.Field("sum", Scalar.INT);
      StateDescriptor state =
          switch (id) {
            case "sums", "fails-at-some-ends" -> StateDescriptor.keyed(sum);
            case "totals" -> StateDescriptor.instance(sum);
            default -> StateDescriptor.NONE;
          };
      return new NodeDescriptor(
          new NodeContract(
              id,
              "1.0",
              "For tests.",
              List.of(
                  ParamDescriptor.optional(
                      "n", Scalar.INT, 3L, "A number.", new Constraint.Min(0L))),
              List.of(PortDescriptor.in(Scalar.ANY)),
              List.of(PortDescriptor.out(Scalar.ANY)),
              state,
              Purity.PURE),
          Implementation.java(TestNodes.class.getName()));
    }

    @Override
    public NodeInstance create(ParamReader params) {
      Long n = params.read("n", Decode::int64);
      params.finish();
      return make.apply(Objects.requireNonNull(n));
    }
  }

  private abstract static class Stateless implements NodeInstance {
    @Override
    public void open(NodeContext context) {}

    @Override
    public void flush(Emitter<@Nullable Object> out) {}

    @Override
    public Map<String, @Nullable Object> snapshot() {
      return Map.of();
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {}

    @Override
    public void close() {}
  }

  /** Emits the item, and fails after that if it is a certain number. */
  private static final class FailsOn extends Stateless {
    private final long bad;

    FailsOn(long bad) {
      this.bad = bad;
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      out.emit(item);
      if (Objects.equals(item, bad)) {
        throw new IllegalArgumentException("will not take " + item);
      }
    }
  }

  /** Emits at the end, and fails after that. */
  private static final class FailsAtEnd extends Stateless {
    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {}

    @Override
    public void flush(Emitter<@Nullable Object> out) {
      out.emit(7L);
      throw new IllegalStateException("no end");
    }
  }

  /** Emits the item again and again, as long as more is wanted. */
  private static final class Repeats extends Stateless {
    private final long limit;

    Repeats(long limit) {
      this.limit = limit;
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      for (long i = 0; i < limit && out.emit(item); i++) {}
    }
  }

  /** Emits the sum of the items at the end, and fails in a session with the number, modulo 8. */
  private static final class FailsAtSomeEnds extends Sums {
    private final long bad;
    private boolean isBad;

    FailsAtSomeEnds(long bad) {
      this.bad = bad;
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      isBad |= item instanceof Map<?, ?> dict && dict.get("v") instanceof Long v && v % 8 == bad;
      super.process(item, out);
    }

    @Override
    public void flush(Emitter<@Nullable Object> out) {
      super.flush(out);
      if (isBad) {
        throw new IllegalStateException("no end of " + bad);
      }
    }
  }

  /** Emits the sum of the items at the end, one for each session. */
  private static class Sums extends Stateless {
    private long sum;

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      sum +=
          item instanceof Map<?, ?> dict
              ? (Long) Objects.requireNonNull(dict.get("v"))
              : (Long) Objects.requireNonNull(item);
      out.emit(null);
    }

    @Override
    public void flush(Emitter<@Nullable Object> out) {
      out.emit(sum);
    }

    @Override
    public Map<String, @Nullable Object> snapshot() {
      return new HashMap<>(Map.of("sum", sum));
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {
      sum = (Long) Objects.requireNonNull(state.get("sum"));
    }
  }

  /** Emits the number of items at the end. */
  private static final class Counts extends Stateless {
    private long count;

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      count++;
    }

    @Override
    public void flush(Emitter<@Nullable Object> out) {
      out.emit(count);
    }
  }

  /** Catches whatever its emitter throws: no failure of another node may come this way. */
  private static final class Swallows extends Stateless {
    private final List<RuntimeException> caught = new ArrayList<>();

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      try {
        out.emit(item);
      } catch (RuntimeException e) {
        caught.add(e);
      }
    }
  }
}
