package audio.text;

import audio.shared.Language;
import audio.shared.Span;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.value.Bytes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Uses every type there is. */
@Node(
    id = "words",
    version = "1.0",
    summary = "Cuts texts into words.",
    effects = Node.Effects.NONE)
public final class WordsNode implements Transform<WordsNode.Line, WordsNode.Word> {
  @State private boolean open;
  @State private Boolean boxedOpen = false;
  @State private int lines;
  @State private long words;
  @State private double ratio;
  @State private BigInteger total = BigInteger.ZERO;
  @State private Number last = 0L;
  @State private String rest = "";
  @State private Bytes raw = Bytes.copyOf(new byte[0]);
  @State private Object anything = "";
  @State private Language language = Language.EN;
  @State private Span span = new Span(0, 0);
  @State private List<Span> spans = new ArrayList<>();
  @State private Map<String, List<Object>> index = new LinkedHashMap<>();
  @State private Optional<Map<Long, Span>> positions = Optional.empty();

  private final Params values;

  WordsNode(Params params) {
    this.values = params;
  }

  @Override
  public void process(Line item, Emitter<? super Word> out) {
    lines++;
    for (String word : item.lineText().split(" ", -1)) {
      words++;
      out.emit(new Word(word, Optional.of(new Span(0, word.length())), item.language()));
    }
  }

  record Params(
      @Param(doc = "Whether to be strict.", defaultValue = "true") boolean strictMode,
      @Param(doc = "How many.", defaultValue = "3", min = "1", max = "100") int maxWords,
      @Param(doc = "How long.", defaultValue = "9000000000") long maxLength,
      @Param(doc = "How large.", defaultValue = "123456789012345678901234567890")
          BigInteger maxTotal,
      @Param(doc = "How much.", defaultValue = "-0.5", atMost = "max_ratio") double minRatio,
      @Param(doc = "How much.", defaultValue = "2") Number maxRatio,
      @Param(doc = "The first.", defaultValue = "old_english") Language defaultLanguage,
      @Param(doc = "What to skip.") List<String> stopWords,
      @Param(doc = "What to replace.") Map<String, Optional<String>> replacements,
      @Param(doc = "Where to look.") Span window,
      @Param(doc = "Anything else.") Object anything,
      @Param(doc = "Some bytes.") Optional<Bytes> params) {}

  record Line(String lineText, Language language, Span position) {}

  record Word(String text, Optional<Span> position, Language language) {}
}
