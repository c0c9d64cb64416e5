package flow;

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
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Makes instances of {@link PairsNode}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class PairsNodeFactory implements NodeFactory {
  private static final ValueType.RecordOf PAIR_OF_STR_AND_INT64 =
      new ValueType.RecordOf(
          List.of(
              new ValueType.RecordOf.Field("first", ValueType.Scalar.STR),
              new ValueType.RecordOf.Field("second", ValueType.Scalar.INT)));

  private static final ValueType.RecordOf PAIR_OF_INT64_AND_ANY =
      new ValueType.RecordOf(
          List.of(
              new ValueType.RecordOf.Field("first", ValueType.Scalar.INT),
              new ValueType.RecordOf.Field("second", ValueType.Scalar.ANY)));

  private static final ValueType.ListOf LIST_OF_FLOAT64 =
      new ValueType.ListOf(ValueType.Scalar.FLOAT);

  private static final ValueType.RecordOf PAIR_OF_PAIR_OF_INT64_AND_ANY_AND_LIST_OF_FLOAT64 =
      new ValueType.RecordOf(
          List.of(
              new ValueType.RecordOf.Field("first", PAIR_OF_INT64_AND_ANY),
              new ValueType.RecordOf.Field("second", LIST_OF_FLOAT64)));

  private static final ValueType.TupleOf KEY_OF_INT32 =
      new ValueType.TupleOf(List.of(ValueType.Scalar.INT, ValueType.Scalar.STR));

  private static final ValueType.DictOf DICT_OF_KEY_OF_INT32_TO_PAIR_OF_STR_AND_INT64 =
      new ValueType.DictOf(KEY_OF_INT32, PAIR_OF_STR_AND_INT64);

  private static final ValueType.ListOf LIST_OF_STR = new ValueType.ListOf(ValueType.Scalar.STR);

  private static final ValueType.RecordOf PAIR_OF_INT32_AND_LIST_OF_STR =
      new ValueType.RecordOf(
          List.of(
              new ValueType.RecordOf.Field("first", ValueType.Scalar.INT),
              new ValueType.RecordOf.Field("second", LIST_OF_STR)));

  private static final ValueType.ListOf LIST_OF_OPTIONAL_PAIR_OF_INT32_AND_LIST_OF_STR =
      new ValueType.ListOf(new ValueType.OptionalOf(PAIR_OF_INT32_AND_LIST_OF_STR));

  private static final ValueType.DictOf DICT_OF_INT32_TO_LIST =
      new ValueType.DictOf(ValueType.Scalar.INT, LIST_OF_OPTIONAL_PAIR_OF_INT32_AND_LIST_OF_STR);

  /** What the node is. */
  public static final NodeDescriptor DESCRIPTOR =
      new NodeDescriptor(
          new NodeContract(
              "pairs",
              "1.0",
              "Passes pairs on.",
              List.of(),
              List.of(PortDescriptor.in(PAIR_OF_STR_AND_INT64)),
              List.of(PortDescriptor.out(PAIR_OF_PAIR_OF_INT64_AND_ANY_AND_LIST_OF_FLOAT64)),
              StateDescriptor.keyed(
                  new StateDescriptor.Field("seen", DICT_OF_KEY_OF_INT32_TO_PAIR_OF_STR_AND_INT64),
                  new StateDescriptor.Field("deeply_nested_pairs", DICT_OF_INT32_TO_LIST)),
              Purity.UNDECLARED),
          Implementation.java("flow.PairsNode"));

  /** A factory; all of them are alike. */
  public PairsNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    params.finish();
    return new Instance(new PairsNode());
  }

  private static PairsNode.Pair<String, Long> decodePairOfStrAndInt64(@Nullable Object from) {
    Map<?, ?> dict = Decode.record(from, PAIR_OF_STR_AND_INT64);
    String at = "first";
    try {
      String first = Decode.str(dict.get(at));
      at = "second";
      Long second = Decode.int64(dict.get(at));
      return new PairsNode.Pair<>(first, second);
    } catch (ValueException e) {
      throw Decode.inRecord(e, at, dict, PAIR_OF_STR_AND_INT64);
    }
  }

  private static Object encodeDictOfKeyOfInt32ToPairOfStrAndInt64(
      Map<PairsNode.Key<Integer>, PairsNode.Pair<String, Long>> value) {
    Encode.present(value, DICT_OF_KEY_OF_INT32_TO_PAIR_OF_STR_AND_INT64);
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>(2 * value.size());
    for (Map.Entry<PairsNode.Key<Integer>, PairsNode.Pair<String, Long>> entry : value.entrySet()) {
      try {
        dict.put(encodeKeyOfInt32(entry.getKey()), encodePairOfStrAndInt64(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return dict;
  }

  private static Tuple encodeKeyOfInt32(PairsNode.Key<Integer> value) {
    Encode.present(value, KEY_OF_INT32);
    @Nullable Object[] items = new Object[2];
    int at = 0;
    try {
      items[at] = Encode.int32(value.value());
      at = 1;
      items[at] = Encode.str(value.name());
    } catch (ValueException e) {
      throw e.atItem(at);
    }
    return Tuple.of(items);
  }

  private static Object encodePairOfStrAndInt64(PairsNode.Pair<String, Long> value) {
    Encode.present(value, PAIR_OF_STR_AND_INT64);
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    String at = "first";
    try {
      dict.put(at, Encode.str(value.first()));
      at = "second";
      dict.put(at, Encode.int64(value.second()));
    } catch (ValueException e) {
      throw e.atKey(at);
    }
    return dict;
  }

  private static Object encodeDictOfInt32ToList(
      Map<Integer, List<Optional<PairsNode.Pair<Integer, List<String>>>>> value) {
    Encode.present(value, DICT_OF_INT32_TO_LIST);
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>(2 * value.size());
    for (Map.Entry<Integer, List<Optional<PairsNode.Pair<Integer, List<String>>>>> entry :
        value.entrySet()) {
      try {
        dict.put(
            Encode.int32(entry.getKey()),
            encodeListOfOptionalPairOfInt32AndListOfStr(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return dict;
  }

  private static Object encodeListOfOptionalPairOfInt32AndListOfStr(
      List<Optional<PairsNode.Pair<Integer, List<String>>>> value) {
    Encode.present(value, LIST_OF_OPTIONAL_PAIR_OF_INT32_AND_LIST_OF_STR);
    List<@Nullable Object> items = new ArrayList<>(value.size());
    try {
      for (Optional<PairsNode.Pair<Integer, List<String>>> item : value) {
        items.add(encodeOptionalPairOfInt32AndListOfStr(item));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return items;
  }

  private static @Nullable Object encodeOptionalPairOfInt32AndListOfStr(
      Optional<PairsNode.Pair<Integer, List<String>>> value) {
    Encode.present(value);
    return value.isPresent() ? encodePairOfInt32AndListOfStr(value.get()) : null;
  }

  private static Object encodePairOfInt32AndListOfStr(PairsNode.Pair<Integer, List<String>> value) {
    Encode.present(value, PAIR_OF_INT32_AND_LIST_OF_STR);
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    String at = "first";
    try {
      dict.put(at, Encode.int32(value.first()));
      at = "second";
      dict.put(at, encodeListOfStr(value.second()));
    } catch (ValueException e) {
      throw e.atKey(at);
    }
    return dict;
  }

  private static Object encodeListOfStr(List<String> value) {
    Encode.present(value, LIST_OF_STR);
    List<@Nullable Object> items = new ArrayList<>(value.size());
    try {
      for (String item : value) {
        items.add(Encode.str(item));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return items;
  }

  private static Map<PairsNode.Key<Integer>, PairsNode.Pair<String, Long>>
      decodeDictOfKeyOfInt32ToPairOfStrAndInt64(@Nullable Object from) {
    Map<?, ?> dict = Decode.dict(from, DICT_OF_KEY_OF_INT32_TO_PAIR_OF_STR_AND_INT64);
    Map<PairsNode.Key<Integer>, PairsNode.Pair<String, Long>> result =
        new LinkedHashMap<>(2 * dict.size());
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      try {
        result.put(decodeKeyOfInt32(entry.getKey()), decodePairOfStrAndInt64(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return result;
  }

  private static PairsNode.Key<Integer> decodeKeyOfInt32(@Nullable Object from) {
    Tuple tuple = Decode.tuple(from, KEY_OF_INT32);
    int at = 0;
    try {
      Integer value = Decode.int32(tuple.get(at));
      at = 1;
      String name = Decode.str(tuple.get(at));
      return new PairsNode.Key<>(value, name);
    } catch (ValueException e) {
      throw e.atItem(at);
    }
  }

  private static Map<Integer, List<Optional<PairsNode.Pair<Integer, List<String>>>>>
      decodeDictOfInt32ToList(@Nullable Object from) {
    Map<?, ?> dict = Decode.dict(from, DICT_OF_INT32_TO_LIST);
    Map<Integer, List<Optional<PairsNode.Pair<Integer, List<String>>>>> result =
        new LinkedHashMap<>(2 * dict.size());
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      try {
        result.put(
            Decode.int32(entry.getKey()),
            decodeListOfOptionalPairOfInt32AndListOfStr(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return result;
  }

  private static List<Optional<PairsNode.Pair<Integer, List<String>>>>
      decodeListOfOptionalPairOfInt32AndListOfStr(@Nullable Object from) {
    List<?> items = Decode.list(from, LIST_OF_OPTIONAL_PAIR_OF_INT32_AND_LIST_OF_STR);
    List<Optional<PairsNode.Pair<Integer, List<String>>>> result = new ArrayList<>(items.size());
    try {
      for (Object item : items) {
        result.add(decodeOptionalPairOfInt32AndListOfStr(item));
      }
    } catch (ValueException e) {
      throw e.atItem(result.size());
    }
    return result;
  }

  private static Optional<PairsNode.Pair<Integer, List<String>>>
      decodeOptionalPairOfInt32AndListOfStr(@Nullable Object from) {
    return from == null ? Optional.empty() : Optional.of(decodePairOfInt32AndListOfStr(from));
  }

  private static PairsNode.Pair<Integer, List<String>> decodePairOfInt32AndListOfStr(
      @Nullable Object from) {
    Map<?, ?> dict = Decode.record(from, PAIR_OF_INT32_AND_LIST_OF_STR);
    String at = "first";
    try {
      Integer first = Decode.int32(dict.get(at));
      at = "second";
      List<String> second = decodeListOfStr(dict.get(at));
      return new PairsNode.Pair<>(first, second);
    } catch (ValueException e) {
      throw Decode.inRecord(e, at, dict, PAIR_OF_INT32_AND_LIST_OF_STR);
    }
  }

  private static List<String> decodeListOfStr(@Nullable Object from) {
    List<?> items = Decode.list(from, LIST_OF_STR);
    List<String> result = new ArrayList<>(items.size());
    try {
      for (Object item : items) {
        result.add(Decode.str(item));
      }
    } catch (ValueException e) {
      throw e.atItem(result.size());
    }
    return result;
  }

  private static Object encodePairOfPairOfInt64AndAnyAndListOfFloat64(
      PairsNode.Pair<PairsNode.Pair<Long, @Nullable Object>, List<Double>> value) {
    Encode.present(value, PAIR_OF_PAIR_OF_INT64_AND_ANY_AND_LIST_OF_FLOAT64);
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    String at = "first";
    try {
      dict.put(at, encodePairOfInt64AndAny(value.first()));
      at = "second";
      dict.put(at, encodeListOfFloat64(value.second()));
    } catch (ValueException e) {
      throw e.atKey(at);
    }
    return dict;
  }

  private static Object encodePairOfInt64AndAny(PairsNode.Pair<Long, @Nullable Object> value) {
    Encode.present(value, PAIR_OF_INT64_AND_ANY);
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    String at = "first";
    try {
      dict.put(at, Encode.int64(value.first()));
      at = "second";
      dict.put(at, Encode.any(value.second()));
    } catch (ValueException e) {
      throw e.atKey(at);
    }
    return dict;
  }

  private static Object encodeListOfFloat64(List<Double> value) {
    Encode.present(value, LIST_OF_FLOAT64);
    List<@Nullable Object> items = new ArrayList<>(value.size());
    try {
      for (Double item : value) {
        items.add(Encode.float64(item));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return items;
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE = Decode.stateType(DESCRIPTOR.contract().state());

    private static final VarHandle SEEN_FIELD;

    private static final VarHandle DEEPLY_NESTED_PAIRS_FIELD;

    static {
      try {
        MethodHandles.Lookup lookup =
            MethodHandles.privateLookupIn(PairsNode.class, MethodHandles.lookup());
        SEEN_FIELD = lookup.findVarHandle(PairsNode.class, "seen", Map.class);
        DEEPLY_NESTED_PAIRS_FIELD =
            lookup.findVarHandle(PairsNode.class, "deeplyNestedPairs", Map.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private final PairsNode node;

    Instance(PairsNode node) {
      this.node = node;
    }

    @Override
    public void open(NodeContext context) {
      node.open(context);
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      PairsNode.Pair<String, Long> input;
      try {
        input = decodePairOfStrAndInt64(item);
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
      String at = "seen";
      try {
        @SuppressWarnings("unchecked") // the field's own type
        Map<PairsNode.Key<Integer>, PairsNode.Pair<String, Long>> seen =
            (Map<PairsNode.Key<Integer>, PairsNode.Pair<String, Long>>) SEEN_FIELD.get(node);
        state.put(at, encodeDictOfKeyOfInt32ToPairOfStrAndInt64(seen));
        at = "deeply_nested_pairs";
        @SuppressWarnings("unchecked") // the field's own type
        Map<Integer, List<Optional<PairsNode.Pair<Integer, List<String>>>>> deeplyNestedPairs =
            (Map<Integer, List<Optional<PairsNode.Pair<Integer, List<String>>>>>)
                DEEPLY_NESTED_PAIRS_FIELD.get(node);
        state.put(at, encodeDictOfInt32ToList(deeplyNestedPairs));
      } catch (ValueException e) {
        throw e.atKey(at).in("state");
      }
      return state;
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {
      String at = "seen";
      try {
        Decode.record(state, STATE);
        Map<PairsNode.Key<Integer>, PairsNode.Pair<String, Long>> seen =
            decodeDictOfKeyOfInt32ToPairOfStrAndInt64(state.get(at));
        at = "deeply_nested_pairs";
        Map<Integer, List<Optional<PairsNode.Pair<Integer, List<String>>>>> deeplyNestedPairs =
            decodeDictOfInt32ToList(state.get(at));
        SEEN_FIELD.set(node, seen);
        DEEPLY_NESTED_PAIRS_FIELD.set(node, deeplyNestedPairs);
      } catch (ValueException e) {
        throw Decode.inRecord(e, at, state, STATE).in("state");
      }
    }

    @Override
    public void close() {
      node.close();
    }

    private static @Nullable Object encode(
        PairsNode.@Nullable Pair<PairsNode.Pair<Long, @Nullable Object>, List<Double>> output) {
      if (output == null) {
        return null;
      }
      try {
        return encodePairOfPairOfInt64AndAnyAndListOfFloat64(output);
      } catch (ValueException e) {
        throw e.in("out");
      }
    }
  }
}
