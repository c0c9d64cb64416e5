package audio;

import dev.graft.annotation.GraftGenerated;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Makes instances of {@link NamesNode}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class NamesNodeFactory implements NodeFactory {
  private static final ValueType.RecordOf INSTANCE =
      new ValueType.RecordOf(List.of(new ValueType.RecordOf.Field("key", ValueType.Scalar.STR)));

  private static final ValueType.ListOf LIST_OF_INSTANCE = new ValueType.ListOf(INSTANCE);

  private static final ValueType.EnumOf DECODE = new ValueType.EnumOf(List.of("encode"));

  private static final ValueType.RecordOf DESCRIPTOR2 =
      new ValueType.RecordOf(
          List.of(
              new ValueType.RecordOf.Field("from", ValueType.Scalar.STR),
              new ValueType.RecordOf.Field("dict", ValueType.Scalar.INT),
              new ValueType.RecordOf.Field("at", LIST_OF_INSTANCE),
              new ValueType.RecordOf.Field("e", DECODE)));

  private static final ValueType.RecordOf INSTANCE2 =
      new ValueType.RecordOf(List.of(new ValueType.RecordOf.Field("value", ValueType.Scalar.BOOL)));

  private static final ValueType.ListOf LIST_OF_INSTANCE2 = new ValueType.ListOf(INSTANCE2);

  /** What the node is. */
  public static final NodeDescriptor DESCRIPTOR =
      new NodeDescriptor(
          new NodeContract(
              "names",
              "1.0",
              "Passes names on.",
              List.of(),
              List.of(PortDescriptor.in(DESCRIPTOR2)),
              List.of(PortDescriptor.out(DESCRIPTOR2)),
              StateDescriptor.keyed(
                  new StateDescriptor.Field("instances", LIST_OF_INSTANCE2),
                  new StateDescriptor.Field("state", ValueType.Scalar.INT),
                  new StateDescriptor.Field("node", DESCRIPTOR2)),
              Purity.UNDECLARED),
          Implementation.java("audio.NamesNode"));

  /** A factory; all of them are alike. */
  public NamesNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    params.finish();
    return new Instance(new NamesNode());
  }

  private static NamesNode.Descriptor decodeDescriptor(@Nullable Object from) {
    Map<?, ?> dict = Decode.record(from, DESCRIPTOR2);
    String at = "from";
    try {
      String from_ = Decode.str(dict.get(at));
      at = "dict";
      long dict_ = Decode.int64(dict.get(at));
      at = "at";
      List<NamesNode.Other.Instance> at_ = decodeListOfInstance(dict.get(at));
      at = "e";
      NamesNode.Decode e_ = decodeDecode(dict.get(at));
      return new NamesNode.Descriptor(from_, dict_, at_, e_);
    } catch (ValueException e) {
      throw Decode.inRecord(e, at, dict, DESCRIPTOR2);
    }
  }

  private static List<NamesNode.Other.Instance> decodeListOfInstance(@Nullable Object from) {
    List<?> items = Decode.list(from, LIST_OF_INSTANCE);
    List<NamesNode.Other.Instance> result = new ArrayList<>(items.size());
    try {
      for (Object item : items) {
        result.add(decodeInstance(item));
      }
    } catch (ValueException e) {
      throw e.atItem(result.size());
    }
    return result;
  }

  private static NamesNode.Other.Instance decodeInstance(@Nullable Object from) {
    Map<?, ?> dict = Decode.record(from, INSTANCE);
    String at = "key";
    try {
      String key = Decode.str(dict.get(at));
      return new NamesNode.Other.Instance(key);
    } catch (ValueException e) {
      throw Decode.inRecord(e, at, dict, INSTANCE);
    }
  }

  private static NamesNode.Decode decodeDecode(@Nullable Object from) {
    return switch (Decode.choice(from, DECODE)) {
      case "encode" -> NamesNode.Decode.ENCODE;
      default -> throw Decode.notOneOf(from, DECODE);
    };
  }

  private static Object encodeListOfInstance(List<NamesNode.State2.Instance> value) {
    Encode.present(value, LIST_OF_INSTANCE2);
    List<@Nullable Object> items = new ArrayList<>(value.size());
    try {
      for (NamesNode.State2.Instance item : value) {
        items.add(encodeInstance(item));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return items;
  }

  private static Object encodeInstance(NamesNode.State2.Instance value) {
    Encode.present(value, INSTANCE2);
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    dict.put("value", value.value());
    return dict;
  }

  private static Object encodeDescriptor(NamesNode.Descriptor value) {
    Encode.present(value, DESCRIPTOR2);
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(8);
    String at = "from";
    try {
      dict.put(at, Encode.str(value.from()));
      at = "dict";
      dict.put(at, value.dict());
      at = "at";
      dict.put(at, encodeListOfInstance2(value.at()));
      at = "e";
      dict.put(at, encodeDecode(value.e()));
    } catch (ValueException e) {
      throw e.atKey(at);
    }
    return dict;
  }

  private static Object encodeListOfInstance2(List<NamesNode.Other.Instance> value) {
    Encode.present(value, LIST_OF_INSTANCE);
    List<@Nullable Object> items = new ArrayList<>(value.size());
    try {
      for (NamesNode.Other.Instance item : value) {
        items.add(encodeInstance2(item));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return items;
  }

  private static Object encodeInstance2(NamesNode.Other.Instance value) {
    Encode.present(value, INSTANCE);
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    String at = "key";
    try {
      dict.put(at, Encode.str(value.key()));
    } catch (ValueException e) {
      throw e.atKey(at);
    }
    return dict;
  }

  private static String encodeDecode(NamesNode.Decode value) {
    Encode.present(value, DECODE);
    return switch (value) {
      case ENCODE -> "encode";
    };
  }

  private static List<NamesNode.State2.Instance> decodeListOfInstance2(@Nullable Object from) {
    List<?> items = Decode.list(from, LIST_OF_INSTANCE2);
    List<NamesNode.State2.Instance> result = new ArrayList<>(items.size());
    try {
      for (Object item : items) {
        result.add(decodeInstance2(item));
      }
    } catch (ValueException e) {
      throw e.atItem(result.size());
    }
    return result;
  }

  private static NamesNode.State2.Instance decodeInstance2(@Nullable Object from) {
    Map<?, ?> dict = Decode.record(from, INSTANCE2);
    String at = "value";
    try {
      boolean value = Decode.bool(dict.get(at));
      return new NamesNode.State2.Instance(value);
    } catch (ValueException e) {
      throw Decode.inRecord(e, at, dict, INSTANCE2);
    }
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE = Decode.stateType(DESCRIPTOR.contract().state());

    private static final VarHandle INSTANCES_FIELD;

    private static final VarHandle STATE_FIELD;

    private static final VarHandle NODE_FIELD;

    static {
      try {
        MethodHandles.Lookup lookup =
            MethodHandles.privateLookupIn(NamesNode.class, MethodHandles.lookup());
        INSTANCES_FIELD = lookup.findVarHandle(NamesNode.class, "instances", List.class);
        STATE_FIELD = lookup.findVarHandle(NamesNode.class, "state", int.class);
        NODE_FIELD = lookup.findVarHandle(NamesNode.class, "node", NamesNode.Descriptor.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private final NamesNode node;

    Instance(NamesNode node) {
      this.node = node;
    }

    @Override
    public void open(NodeContext context) {
      node.open(context);
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      NamesNode.Descriptor input;
      try {
        input = decodeDescriptor(item);
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
      String at = "instances";
      try {
        @SuppressWarnings("unchecked") // the field's own type
        List<NamesNode.State2.Instance> instances =
            (List<NamesNode.State2.Instance>) INSTANCES_FIELD.get(node);
        state.put(at, encodeListOfInstance(instances));
        at = "state";
        state.put(at, (long) (int) STATE_FIELD.get(node));
        at = "node";
        state.put(at, encodeDescriptor((NamesNode.Descriptor) NODE_FIELD.get(node)));
      } catch (ValueException e) {
        throw e.atKey(at).in("state");
      }
      return state;
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {
      String at = "instances";
      try {
        Decode.record(state, STATE);
        List<NamesNode.State2.Instance> instances = decodeListOfInstance2(state.get(at));
        at = "state";
        int state_ = Decode.int32(state.get(at));
        at = "node";
        NamesNode.Descriptor node_ = decodeDescriptor(state.get(at));
        INSTANCES_FIELD.set(node, instances);
        STATE_FIELD.set(node, state_);
        NODE_FIELD.set(node, node_);
      } catch (ValueException e) {
        throw Decode.inRecord(e, at, state, STATE).in("state");
      }
    }

    @Override
    public void close() {
      node.close();
    }

    private static @Nullable Object encode(NamesNode.@Nullable Descriptor output) {
      if (output == null) {
        return null;
      }
      try {
        return encodeDescriptor(output);
      } catch (ValueException e) {
        throw e.in("out");
      }
    }
  }
}
