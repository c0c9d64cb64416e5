package audio.text;

import audio.shared.Language;
import audio.shared.Span;
import dev.graft.annotation.GraftGenerated;
import dev.graft.descriptor.Constraint;
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
import dev.graft.value.Bytes;
import dev.graft.value.Decode;
import dev.graft.value.Encode;
import dev.graft.value.ValueException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Makes instances of {@link WordsNode}. */
@Generated("dev.graft.processor.NodeProcessor")
@GraftGenerated
public final class WordsNodeFactory implements NodeFactory {
  private static final ValueType.EnumOf LANGUAGE =
      new ValueType.EnumOf(List.of("en", "old_english", "de_alt"));

  private static final ValueType.ListOf LIST_OF_STR = new ValueType.ListOf(ValueType.Scalar.STR);

  private static final ValueType.DictOf DICT_OF_STR_TO_OPTIONAL_STR =
      new ValueType.DictOf(ValueType.Scalar.STR, new ValueType.OptionalOf(ValueType.Scalar.STR));

  private static final ValueType.RecordOf SPAN =
      new ValueType.RecordOf(
          List.of(
              new ValueType.RecordOf.Field("start_index", ValueType.Scalar.INT),
              new ValueType.RecordOf.Field("end_index", ValueType.Scalar.INT)));

  private static final ValueType.RecordOf LINE =
      new ValueType.RecordOf(
          List.of(
              new ValueType.RecordOf.Field("line_text", ValueType.Scalar.STR),
              new ValueType.RecordOf.Field("language", LANGUAGE),
              new ValueType.RecordOf.Field("position", SPAN)));

  private static final ValueType.RecordOf WORD =
      new ValueType.RecordOf(
          List.of(
              new ValueType.RecordOf.Field("text", ValueType.Scalar.STR),
              new ValueType.RecordOf.Field("position", new ValueType.OptionalOf(SPAN)),
              new ValueType.RecordOf.Field("language", LANGUAGE)));

  private static final ValueType.ListOf LIST_OF_SPAN = new ValueType.ListOf(SPAN);

  private static final ValueType.ListOf LIST_OF_ANY = new ValueType.ListOf(ValueType.Scalar.ANY);

  private static final ValueType.DictOf DICT_OF_STR_TO_LIST_OF_ANY =
      new ValueType.DictOf(ValueType.Scalar.STR, LIST_OF_ANY);

  private static final ValueType.DictOf DICT_OF_INT64_TO_SPAN =
      new ValueType.DictOf(ValueType.Scalar.INT, SPAN);

  /** What the node is. */
  public static final NodeDescriptor DESCRIPTOR =
      new NodeDescriptor(
          new NodeContract(
              "words",
              "1.0",
              "Cuts texts into words.",
              List.of(
                  ParamDescriptor.optional(
                      "strict_mode", ValueType.Scalar.BOOL, true, "Whether to be strict."),
                  ParamDescriptor.optional(
                      "max_words",
                      ValueType.Scalar.INT,
                      3L,
                      "How many.",
                      new Constraint.Min(1L),
                      new Constraint.Max(100L)),
                  ParamDescriptor.optional(
                      "max_length", ValueType.Scalar.INT, 9000000000L, "How long."),
                  ParamDescriptor.optional(
                      "max_total",
                      ValueType.Scalar.INT,
                      new BigInteger("123456789012345678901234567890"),
                      "How large."),
                  ParamDescriptor.optional(
                      "min_ratio",
                      ValueType.Scalar.FLOAT,
                      -0.5,
                      "How much.",
                      new Constraint.AtMost("max_ratio")),
                  ParamDescriptor.optional("max_ratio", ValueType.Scalar.NUMBER, 2L, "How much."),
                  ParamDescriptor.optional(
                      "default_language", LANGUAGE, "old_english", "The first."),
                  ParamDescriptor.required("stop_words", LIST_OF_STR, "What to skip."),
                  ParamDescriptor.required(
                      "replacements", DICT_OF_STR_TO_OPTIONAL_STR, "What to replace."),
                  ParamDescriptor.required("window", SPAN, "Where to look."),
                  ParamDescriptor.required("anything", ValueType.Scalar.ANY, "Anything else."),
                  ParamDescriptor.optional(
                      "params",
                      new ValueType.OptionalOf(ValueType.Scalar.BYTES),
                      null,
                      "Some bytes.")),
              List.of(PortDescriptor.in(LINE)),
              List.of(PortDescriptor.out(WORD)),
              StateDescriptor.keyed(
                  new StateDescriptor.Field("open", ValueType.Scalar.BOOL),
                  new StateDescriptor.Field("boxed_open", ValueType.Scalar.BOOL),
                  new StateDescriptor.Field("lines", ValueType.Scalar.INT),
                  new StateDescriptor.Field("words", ValueType.Scalar.INT),
                  new StateDescriptor.Field("ratio", ValueType.Scalar.FLOAT),
                  new StateDescriptor.Field("total", ValueType.Scalar.INT),
                  new StateDescriptor.Field("last", ValueType.Scalar.NUMBER),
                  new StateDescriptor.Field("rest", ValueType.Scalar.STR),
                  new StateDescriptor.Field("raw", ValueType.Scalar.BYTES),
                  new StateDescriptor.Field("anything", ValueType.Scalar.ANY),
                  new StateDescriptor.Field("language", LANGUAGE),
                  new StateDescriptor.Field("span", SPAN),
                  new StateDescriptor.Field("spans", LIST_OF_SPAN),
                  new StateDescriptor.Field("index", DICT_OF_STR_TO_LIST_OF_ANY),
                  new StateDescriptor.Field(
                      "positions", new ValueType.OptionalOf(DICT_OF_INT64_TO_SPAN))),
              Purity.PURE),
          Implementation.java("audio.text.WordsNode"));

