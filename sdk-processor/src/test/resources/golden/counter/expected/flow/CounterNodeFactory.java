package flow;

import dev.graft.annotation.GraftGenerated;
import dev.graft.descriptor.Example;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.node.Emitter;
import dev.graft.node.NodeContext;
import dev.graft.params.ParamReader;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeInstance;
import dev.graft.value.Decode;
import dev.graft.value.Encode;
import dev.graft.value.ValueException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Makes instances of {@link CounterNode}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class CounterNodeFactory implements NodeFactory {
  private static final ValueType.RecordOf COUNTED =
      new ValueType.RecordOf(
          List.of(
              new ValueType.RecordOf.Field("value", ValueType.Scalar.ANY),
              new ValueType.RecordOf.Field("count", ValueType.Scalar.INT)));

  /** What the node is. */
  public static final NodeDescriptor DESCRIPTOR =
      new NodeDescriptor(
          new NodeContract(
              "counter",
              "1.0",
              "Numbers the items as they pass.",
              List.of(
                  ParamDescriptor.optional(
                      "initial_count",
                      ValueType.Scalar.INT,
                      0L,
                      "The count before the first item.")),
              List.of(PortDescriptor.in(ValueType.Scalar.ANY)),
              List.of(PortDescriptor.out(COUNTED)),
              StateDescriptor.keyed(new StateDescriptor.Field("count", ValueType.Scalar.INT)),
              Purity.PURE),
          Implementation.java(
              "flow.CounterNode",
              "",
              new Example(
                  "Counts what is there, whatever it is.",
                  "{}",
                  List.of("\"a\"", "null"),
                  List.of("{\"value\": \"a\", \"count\": 1}", "{\"value\": null, \"count\": 2}")),
              new Example(
                  "",
                  "{\"initial_count\": 5}",
                  List.of("1.5"),
                  List.of("{\"value\": 1.5, \"count\": 6}"))));

  /** A factory; all of them are alike. */
  public CounterNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    BigInteger initialCount = params.read("initial_count", Decode::bigInt);
    CounterNode.Params values = params.finish(() -> new CounterNode.Params(initialCount));
    return new Instance(new CounterNode(values));
  }

  private static Object encodeCounted(CounterNode.Counted value) {
    Encode.present(value, COUNTED);
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    String at = "value";
    try {
      dict.put(at, Encode.any(value.value()));
      at = "count";
      dict.put(at, Encode.bigInt(value.count()));
    } catch (ValueException e) {
      throw e.atKey(at);
    }
    return dict;
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE = Decode.stateType(DESCRIPTOR.contract().state());

    private static final VarHandle COUNT_FIELD;

    static {
      try {
        MethodHandles.Lookup lookup =
            MethodHandles.privateLookupIn(CounterNode.class, MethodHandles.lookup());
        COUNT_FIELD = lookup.findVarHandle(CounterNode.class, "count", BigInteger.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private final CounterNode node;

    Instance(CounterNode node) {
      this.node = node;
    }

    @Override
    public void open(NodeContext context) {
      node.open(context);
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      node.process(item, output -> out.emit(encode(output)));
    }

    @Override
    public void flush(Emitter<@Nullable Object> out) {
      node.flush(output -> out.emit(encode(output)));
    }

    @Override
    public Map<String, @Nullable Object> snapshot() {
      Map<String, @Nullable Object> state = new LinkedHashMap<>();
      String at = "count";
      try {
        state.put(at, Encode.bigInt((BigInteger) COUNT_FIELD.get(node)));
      } catch (ValueException e) {
        throw e.atKey(at).in("state");
      }
      return state;
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {
      String at = "count";
      try {
        Decode.record(state, STATE);
        BigInteger count = Decode.bigInt(state.get(at));
        COUNT_FIELD.set(node, count);
      } catch (ValueException e) {
        throw Decode.inRecord(e, at, state, STATE).in("state");
      }
    }

    @Override
    public void close() {
      node.close();
    }

    private static @Nullable Object encode(CounterNode.@Nullable Counted output) {
      if (output == null) {
        return null;
      }
      try {
        return encodeCounted(output);
      } catch (ValueException e) {
        throw e.in("out");
      }
    }
  }
}
