package audio;

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
import dev.graft.value.Complex;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.Decode;
import dev.graft.value.Encode;
import dev.graft.value.NdArray;
import dev.graft.value.Time;
import dev.graft.value.ValueException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Makes instances of {@link LedgerNode}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class LedgerNodeFactory implements NodeFactory {
  private static final ValueType.SetOf SET_OF_BIG_INT =
      new ValueType.SetOf(ValueType.Scalar.INT, false);

  private static final ValueType.RecordOf ENTRY =
      new ValueType.RecordOf(
          List.of(
              new ValueType.RecordOf.Field("raw", ValueType.Scalar.BYTES),
              new ValueType.RecordOf.Field("price", ValueType.Scalar.DECIMAL),
              new ValueType.RecordOf.Field("exact_price", ValueType.Scalar.DECIMAL),
              new ValueType.RecordOf.Field("phase", ValueType.Scalar.COMPLEX),
              new ValueType.RecordOf.Field("day", ValueType.Scalar.DATE),
              new ValueType.RecordOf.Field("time", ValueType.Scalar.TIME),
              new ValueType.RecordOf.Field("moment", ValueType.Scalar.DATETIME),
              new ValueType.RecordOf.Field("length", ValueType.Scalar.TIMEDELTA),
              new ValueType.RecordOf.Field("id", ValueType.Scalar.UUID),
              new ValueType.RecordOf.Field("samples", ValueType.Scalar.ARRAY),
              new ValueType.RecordOf.Field(
                  "due", new ValueType.OptionalOf(ValueType.Scalar.DATETIME))));

  private static final ValueType.SetOf SET_OF_ANY =
      new ValueType.SetOf(ValueType.Scalar.ANY, false);

  private static final ValueType.SetOf SET_OF_STR =
      new ValueType.SetOf(ValueType.Scalar.STR, false);

  private static final ValueType.SetOf SET_OF_FLOAT64 =
      new ValueType.SetOf(ValueType.Scalar.FLOAT, false);

  private static final ValueType.DictOf DICT_OF_BIG_DECIMAL_TO_DATE_TIME =
      new ValueType.DictOf(ValueType.Scalar.DECIMAL, ValueType.Scalar.DATETIME);

  private static final ValueType.SetOf SET_OF_UUID =
      new ValueType.SetOf(ValueType.Scalar.UUID, false);

  private static final ValueType.DictOf DICT_OF_DATE_TO_SET_OF_UUID =
      new ValueType.DictOf(ValueType.Scalar.DATE, SET_OF_UUID);

  private static final ValueType.DictOf DICT_OF_ANY_TO_ANY =
      new ValueType.DictOf(ValueType.Scalar.ANY, ValueType.Scalar.ANY);

  /** What the node is. */
  public static final NodeDescriptor DESCRIPTOR =
      new NodeDescriptor(
          new NodeContract(
              "ledger",
              "1.0",
              "Keeps entries.",
              List.of(
                  ParamDescriptor.optional(
                      "since",
                      new ValueType.OptionalOf(ValueType.Scalar.DATE),
                      null,
                      "From when on."),
                  ParamDescriptor.required("length", ValueType.Scalar.TIMEDELTA, "How long."),
                  ParamDescriptor.required("skipped", SET_OF_BIG_INT, "What to leave out.")),
              List.of(PortDescriptor.in(ENTRY)),
              List.of(PortDescriptor.out(ENTRY)),
              StateDescriptor.keyed(
                  new StateDescriptor.Field("digest", ValueType.Scalar.BYTES),
                  new StateDescriptor.Field("anything", SET_OF_ANY),
                  new StateDescriptor.Field("names", SET_OF_STR),
                  new StateDescriptor.Field("rates", SET_OF_FLOAT64),
                  new StateDescriptor.Field("by_price", DICT_OF_BIG_DECIMAL_TO_DATE_TIME),
                  new StateDescriptor.Field("by_day", DICT_OF_DATE_TO_SET_OF_UUID),
                  new StateDescriptor.Field("rest", DICT_OF_ANY_TO_ANY)),
              Purity.UNDECLARED),
          Implementation.java("audio.LedgerNode"));

  /** A factory; all of them are alike. */
  public LedgerNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    Optional<LocalDate> since = params.read("since", LedgerNodeFactory::decodeOptionalDate);
    Duration length = params.read("length", Decode::duration);
    Set<BigInteger> skipped = params.read("skipped", LedgerNodeFactory::decodeSetOfBigInt);
    LedgerNode.Params values = params.finish(() -> new LedgerNode.Params(since, length, skipped));
    return new Instance(new LedgerNode(values));
  }

  private static Optional<LocalDate> decodeOptionalDate(@Nullable Object from) {
    return from == null ? Optional.empty() : Optional.of(Decode.date(from));
  }

  private static Set<BigInteger> decodeSetOfBigInt(@Nullable Object from) {
    Set<?> items = Decode.set(from, SET_OF_BIG_INT);
    Set<BigInteger> result = new LinkedHashSet<>(2 * items.size());
    try {
      for (Object item : items) {
        result.add(Decode.bigInt(item));
      }
    } catch (ValueException e) {
      throw e.atItem(result.size());
    }
    return result;
  }

  private static LedgerNode.Entry decodeEntry(@Nullable Object from) {
    Map<?, ?> dict = Decode.record(from, ENTRY);
    String at = "raw";
    try {
      byte[] raw = Decode.byteArray(dict.get(at));
      at = "price";
      BigDecimal price = Decode.bigDecimal(dict.get(at));
      at = "exact_price";
      Decimal exactPrice = Decode.decimal(dict.get(at));
      at = "phase";
      Complex phase = Decode.complex(dict.get(at));
      at = "day";
      LocalDate day = Decode.date(dict.get(at));
      at = "time";
      Time time = Decode.time(dict.get(at));
      at = "moment";
      DateTime moment = Decode.dateTime(dict.get(at));
      at = "length";
      Duration length = Decode.duration(dict.get(at));
      at = "id";
      UUID id = Decode.uuid(dict.get(at));
      at = "samples";
      NdArray samples = Decode.array(dict.get(at));
      at = "due";
      Optional<DateTime> due = decodeOptionalDateTime(Decode.optional(dict, at, ENTRY));
      return new LedgerNode.Entry(
          raw, price, exactPrice, phase, day, time, moment, length, id, samples, due);
    } catch (ValueException e) {
      throw Decode.inRecord(e, at, dict, ENTRY);
    }
  }

  private static Optional<DateTime> decodeOptionalDateTime(@Nullable Object from) {
    return from == null ? Optional.empty() : Optional.of(Decode.dateTime(from));
  }

  private static Object encodeSetOfAny(Set<@Nullable Object> value) {
    Encode.present(value, SET_OF_ANY);
    Set<@Nullable Object> items = new LinkedHashSet<>(2 * value.size());
    try {
      for (@Nullable Object item : value) {
        items.add(Encode.any(item));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return Encode.distinct(items, value.size());
  }

  private static Object encodeSetOfStr(Set<String> value) {
    Encode.present(value, SET_OF_STR);
    Set<@Nullable Object> items = new LinkedHashSet<>(2 * value.size());
    try {
      for (String item : value) {
        items.add(Encode.str(item));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return items;
  }

  private static Object encodeSetOfFloat64(Set<Double> value) {
    Encode.present(value, SET_OF_FLOAT64);
    Set<@Nullable Object> items = new LinkedHashSet<>(2 * value.size());
    try {
      for (Double item : value) {
        items.add(Encode.float64(item));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return Encode.distinct(items, value.size());
  }

  private static Object encodeDictOfBigDecimalToDateTime(Map<BigDecimal, DateTime> value) {
    Encode.present(value, DICT_OF_BIG_DECIMAL_TO_DATE_TIME);
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>(2 * value.size());
    for (Map.Entry<BigDecimal, DateTime> entry : value.entrySet()) {
      try {
        dict.put(Encode.bigDecimal(entry.getKey()), Encode.dateTime(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return Encode.distinct(dict, value.size());
  }

  private static Object encodeDictOfDateToSetOfUuid(Map<LocalDate, Set<UUID>> value) {
    Encode.present(value, DICT_OF_DATE_TO_SET_OF_UUID);
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>(2 * value.size());
    for (Map.Entry<LocalDate, Set<UUID>> entry : value.entrySet()) {
      try {
        dict.put(Encode.date(entry.getKey()), encodeSetOfUuid(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return dict;
  }

  private static Object encodeSetOfUuid(Set<UUID> value) {
    Encode.present(value, SET_OF_UUID);
    Set<@Nullable Object> items = new LinkedHashSet<>(2 * value.size());
    try {
      for (UUID item : value) {
        items.add(Encode.uuid(item));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return items;
  }

  private static Object encodeDictOfAnyToAny(Map<@Nullable Object, @Nullable Object> value) {
    Encode.present(value, DICT_OF_ANY_TO_ANY);
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>(2 * value.size());
    for (Map.Entry<@Nullable Object, @Nullable Object> entry : value.entrySet()) {
      try {
        dict.put(Encode.any(entry.getKey()), Encode.any(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return Encode.distinct(dict, value.size());
  }

  private static Set<@Nullable Object> decodeSetOfAny(@Nullable Object from) {
    return new LinkedHashSet<>(Decode.set(from, SET_OF_ANY));
  }

  private static Set<String> decodeSetOfStr(@Nullable Object from) {
    Set<?> items = Decode.set(from, SET_OF_STR);
    Set<String> result = new LinkedHashSet<>(2 * items.size());
    try {
      for (Object item : items) {
        result.add(Decode.str(item));
      }
    } catch (ValueException e) {
      throw e.atItem(result.size());
    }
    return result;
  }

  private static Set<Double> decodeSetOfFloat64(@Nullable Object from) {
    Set<?> items = Decode.set(from, SET_OF_FLOAT64);
    Set<Double> result = new LinkedHashSet<>(2 * items.size());
    try {
      for (Object item : items) {
        result.add(Decode.float64(item));
      }
    } catch (ValueException e) {
      throw e.atItem(result.size());
    }
    return result;
  }

  private static Map<BigDecimal, DateTime> decodeDictOfBigDecimalToDateTime(@Nullable Object from) {
    Map<?, ?> dict = Decode.dict(from, DICT_OF_BIG_DECIMAL_TO_DATE_TIME);
    Map<BigDecimal, DateTime> result = new LinkedHashMap<>(2 * dict.size());
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      try {
        result.put(Decode.bigDecimal(entry.getKey()), Decode.dateTime(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return result;
  }

  private static Map<LocalDate, Set<UUID>> decodeDictOfDateToSetOfUuid(@Nullable Object from) {
    Map<?, ?> dict = Decode.dict(from, DICT_OF_DATE_TO_SET_OF_UUID);
    Map<LocalDate, Set<UUID>> result = new LinkedHashMap<>(2 * dict.size());
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      try {
        result.put(Decode.date(entry.getKey()), decodeSetOfUuid(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return result;
  }

  private static Set<UUID> decodeSetOfUuid(@Nullable Object from) {
    Set<?> items = Decode.set(from, SET_OF_UUID);
    Set<UUID> result = new LinkedHashSet<>(2 * items.size());
    try {
      for (Object item : items) {
        result.add(Decode.uuid(item));
      }
    } catch (ValueException e) {
      throw e.atItem(result.size());
    }
    return result;
  }

  private static Map<@Nullable Object, @Nullable Object> decodeDictOfAnyToAny(
      @Nullable Object from) {
    return new LinkedHashMap<>(Decode.dict(from, DICT_OF_ANY_TO_ANY));
  }

  private static Object encodeEntry(LedgerNode.Entry value) {
    Encode.present(value, ENTRY);
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(16);
    String at = "raw";
    try {
      dict.put(at, Encode.byteArray(value.raw()));
      at = "price";
      dict.put(at, Encode.bigDecimal(value.price()));
      at = "exact_price";
      dict.put(at, Encode.decimal(value.exactPrice()));
      at = "phase";
      dict.put(at, Encode.complex(value.phase()));
      at = "day";
      dict.put(at, Encode.date(value.day()));
      at = "time";
      dict.put(at, Encode.time(value.time()));
      at = "moment";
      dict.put(at, Encode.dateTime(value.moment()));
      at = "length";
      dict.put(at, Encode.duration(value.length()));
      at = "id";
      dict.put(at, Encode.uuid(value.id()));
      at = "samples";
      dict.put(at, Encode.array(value.samples()));
      at = "due";
      dict.put(at, encodeOptionalDateTime(value.due()));
    } catch (ValueException e) {
      throw e.atKey(at);
    }
    return dict;
  }

  private static @Nullable Object encodeOptionalDateTime(Optional<DateTime> value) {
    Encode.present(value);
    return value.isPresent() ? Encode.dateTime(value.get()) : null;
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE = Decode.stateType(DESCRIPTOR.contract().state());

    private static final VarHandle DIGEST_FIELD;

    private static final VarHandle ANYTHING_FIELD;

    private static final VarHandle NAMES_FIELD;

    private static final VarHandle RATES_FIELD;

    private static final VarHandle BY_PRICE_FIELD;

    private static final VarHandle BY_DAY_FIELD;

    private static final VarHandle REST_FIELD;

    static {
      try {
        MethodHandles.Lookup lookup =
            MethodHandles.privateLookupIn(LedgerNode.class, MethodHandles.lookup());
        DIGEST_FIELD = lookup.findVarHandle(LedgerNode.class, "digest", byte[].class);
        ANYTHING_FIELD = lookup.findVarHandle(LedgerNode.class, "anything", Set.class);
        NAMES_FIELD = lookup.findVarHandle(LedgerNode.class, "names", Set.class);
        RATES_FIELD = lookup.findVarHandle(LedgerNode.class, "rates", Set.class);
        BY_PRICE_FIELD = lookup.findVarHandle(LedgerNode.class, "byPrice", Map.class);
        BY_DAY_FIELD = lookup.findVarHandle(LedgerNode.class, "byDay", Map.class);
        REST_FIELD = lookup.findVarHandle(LedgerNode.class, "rest", Map.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private final LedgerNode node;

    Instance(LedgerNode node) {
      this.node = node;
    }

    @Override
    public void open(NodeContext context) {
      node.open(context);
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      LedgerNode.Entry input;
      try {
        input = decodeEntry(item);
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
      String at = "digest";
      try {
        state.put(at, Encode.byteArray((byte[]) DIGEST_FIELD.get(node)));
        at = "anything";
        @SuppressWarnings("unchecked") // the field's own type
        Set<@Nullable Object> anything = (Set<@Nullable Object>) ANYTHING_FIELD.get(node);
        state.put(at, encodeSetOfAny(anything));
        at = "names";
        @SuppressWarnings("unchecked") // the field's own type
        Set<String> names = (Set<String>) NAMES_FIELD.get(node);
        state.put(at, encodeSetOfStr(names));
        at = "rates";
        @SuppressWarnings("unchecked") // the field's own type
        Set<Double> rates = (Set<Double>) RATES_FIELD.get(node);
        state.put(at, encodeSetOfFloat64(rates));
        at = "by_price";
        @SuppressWarnings("unchecked") // the field's own type
        Map<BigDecimal, DateTime> byPrice = (Map<BigDecimal, DateTime>) BY_PRICE_FIELD.get(node);
        state.put(at, encodeDictOfBigDecimalToDateTime(byPrice));
        at = "by_day";
        @SuppressWarnings("unchecked") // the field's own type
        Map<LocalDate, Set<UUID>> byDay = (Map<LocalDate, Set<UUID>>) BY_DAY_FIELD.get(node);
        state.put(at, encodeDictOfDateToSetOfUuid(byDay));
        at = "rest";
        @SuppressWarnings("unchecked") // the field's own type
        Map<@Nullable Object, @Nullable Object> rest =
            (Map<@Nullable Object, @Nullable Object>) REST_FIELD.get(node);
        state.put(at, encodeDictOfAnyToAny(rest));
      } catch (ValueException e) {
        throw e.atKey(at).in("state");
      }
      return state;
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {
      String at = "digest";
      try {
        Decode.record(state, STATE);
        byte[] digest = Decode.byteArray(state.get(at));
        at = "anything";
        Set<@Nullable Object> anything = decodeSetOfAny(state.get(at));
        at = "names";
        Set<String> names = decodeSetOfStr(state.get(at));
        at = "rates";
        Set<Double> rates = decodeSetOfFloat64(state.get(at));
        at = "by_price";
        Map<BigDecimal, DateTime> byPrice = decodeDictOfBigDecimalToDateTime(state.get(at));
        at = "by_day";
        Map<LocalDate, Set<UUID>> byDay = decodeDictOfDateToSetOfUuid(state.get(at));
        at = "rest";
        Map<@Nullable Object, @Nullable Object> rest = decodeDictOfAnyToAny(state.get(at));
        DIGEST_FIELD.set(node, digest);
        ANYTHING_FIELD.set(node, anything);
        NAMES_FIELD.set(node, names);
        RATES_FIELD.set(node, rates);
        BY_PRICE_FIELD.set(node, byPrice);
        BY_DAY_FIELD.set(node, byDay);
        REST_FIELD.set(node, rest);
      } catch (ValueException e) {
        throw Decode.inRecord(e, at, state, STATE).in("state");
      }
    }

    @Override
    public void close() {
      node.close();
    }

    private static @Nullable Object encode(LedgerNode.@Nullable Entry output) {
      if (output == null) {
        return null;
      }
      try {
        return encodeEntry(output);
      } catch (ValueException e) {
        throw e.in("out");
      }
    }
  }
}
