package com.acme.audio;

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
import dev.graft.value.Decode;
import dev.graft.value.Encode;
import dev.graft.value.ValueException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Makes instances of {@link PeakNode}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class PeakNodeFactory implements NodeFactory {
  private static final ValueType.RecordOf PEAK =
      new ValueType.RecordOf(
          List.of(
              new ValueType.RecordOf.Field("value", ValueType.Scalar.FLOAT),
              new ValueType.RecordOf.Field("position", ValueType.Scalar.INT)));

  /** What the node is. */
  public static final NodeDescriptor DESCRIPTOR =
      new NodeDescriptor(
          new NodeContract(
              "peak",
              "1.0",
              "Emits each new maximum.",
              List.of(
                  ParamDescriptor.optional(
                      "floor", ValueType.Scalar.FLOAT, 0.0, "Nothing below counts.")),
              List.of(PortDescriptor.in(ValueType.Scalar.FLOAT)),
              List.of(PortDescriptor.out(PEAK)),
              StateDescriptor.keyed(
                  new StateDescriptor.Field("seen", ValueType.Scalar.INT),
                  new StateDescriptor.Field("highest", ValueType.Scalar.FLOAT)),
              Purity.PURE),
          Implementation.java("com.acme.audio.PeakNode"));

  /** A factory; all of them are alike. */
  public PeakNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    Double floor = params.read("floor", Decode::float64);
    PeakNode.Params values = params.finish(() -> new PeakNode.Params(floor));
    return new Instance(new PeakNode(values));
  }

  private static Object encodePeak(PeakNode.Peak value) {
    Encode.present(value, PEAK);
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    dict.put("value", value.value());
    dict.put("position", value.position());
    return dict;
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE = Decode.stateType(DESCRIPTOR.contract().state());

    private static final VarHandle SEEN_FIELD;

    private static final VarHandle HIGHEST_FIELD;

    static {
      try {
        MethodHandles.Lookup lookup =
            MethodHandles.privateLookupIn(PeakNode.class, MethodHandles.lookup());
        SEEN_FIELD = lookup.findVarHandle(PeakNode.class, "seen", long.class);
        HIGHEST_FIELD = lookup.findVarHandle(PeakNode.class, "highest", double.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private final PeakNode node;

    Instance(PeakNode node) {
      this.node = node;
    }

    @Override
    public void open(NodeContext context) {
      node.open(context);
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      Double input;
      try {
        input = Decode.float64(item);
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
      state.put("seen", (long) SEEN_FIELD.get(node));
      state.put("highest", (double) HIGHEST_FIELD.get(node));
      return state;
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {
      String at = "seen";
      try {
        Decode.record(state, STATE);
        long seen = Decode.int64(state.get(at));
        at = "highest";
        double highest = Decode.float64(state.get(at));
        SEEN_FIELD.set(node, seen);
        HIGHEST_FIELD.set(node, highest);
      } catch (ValueException e) {
        throw Decode.inRecord(e, at, state, STATE).in("state");
      }
    }

    @Override
    public void close() {
      node.close();
    }

    private static @Nullable Object encode(PeakNode.@Nullable Peak output) {
      if (output == null) {
        return null;
      }
      try {
        return encodePeak(output);
      } catch (ValueException e) {
        throw e.in("out");
      }
    }
  }
}
