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
import dev.graft.value.Codec;
import dev.graft.value.Codecs;
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
              List.of(
                  PortDescriptor.out(
                      new ValueType.RecordOf(
                          List.of(
                              new ValueType.RecordOf.Field("value", ValueType.Scalar.FLOAT),
                              new ValueType.RecordOf.Field("position", ValueType.Scalar.INT))))),
              StateDescriptor.keyed(
                  new StateDescriptor.Field("seen", ValueType.Scalar.INT),
                  new StateDescriptor.Field("highest", ValueType.Scalar.FLOAT)),
              Purity.PURE),
          Implementation.java("com.acme.audio.PeakNode"));

  private static final Codec<Double> FLOAT64 = Codecs.float64();

  private static final Codec<Long> INT64 = Codecs.int64();

  private static final Codec<PeakNode.Peak> PEAK = new PeakCodec();

  /** A factory; all of them are alike. */
  public PeakNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    Double floor = params.read("floor", FLOAT64);
    PeakNode.Params values = params.finish(() -> new PeakNode.Params(floor));
    return new Instance(new PeakNode(values));
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE =
        new ValueType.RecordOf(
            List.of(
                new ValueType.RecordOf.Field("seen", ValueType.Scalar.INT),
                new ValueType.RecordOf.Field("highest", ValueType.Scalar.FLOAT)));

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
        input = FLOAT64.decode(item);
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
        long seen = (long) SEEN_FIELD.get(node);
        state.put("seen", Codecs.entry("seen", seen, INT64));
        double highest = (double) HIGHEST_FIELD.get(node);
        state.put("highest", Codecs.entry("highest", highest, FLOAT64));
      } catch (ValueException e) {
        throw e.in("state");
      }
      return state;
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {
      try {
        Map<?, ?> dict = Codecs.dictFor(STATE, state);
        long seen = Codecs.field(dict, "seen", INT64);
        double highest = Codecs.field(dict, "highest", FLOAT64);
        SEEN_FIELD.set(node, seen);
        HIGHEST_FIELD.set(node, highest);
      } catch (ValueException e) {
        throw e.in("state");
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
        return PEAK.encode(output);
      } catch (ValueException e) {
        throw e.in("out");
      }
    }
  }

  private static final class PeakCodec implements Codec<PeakNode.Peak> {
    private static final ValueType.RecordOf TYPE =
        new ValueType.RecordOf(
            List.of(
                new ValueType.RecordOf.Field("value", ValueType.Scalar.FLOAT),
                new ValueType.RecordOf.Field("position", ValueType.Scalar.INT)));

    @Override
    public ValueType type() {
      return TYPE;
    }

    @Override
    public PeakNode.Peak decode(@Nullable Object value) {
      Map<?, ?> dict = Codecs.dictFor(TYPE, value);
      return new PeakNode.Peak(
          Codecs.field(dict, "value", FLOAT64), Codecs.field(dict, "position", INT64));
    }

    @Override
    public Object encode(PeakNode.Peak value) {
      Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
      dict.put("value", Codecs.entry("value", value.value(), FLOAT64));
      dict.put("position", Codecs.entry("position", value.position(), INT64));
      return dict;
    }
  }
}
