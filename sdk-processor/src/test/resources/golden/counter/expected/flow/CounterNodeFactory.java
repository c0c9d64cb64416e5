package flow;

import dev.graft.annotation.GraftGenerated;
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
import dev.graft.value.Codec;
import dev.graft.value.Codecs;
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
              List.of(
                  PortDescriptor.out(
                      new ValueType.RecordOf(
                          List.of(
                              new ValueType.RecordOf.Field("value", ValueType.Scalar.ANY),
                              new ValueType.RecordOf.Field("count", ValueType.Scalar.INT))))),
              StateDescriptor.keyed(new StateDescriptor.Field("count", ValueType.Scalar.INT)),
              Purity.PURE),
          Implementation.java("flow.CounterNode"));

  private static final Codec<BigInteger> BIG_INT = Codecs.bigInt();

  private static final Codec<@Nullable Object> ANY = Codecs.any();

  private static final Codec<CounterNode.Counted> COUNTED = new CountedCodec();

  /** A factory; all of them are alike. */
  public CounterNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    BigInteger initialCount = params.read("initial_count", BIG_INT);
    CounterNode.Params values = params.finish(() -> new CounterNode.Params(initialCount));
    return new Instance(new CounterNode(values));
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE =
        new ValueType.RecordOf(
            List.of(new ValueType.RecordOf.Field("count", ValueType.Scalar.INT)));

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
      @Nullable Object input;
      try {
        input = ANY.decode(item);
      } catch (ValueException e) {
        throw e.in("in");
      }
      node.process(input, output -> out.emit(encode(output)));
    }

    @Override
    public void flush(Emitter<@Nullable Object> out) {
      node.flush(output -> out.emit(encode(output)));
    }

    @Override
    public Map<String, @Nullable Object> snapshot() {
      Map<String, @Nullable Object> state = new LinkedHashMap<>();
      try {
        BigInteger count = (BigInteger) COUNT_FIELD.get(node);
        state.put("count", Codecs.entry("count", count, BIG_INT));
      } catch (ValueException e) {
        throw e.in("state");
      }
      return state;
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {
      try {
        Map<?, ?> dict = Codecs.dictFor(STATE, state);
        BigInteger count = Codecs.field(dict, "count", BIG_INT);
        COUNT_FIELD.set(node, count);
      } catch (ValueException e) {
        throw e.in("state");
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
        return COUNTED.encode(output);
      } catch (ValueException e) {
        throw e.in("out");
      }
    }
  }

  private static final class CountedCodec implements Codec<CounterNode.Counted> {
    private static final ValueType.RecordOf TYPE =
        new ValueType.RecordOf(
            List.of(
                new ValueType.RecordOf.Field("value", ValueType.Scalar.ANY),
                new ValueType.RecordOf.Field("count", ValueType.Scalar.INT)));

    @Override
    public ValueType type() {
      return TYPE;
    }

    @Override
    public CounterNode.Counted decode(@Nullable Object value) {
      Map<?, ?> dict = Codecs.dictFor(TYPE, value);
      return new CounterNode.Counted(
          Codecs.field(dict, "value", ANY), Codecs.field(dict, "count", BIG_INT));
    }

    @Override
    public Object encode(CounterNode.Counted value) {
      Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
      dict.put("value", Codecs.entry("value", value.value(), ANY));
      dict.put("count", Codecs.entry("count", value.count(), BIG_INT));
      return dict;
    }
  }
}
