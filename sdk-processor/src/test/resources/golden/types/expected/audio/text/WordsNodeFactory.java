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
import dev.graft.value.Codec;
import dev.graft.value.Codecs;
import dev.graft.value.ValueException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
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
                      "default_language",
                      new ValueType.EnumOf(List.of("en", "old_english", "de_alt")),
                      "old_english",
                      "The first."),
                  ParamDescriptor.required(
                      "stop_words", new ValueType.ListOf(ValueType.Scalar.STR), "What to skip."),
                  ParamDescriptor.required(
                      "replacements",
                      new ValueType.DictOf(
                          ValueType.Scalar.STR, new ValueType.OptionalOf(ValueType.Scalar.STR)),
                      "What to replace."),
                  ParamDescriptor.required(
                      "window",
                      new ValueType.RecordOf(
                          List.of(
                              new ValueType.RecordOf.Field("start_index", ValueType.Scalar.INT),
                              new ValueType.RecordOf.Field("end_index", ValueType.Scalar.INT))),
                      "Where to look."),
                  ParamDescriptor.required("anything", ValueType.Scalar.ANY, "Anything else."),
                  ParamDescriptor.optional(
                      "params",
                      new ValueType.OptionalOf(ValueType.Scalar.BYTES),
                      null,
                      "Some bytes.")),
              List.of(
                  PortDescriptor.in(
                      new ValueType.RecordOf(
                          List.of(
                              new ValueType.RecordOf.Field("line_text", ValueType.Scalar.STR),
                              new ValueType.RecordOf.Field(
                                  "language",
                                  new ValueType.EnumOf(List.of("en", "old_english", "de_alt"))),
                              new ValueType.RecordOf.Field(
                                  "position",
                                  new ValueType.RecordOf(
                                      List.of(
                                          new ValueType.RecordOf.Field(
                                              "start_index", ValueType.Scalar.INT),
                                          new ValueType.RecordOf.Field(
                                              "end_index", ValueType.Scalar.INT)))))))),
              List.of(
                  PortDescriptor.out(
                      new ValueType.RecordOf(
                          List.of(
                              new ValueType.RecordOf.Field("text", ValueType.Scalar.STR),
                              new ValueType.RecordOf.Field(
                                  "position",
                                  new ValueType.OptionalOf(
                                      new ValueType.RecordOf(
                                          List.of(
                                              new ValueType.RecordOf.Field(
                                                  "start_index", ValueType.Scalar.INT),
                                              new ValueType.RecordOf.Field(
                                                  "end_index", ValueType.Scalar.INT))))),
                              new ValueType.RecordOf.Field(
                                  "language",
                                  new ValueType.EnumOf(List.of("en", "old_english", "de_alt"))))))),
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
                  new StateDescriptor.Field(
                      "language", new ValueType.EnumOf(List.of("en", "old_english", "de_alt"))),
                  new StateDescriptor.Field(
                      "span",
                      new ValueType.RecordOf(
                          List.of(
                              new ValueType.RecordOf.Field("start_index", ValueType.Scalar.INT),
                              new ValueType.RecordOf.Field("end_index", ValueType.Scalar.INT)))),
                  new StateDescriptor.Field(
                      "spans",
                      new ValueType.ListOf(
                          new ValueType.RecordOf(
                              List.of(
                                  new ValueType.RecordOf.Field("start_index", ValueType.Scalar.INT),
                                  new ValueType.RecordOf.Field(
                                      "end_index", ValueType.Scalar.INT))))),
                  new StateDescriptor.Field(
                      "index",
                      new ValueType.DictOf(
                          ValueType.Scalar.STR, new ValueType.ListOf(ValueType.Scalar.ANY))),
                  new StateDescriptor.Field(
                      "positions",
                      new ValueType.OptionalOf(
                          new ValueType.DictOf(
                              ValueType.Scalar.INT,
                              new ValueType.RecordOf(
                                  List.of(
                                      new ValueType.RecordOf.Field(
                                          "start_index", ValueType.Scalar.INT),
                                      new ValueType.RecordOf.Field(
                                          "end_index", ValueType.Scalar.INT))))))),
              Purity.PURE),
          Implementation.java("audio.text.WordsNode"));

  private static final Codec<Boolean> BOOL = Codecs.bool();

  private static final Codec<Integer> INT32 = Codecs.int32();

  private static final Codec<Long> INT64 = Codecs.int64();

  private static final Codec<BigInteger> BIG_INT = Codecs.bigInt();

  private static final Codec<Double> FLOAT64 = Codecs.float64();

  private static final Codec<Number> NUMBER = Codecs.number();

  private static final Codec<Language> LANGUAGE =
      Codecs.choice(
          List.of("en", "old_english", "de_alt"),
          WordsNodeFactory::decodeLanguage,
          WordsNodeFactory::encodeLanguage);

  private static final Codec<String> STR = Codecs.str();

  private static final Codec<List<String>> LIST_OF_STR = Codecs.list(STR);

  private static final Codec<Optional<String>> OPTIONAL_STR = Codecs.optional(STR);

  private static final Codec<Map<String, Optional<String>>> DICT_OF_STR_TO_OPTIONAL_STR =
      Codecs.dict(STR, OPTIONAL_STR);

  private static final Codec<Span> SPAN = new SpanCodec();

  private static final Codec<@Nullable Object> ANY = Codecs.any();

  private static final Codec<Bytes> BYTES = Codecs.bytes();

  private static final Codec<Optional<Bytes>> OPTIONAL_BYTES = Codecs.optional(BYTES);

  private static final Codec<WordsNode.Line> LINE = new LineCodec();

  private static final Codec<List<Span>> LIST_OF_SPAN = Codecs.list(SPAN);

  private static final Codec<List<@Nullable Object>> LIST_OF_ANY = Codecs.list(ANY);

  private static final Codec<Map<String, List<@Nullable Object>>> DICT_OF_STR_TO_LIST_OF_ANY =
      Codecs.dict(STR, LIST_OF_ANY);

  private static final Codec<Map<Long, Span>> DICT_OF_INT64_TO_SPAN = Codecs.dict(INT64, SPAN);

  private static final Codec<Optional<Map<Long, Span>>> OPTIONAL_DICT_OF_INT64_TO_SPAN =
      Codecs.optional(DICT_OF_INT64_TO_SPAN);

  private static final Codec<Optional<Span>> OPTIONAL_SPAN = Codecs.optional(SPAN);

  private static final Codec<WordsNode.Word> WORD = new WordCodec();

  /** A factory; all of them are alike. */
  public WordsNodeFactory() {}

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeInstance create(ParamReader params) {
    Boolean strictMode = params.read("strict_mode", BOOL);
    Integer maxWords = params.read("max_words", INT32);
    Long maxLength = params.read("max_length", INT64);
    BigInteger maxTotal = params.read("max_total", BIG_INT);
    Double minRatio = params.read("min_ratio", FLOAT64);
    Number maxRatio = params.read("max_ratio", NUMBER);
    Language defaultLanguage = params.read("default_language", LANGUAGE);
    List<String> stopWords = params.read("stop_words", LIST_OF_STR);
    Map<String, Optional<String>> replacements =
        params.read("replacements", DICT_OF_STR_TO_OPTIONAL_STR);
    Span window = params.read("window", SPAN);
    @Nullable Object anything = params.read("anything", ANY);
    Optional<Bytes> params_ = params.read("params", OPTIONAL_BYTES);
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

  private static Language decodeLanguage(String text) {
    return switch (text) {
      case "en" -> Language.EN;
      case "old_english" -> Language.OLD_ENGLISH;
      case "de_alt" -> Language.deAlt;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static String encodeLanguage(Language constant) {
    return switch (constant) {
      case EN -> "en";
      case OLD_ENGLISH -> "old_english";
      case deAlt -> "de_alt";
    };
  }

  private static final class Instance implements NodeInstance {
    private static final ValueType.RecordOf STATE =
        new ValueType.RecordOf(
            List.of(
                new ValueType.RecordOf.Field("open", ValueType.Scalar.BOOL),
                new ValueType.RecordOf.Field("boxed_open", ValueType.Scalar.BOOL),
                new ValueType.RecordOf.Field("lines", ValueType.Scalar.INT),
                new ValueType.RecordOf.Field("words", ValueType.Scalar.INT),
                new ValueType.RecordOf.Field("ratio", ValueType.Scalar.FLOAT),
                new ValueType.RecordOf.Field("total", ValueType.Scalar.INT),
                new ValueType.RecordOf.Field("last", ValueType.Scalar.NUMBER),
                new ValueType.RecordOf.Field("rest", ValueType.Scalar.STR),
                new ValueType.RecordOf.Field("raw", ValueType.Scalar.BYTES),
                new ValueType.RecordOf.Field("anything", ValueType.Scalar.ANY),
                new ValueType.RecordOf.Field(
                    "language", new ValueType.EnumOf(List.of("en", "old_english", "de_alt"))),
                new ValueType.RecordOf.Field(
                    "span",
                    new ValueType.RecordOf(
                        List.of(
                            new ValueType.RecordOf.Field("start_index", ValueType.Scalar.INT),
                            new ValueType.RecordOf.Field("end_index", ValueType.Scalar.INT)))),
                new ValueType.RecordOf.Field(
                    "spans",
                    new ValueType.ListOf(
                        new ValueType.RecordOf(
                            List.of(
                                new ValueType.RecordOf.Field("start_index", ValueType.Scalar.INT),
                                new ValueType.RecordOf.Field("end_index", ValueType.Scalar.INT))))),
                new ValueType.RecordOf.Field(
                    "index",
                    new ValueType.DictOf(
                        ValueType.Scalar.STR, new ValueType.ListOf(ValueType.Scalar.ANY))),
                new ValueType.RecordOf.Field(
                    "positions",
                    new ValueType.OptionalOf(
                        new ValueType.DictOf(
                            ValueType.Scalar.INT,
                            new ValueType.RecordOf(
                                List.of(
                                    new ValueType.RecordOf.Field(
                                        "start_index", ValueType.Scalar.INT),
                                    new ValueType.RecordOf.Field(
                                        "end_index", ValueType.Scalar.INT))))))));

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
        input = LINE.decode(item);
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
        boolean open = (boolean) OPEN_FIELD.get(node);
        state.put("open", Codecs.entry("open", open, BOOL));
        Boolean boxedOpen = (Boolean) BOXED_OPEN_FIELD.get(node);
        state.put("boxed_open", Codecs.entry("boxed_open", boxedOpen, BOOL));
        int lines = (int) LINES_FIELD.get(node);
        state.put("lines", Codecs.entry("lines", lines, INT32));
        long words = (long) WORDS_FIELD.get(node);
        state.put("words", Codecs.entry("words", words, INT64));
        double ratio = (double) RATIO_FIELD.get(node);
        state.put("ratio", Codecs.entry("ratio", ratio, FLOAT64));
        BigInteger total = (BigInteger) TOTAL_FIELD.get(node);
        state.put("total", Codecs.entry("total", total, BIG_INT));
        Number last = (Number) LAST_FIELD.get(node);
        state.put("last", Codecs.entry("last", last, NUMBER));
        String rest = (String) REST_FIELD.get(node);
        state.put("rest", Codecs.entry("rest", rest, STR));
        Bytes raw = (Bytes) RAW_FIELD.get(node);
        state.put("raw", Codecs.entry("raw", raw, BYTES));
        @Nullable Object anything = (@Nullable Object) ANYTHING_FIELD.get(node);
        state.put("anything", Codecs.entry("anything", anything, ANY));
        Language language = (Language) LANGUAGE_FIELD.get(node);
        state.put("language", Codecs.entry("language", language, LANGUAGE));
        Span span = (Span) SPAN_FIELD.get(node);
        state.put("span", Codecs.entry("span", span, SPAN));
        @SuppressWarnings("unchecked") // the field's own type
        List<Span> spans = (List<Span>) SPANS_FIELD.get(node);
        state.put("spans", Codecs.entry("spans", spans, LIST_OF_SPAN));
        @SuppressWarnings("unchecked") // the field's own type
        Map<String, List<@Nullable Object>> index =
            (Map<String, List<@Nullable Object>>) INDEX_FIELD.get(node);
        state.put("index", Codecs.entry("index", index, DICT_OF_STR_TO_LIST_OF_ANY));
        @SuppressWarnings("unchecked") // the field's own type
        Optional<Map<Long, Span>> positions = (Optional<Map<Long, Span>>) POSITIONS_FIELD.get(node);
        state.put(
            "positions", Codecs.entry("positions", positions, OPTIONAL_DICT_OF_INT64_TO_SPAN));
      } catch (ValueException e) {
        throw e.in("state");
      }
      return state;
    }

    @Override
    public void restore(Map<String, ? extends @Nullable Object> state) {
      try {
        Map<?, ?> dict = Codecs.dictFor(STATE, state);
        boolean open = Codecs.field(dict, "open", BOOL);
        Boolean boxedOpen = Codecs.field(dict, "boxed_open", BOOL);
        int lines = Codecs.field(dict, "lines", INT32);
        long words = Codecs.field(dict, "words", INT64);
        double ratio = Codecs.field(dict, "ratio", FLOAT64);
        BigInteger total = Codecs.field(dict, "total", BIG_INT);
        Number last = Codecs.field(dict, "last", NUMBER);
        String rest = Codecs.field(dict, "rest", STR);
        Bytes raw = Codecs.field(dict, "raw", BYTES);
        @Nullable Object anything = Codecs.field(dict, "anything", ANY);
        Language language = Codecs.field(dict, "language", LANGUAGE);
        Span span = Codecs.field(dict, "span", SPAN);
        List<Span> spans = Codecs.field(dict, "spans", LIST_OF_SPAN);
        Map<String, List<@Nullable Object>> index =
            Codecs.field(dict, "index", DICT_OF_STR_TO_LIST_OF_ANY);
        Optional<Map<Long, Span>> positions =
            Codecs.field(dict, "positions", OPTIONAL_DICT_OF_INT64_TO_SPAN);
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
        throw e.in("state");
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
        return WORD.encode(output);
      } catch (ValueException e) {
        throw e.in("out");
      }
    }
  }

  private static final class SpanCodec implements Codec<Span> {
    private static final ValueType.RecordOf TYPE =
        new ValueType.RecordOf(
            List.of(
                new ValueType.RecordOf.Field("start_index", ValueType.Scalar.INT),
                new ValueType.RecordOf.Field("end_index", ValueType.Scalar.INT)));

    @Override
    public ValueType type() {
      return TYPE;
    }

    @Override
    public Span decode(@Nullable Object value) {
      Map<?, ?> dict = Codecs.dictFor(TYPE, value);
      return new Span(
          Codecs.field(dict, "start_index", INT32), Codecs.field(dict, "end_index", INT32));
    }

    @Override
    public Object encode(Span value) {
      Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
      dict.put("start_index", Codecs.entry("start_index", value.startIndex(), INT32));
      dict.put("end_index", Codecs.entry("end_index", value.endIndex(), INT32));
      return dict;
    }
  }

  private static final class LineCodec implements Codec<WordsNode.Line> {
    private static final ValueType.RecordOf TYPE =
        new ValueType.RecordOf(
            List.of(
                new ValueType.RecordOf.Field("line_text", ValueType.Scalar.STR),
                new ValueType.RecordOf.Field(
                    "language", new ValueType.EnumOf(List.of("en", "old_english", "de_alt"))),
                new ValueType.RecordOf.Field(
                    "position",
                    new ValueType.RecordOf(
                        List.of(
                            new ValueType.RecordOf.Field("start_index", ValueType.Scalar.INT),
                            new ValueType.RecordOf.Field("end_index", ValueType.Scalar.INT))))));

    @Override
    public ValueType type() {
      return TYPE;
    }

    @Override
    public WordsNode.Line decode(@Nullable Object value) {
      Map<?, ?> dict = Codecs.dictFor(TYPE, value);
      return new WordsNode.Line(
          Codecs.field(dict, "line_text", STR),
          Codecs.field(dict, "language", LANGUAGE),
          Codecs.field(dict, "position", SPAN));
    }

    @Override
    public Object encode(WordsNode.Line value) {
      Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
      dict.put("line_text", Codecs.entry("line_text", value.lineText(), STR));
      dict.put("language", Codecs.entry("language", value.language(), LANGUAGE));
      dict.put("position", Codecs.entry("position", value.position(), SPAN));
      return dict;
    }
  }

  private static final class WordCodec implements Codec<WordsNode.Word> {
    private static final ValueType.RecordOf TYPE =
        new ValueType.RecordOf(
            List.of(
                new ValueType.RecordOf.Field("text", ValueType.Scalar.STR),
                new ValueType.RecordOf.Field(
                    "position",
                    new ValueType.OptionalOf(
                        new ValueType.RecordOf(
                            List.of(
                                new ValueType.RecordOf.Field("start_index", ValueType.Scalar.INT),
                                new ValueType.RecordOf.Field("end_index", ValueType.Scalar.INT))))),
                new ValueType.RecordOf.Field(
                    "language", new ValueType.EnumOf(List.of("en", "old_english", "de_alt")))));

    @Override
    public ValueType type() {
      return TYPE;
    }

    @Override
    public WordsNode.Word decode(@Nullable Object value) {
      Map<?, ?> dict = Codecs.dictFor(TYPE, value);
      return new WordsNode.Word(
          Codecs.field(dict, "text", STR),
          Codecs.field(dict, "position", OPTIONAL_SPAN),
          Codecs.field(dict, "language", LANGUAGE));
    }

    @Override
    public Object encode(WordsNode.Word value) {
      Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
      dict.put("text", Codecs.entry("text", value.text(), STR));
      dict.put("position", Codecs.entry("position", value.position(), OPTIONAL_SPAN));
      dict.put("language", Codecs.entry("language", value.language(), LANGUAGE));
      return dict;
    }
  }
}