  /** A factory; all of them are alike. */
  public WordsNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    Boolean strictMode = params.read("strict_mode", Decode::bool);
    Integer maxWords = params.read("max_words", Decode::int32);
    Long maxLength = params.read("max_length", Decode::int64);
    BigInteger maxTotal = params.read("max_total", Decode::bigInt);
    Double minRatio = params.read("min_ratio", Decode::float64);
    Number maxRatio = params.read("max_ratio", Decode::number);
    Language defaultLanguage = params.read("default_language", WordsNodeFactory::decodeLanguage);
    List<String> stopWords = params.read("stop_words", WordsNodeFactory::decodeListOfStr);
    Map<String, Optional<String>> replacements =
        params.read("replacements", WordsNodeFactory::decodeDictOfStrToOptionalStr);
    Span window = params.read("window", WordsNodeFactory::decodeSpan);
    @Nullable Object anything = params.read("anything", Decode::any);
    Optional<Bytes> params_ = params.read("params", WordsNodeFactory::decodeOptionalBytes);
    WordsNode.Params values =
        params.finish(
            () ->
                new WordsNode.Params(
                    strictMode,
                    maxWords,
                    maxLength,
                    maxTotal,
                    minRatio,
                    maxRatio,
                    defaultLanguage,
                    stopWords,
                    replacements,
                    window,
                    anything,
                    params_));
    return new Instance(new WordsNode(values));
  }

  private static Language decodeLanguage(@Nullable Object from) {
    return switch (Decode.choice(from, LANGUAGE)) {
      case "en" -> Language.EN;
      case "old_english" -> Language.OLD_ENGLISH;
      case "de_alt" -> Language.deAlt;
      default -> throw Decode.notOneOf(from, LANGUAGE);
    };
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

  private static Map<String, Optional<String>> decodeDictOfStrToOptionalStr(@Nullable Object from) {
    Map<?, ?> dict = Decode.dict(from, DICT_OF_STR_TO_OPTIONAL_STR);
    Map<String, Optional<String>> result = new LinkedHashMap<>(2 * dict.size());
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      try {
        result.put(Decode.str(entry.getKey()), decodeOptionalStr(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return result;
  }

  private static Optional<String> decodeOptionalStr(@Nullable Object from) {
    return from == null ? Optional.empty() : Optional.of(Decode.str(from));
  }

  private static Span decodeSpan(@Nullable Object from) {
    Map<?, ?> dict = Decode.record(from, SPAN);
    String at = "start_index";
    try {
      int startIndex = Decode.int32(dict.get(at));
      at = "end_index";
      Integer endIndex = Decode.int32(dict.get(at));
      return new Span(startIndex, endIndex);
    } catch (ValueException e) {
      throw Decode.inRecord(e, at, dict, SPAN);
    }
  }

  private static Optional<Bytes> decodeOptionalBytes(@Nullable Object from) {
    return from == null ? Optional.empty() : Optional.of(Decode.bytes(from));
  }

  private static WordsNode.Line decodeLine(@Nullable Object from) {
    Map<?, ?> dict = Decode.record(from, LINE);
    String at = "line_text";
    try {
      String lineText = Decode.str(dict.get(at));
      at = "language";
      Language language = decodeLanguage(dict.get(at));
      at = "position";
      Span position = decodeSpan(dict.get(at));
      return new WordsNode.Line(lineText, language, position);
    } catch (ValueException e) {
      throw Decode.inRecord(e, at, dict, LINE);
    }
  }

  private static String encodeLanguage(Language value) {
    Encode.present(value, LANGUAGE);
    return switch (value) {
      case EN -> "en";
      case OLD_ENGLISH -> "old_english";
      case deAlt -> "de_alt";
    };
  }

  private static Object encodeSpan(Span value) {
    Encode.present(value, SPAN);
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    String at = "start_index";
    try {
      dict.put(at, (long) value.startIndex());
      at = "end_index";
      dict.put(at, Encode.int32(value.endIndex()));
    } catch (ValueException e) {
      throw e.atKey(at);
    }
    return dict;
  }

  private static Object encodeListOfSpan(List<Span> value) {
    Encode.present(value, LIST_OF_SPAN);
    List<@Nullable Object> items = new ArrayList<>(value.size());
    try {
      for (Span item : value) {
        items.add(encodeSpan(item));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return items;
  }

  private static Object encodeDictOfStrToListOfAny(Map<String, List<@Nullable Object>> value) {
    Encode.present(value, DICT_OF_STR_TO_LIST_OF_ANY);
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>(2 * value.size());
    for (Map.Entry<String, List<@Nullable Object>> entry : value.entrySet()) {
      try {
        dict.put(Encode.str(entry.getKey()), encodeListOfAny(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return dict;
  }

  private static Object encodeListOfAny(List<@Nullable Object> value) {
    Encode.present(value, LIST_OF_ANY);
    List<@Nullable Object> items = new ArrayList<>(value.size());
    try {
      for (@Nullable Object item : value) {
        items.add(Encode.any(item));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return items;
  }

  private static @Nullable Object encodeOptionalDictOfInt64ToSpan(Optional<Map<Long, Span>> value) {
    Encode.present(value);
    return value.isPresent() ? encodeDictOfInt64ToSpan(value.get()) : null;
  }

  private static Object encodeDictOfInt64ToSpan(Map<Long, Span> value) {
    Encode.present(value, DICT_OF_INT64_TO_SPAN);
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>(2 * value.size());
    for (Map.Entry<Long, Span> entry : value.entrySet()) {
      try {
        dict.put(Encode.int64(entry.getKey()), encodeSpan(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return dict;
  }

  private static List<Span> decodeListOfSpan(@Nullable Object from) {
    List<?> items = Decode.list(from, LIST_OF_SPAN);
    List<Span> result = new ArrayList<>(items.size());
    try {
      for (Object item : items) {
        result.add(decodeSpan(item));
      }
    } catch (ValueException e) {
      throw e.atItem(result.size());
    }
    return result;
  }

  private static Map<String, List<@Nullable Object>> decodeDictOfStrToListOfAny(
      @Nullable Object from) {
    Map<?, ?> dict = Decode.dict(from, DICT_OF_STR_TO_LIST_OF_ANY);
    Map<String, List<@Nullable Object>> result = new LinkedHashMap<>(2 * dict.size());
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      try {
        result.put(Decode.str(entry.getKey()), decodeListOfAny(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return result;
  }

  private static List<@Nullable Object> decodeListOfAny(@Nullable Object from) {
    return new ArrayList<>(Decode.list(from, LIST_OF_ANY));
  }

  private static Optional<Map<Long, Span>> decodeOptionalDictOfInt64ToSpan(@Nullable Object from) {
    return from == null ? Optional.empty() : Optional.of(decodeDictOfInt64ToSpan(from));
  }

  private static Map<Long, Span> decodeDictOfInt64ToSpan(@Nullable Object from) {
    Map<?, ?> dict = Decode.dict(from, DICT_OF_INT64_TO_SPAN);
    Map<Long, Span> result = new LinkedHashMap<>(2 * dict.size());
    for (Map.Entry<?, ?> entry : dict.entrySet()) {
      try {
        result.put(Decode.int64(entry.getKey()), decodeSpan(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return result;
  }

  private static Object encodeWord(WordsNode.Word value) {
    Encode.present(value, WORD);
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    String at = "text";
    try {
      dict.put(at, Encode.str(value.text()));
      at = "position";
      dict.put(at, encodeOptionalSpan(value.position()));
      at = "language";
      dict.put(at, encodeLanguage(value.language()));
    } catch (ValueException e) {
      throw e.atKey(at);
    }
    return dict;
  }

  private static @Nullable Object encodeOptionalSpan(Optional<Span> value) {
    Encode.present(value);
    return value.isPresent() ? encodeSpan(value.get()) : null;
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE = Decode.stateType(DESCRIPTOR.contract().state());

    private static final VarHandle OPEN_FIELD;

    private static final VarHandle BOXED_OPEN_FIELD;

    private static final VarHandle LINES_FIELD;

    private static final VarHandle WORDS_FIELD;

    private static final VarHandle RATIO_FIELD;

    private static final VarHandle TOTAL_FIELD;

    private static final VarHandle LAST_FIELD;

    private static final VarHandle REST_FIELD;

    private static final VarHandle RAW_FIELD;

    private static final VarHandle ANYTHING_FIELD;

    private static final VarHandle LANGUAGE_FIELD;

    private static final VarHandle SPAN_FIELD;

    private static final VarHandle SPANS_FIELD;

    private static final VarHandle INDEX_FIELD;

    private static final VarHandle POSITIONS_FIELD;

    static {
      try {
        MethodHandles.Lookup lookup =
            MethodHandles.privateLookupIn(WordsNode.class, MethodHandles.lookup());
        OPEN_FIELD = lookup.findVarHandle(WordsNode.class, "open", boolean.class);
        BOXED_OPEN_FIELD = lookup.findVarHandle(WordsNode.class, "boxedOpen", Boolean.class);
        LINES_FIELD = lookup.findVarHandle(WordsNode.class, "lines", int.class);
        WORDS_FIELD = lookup.findVarHandle(WordsNode.class, "words", long.class);
        RATIO_FIELD = lookup.findVarHandle(WordsNode.class, "ratio", double.class);
        TOTAL_FIELD = lookup.findVarHandle(WordsNode.class, "total", BigInteger.class);
        LAST_FIELD = lookup.findVarHandle(WordsNode.class, "last", Number.class);
        REST_FIELD = lookup.findVarHandle(WordsNode.class, "rest", String.class);
        RAW_FIELD = lookup.findVarHandle(WordsNode.class, "raw", Bytes.class);
        ANYTHING_FIELD = lookup.findVarHandle(WordsNode.class, "anything", Object.class);
        LANGUAGE_FIELD = lookup.findVarHandle(WordsNode.class, "language", Language.class);
        SPAN_FIELD = lookup.findVarHandle(WordsNode.class, "span", Span.class);
        SPANS_FIELD = lookup.findVarHandle(WordsNode.class, "spans", List.class);
        INDEX_FIELD = lookup.findVarHandle(WordsNode.class, "index", Map.class);
        POSITIONS_FIELD = lookup.findVarHandle(WordsNode.class, "positions", Optional.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private final WordsNode node;

    Instance(WordsNode node) {
      this.node = node;
    }

    @Override
    public void open(NodeContext context) {
      node.open(context);
    }

    @Override
    public void process(@Nullable Object item, Emitter<@Nullable Object> out) {
      WordsNode.Line input;
      try {
        input = decodeLine(item);
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
      String at = "open";
      try {
        state.put(at, (boolean) OPEN_FIELD.get(node));
        at = "boxed_open";
        state.put(at, Encode.bool((Boolean) BOXED_OPEN_FIELD.get(node)));
        at = "lines";
        state.put(at, (long) (int) LINES_FIELD.get(node));
        at = "words";
        state.put(at, (long) WORDS_FIELD.get(node));
        at = "ratio";
        state.put(at, (double) RATIO_FIELD.get(node));
        at = "total";
        state.put(at, Encode.bigInt((BigInteger) TOTAL_FIELD.get(node)));
        at = "last";
        state.put(at, Encode.number((Number) LAST_FIELD.get(node)));
        at = "rest";
        state.put(at, Encode.str((String) REST_FIELD.get(node)));
        at = "raw";
        state.put(at, Encode.bytes((Bytes) RAW_FIELD.get(node)));
        at = "anything";
        state.put(at, Encode.any((@Nullable Object) ANYTHING_FIELD.get(node)));
        at = "language";
        state.put(at, encodeLanguage((Language) LANGUAGE_FIELD.get(node)));
        at = "span";
        state.put(at, encodeSpan((Span) SPAN_FIELD.get(node)));
        at = "spans";
        @SuppressWarnings("unchecked") // the field's own type
        List<Span> spans = (List<Span>) SPANS_FIELD.get(node);
        state.put(at, encodeListOfSpan(spans));
        at = "index";
        @SuppressWarnings("unchecked") // the field's own type
        Map<String, List<@Nullable Object>> index =
            (Map<String, List<@Nullable Object>>) INDEX_FIELD.get(node);
        state.put(at, encodeDictOfStrToListOfAny(index));
        at = "positions";
        @SuppressWarnings("unchecked") // the field's own type
        Optional<Map<Long, Span>> positions = (Optional<Map<Long, Span>>) POSITIONS_FIELD.get(node);
        state.put(at, encodeOptionalDictOfInt64ToSpan(positions));
      } catch (ValueException e) {
        throw e.atKey(at).in("state");
      }
      return state;
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {
      String at = "open";
      try {
        Decode.record(state, STATE);
        boolean open = Decode.bool(state.get(at));
        at = "boxed_open";
        Boolean boxedOpen = Decode.bool(state.get(at));
        at = "lines";
        int lines = Decode.int32(state.get(at));
        at = "words";
        long words = Decode.int64(state.get(at));
        at = "ratio";
        double ratio = Decode.float64(state.get(at));
        at = "total";
        BigInteger total = Decode.bigInt(state.get(at));
        at = "last";
        Number last = Decode.number(state.get(at));
        at = "rest";
        String rest = Decode.str(state.get(at));
        at = "raw";
        Bytes raw = Decode.bytes(state.get(at));
        at = "anything";
        @Nullable Object anything = Decode.required(state, at, STATE);
        at = "language";
        Language language = decodeLanguage(state.get(at));
        at = "span";
        Span span = decodeSpan(state.get(at));
        at = "spans";
        List<Span> spans = decodeListOfSpan(state.get(at));
        at = "index";
        Map<String, List<@Nullable Object>> index = decodeDictOfStrToListOfAny(state.get(at));
        at = "positions";
        Optional<Map<Long, Span>> positions =
            decodeOptionalDictOfInt64ToSpan(Decode.optional(state, at, STATE));
        OPEN_FIELD.set(node, open);
        BOXED_OPEN_FIELD.set(node, boxedOpen);
        LINES_FIELD.set(node, lines);
        WORDS_FIELD.set(node, words);
        RATIO_FIELD.set(node, ratio);
        TOTAL_FIELD.set(node, total);
        LAST_FIELD.set(node, last);
        REST_FIELD.set(node, rest);
        RAW_FIELD.set(node, raw);
        ANYTHING_FIELD.set(node, anything);
        LANGUAGE_FIELD.set(node, language);
        SPAN_FIELD.set(node, span);
        SPANS_FIELD.set(node, spans);
        INDEX_FIELD.set(node, index);
        POSITIONS_FIELD.set(node, positions);
      } catch (ValueException e) {
        throw Decode.inRecord(e, at, state, STATE).in("state");
      }
    }

    @Override
    public void close() {
      node.close();
    }

    private static @Nullable Object encode(WordsNode.@Nullable Word output) {
      if (output == null) {
        return null;
      }
      try {
        return encodeWord(output);
      } catch (ValueException e) {
        throw e.in("out");
      }
    }
  }
}
