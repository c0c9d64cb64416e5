package dev.graft.processor;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.params.InvalidParamsException;
import dev.graft.params.Violation;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeInstance;
import dev.graft.value.Bytes;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is generated does what it says, for every type and every shape. */
final class GeneratedCodeRunsTest {
  private static final Map<String, Object> SPAN = Map.of("start_index", 0L, "end_index", 2L);

  private static final NodeFactory WORDS =
      CompiledFactories.load("types", "audio.text.WordsNodeFactory");

  private static Map<String, @Nullable Object> wordsParams() {
    Map<String, @Nullable Object> params = new HashMap<>();
    params.put("stop_words", List.of("a"));
    params.put("replacements", new HashMap<>(Map.of("b", "c")));
    params.put("window", SPAN);
    params.put("anything", null);
    return params;
  }

  @Test
  void recordsAndEnumsCrossInBothDirections() {
    List<@Nullable Object> out = new ArrayList<>();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("line_text", "to be");
    line.put("language", "old_english");
    line.put("position", SPAN);
    try (NodeInstance node = WORDS.create(wordsParams())) {
      node.process(line, out::add);
    }
    assertThat(out)
        .containsExactly(
            Map.of("text", "to", "position", SPAN, "language", "old_english"),
            Map.of("text", "be", "position", SPAN, "language", "old_english"));
    Map<?, ?> first = (Map<?, ?>) Objects.requireNonNull(out.get(0));
    assertThat(List.copyOf(first.keySet()))
        .containsExactly("text", "position", "language")
        .inOrder();
  }

  @Test
  void badInputNamesItsPath() {
    try (NodeInstance node = WORDS.create(wordsParams())) {
      Map<String, Object> badSpan = Map.of("start_index", 0L, "end_index", "x");
      Map<String, Object> line = Map.of("line_text", "a", "language", "en", "position", badSpan);
      ValueException thrown =
          assertThrows(ValueException.class, () -> node.process(line, item -> true));
      assertThat(thrown.path()).isEqualTo("in.position.end_index");
      assertThat(thrown.kind()).isEqualTo(ErrorKind.TYPE);
    }
  }

  @Test
  void badInputIsExplained() {
    Map<String, Object> good = Map.of("line_text", "a", "language", "en", "position", SPAN);
    assertThat(refusal(WORDS, 1L)).startsWith("in: expected dict {line_text: str, language: one");
    assertThat(refusal(WORDS, with(good, "language", "fr")))
        .isEqualTo("in.language: expected one of en, old_english, de_alt, got str \"fr\"");
    assertThat(refusal(WORDS, with(good, "line_text", null)))
        .isEqualTo("in.line_text: expected str, got none");
    assertThat(refusal(WORDS, with(good, "lang", "en")))
        .isEqualTo("in.lang: unknown key; known are line_text, language, position");
    Map<String, Object> misspelt = new HashMap<>(with(good, "lang", "en"));
    misspelt.remove("language");
    assertThat(refusal(WORDS, misspelt))
        .isEqualTo("in.lang: unknown key; known are line_text, language, position");
    misspelt.remove("lang");
    assertThat(refusal(WORDS, misspelt))
        .isEqualTo("in.language: missing, expected one of en, old_english, de_alt");
  }

  private String refusal(NodeFactory factory, Object item) {
    try (NodeInstance node = factory.create(wordsParams())) {
      ValueException thrown =
          assertThrows(ValueException.class, () -> node.process(item, it -> true));
      return String.valueOf(thrown.getMessage());
    }
  }

  private static Map<String, Object> with(
      Map<String, Object> map, String key, @Nullable Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(map);
    copy.put(key, value);
    return copy;
  }

  @Test
  void badStateNamesItsPathInEveryContainer() {
    try (NodeInstance node = WORDS.create(wordsParams())) {
      Map<String, @Nullable Object> state = new LinkedHashMap<>(node.snapshot());
      assertThat(restoring(node, state, "index", Map.of("a b", List.of(1L), "c", "x")))
          .isEqualTo("state.index.c: expected list[any], got str \"x\"");
      assertThat(restoring(node, state, "index", Map.of(1L, List.of())))
          .isEqualTo("state.index[1]: expected str, got int 1");
      assertThat(restoring(node, state, "positions", Map.of(1L, Map.of())))
          .isEqualTo("state.positions[1].start_index: missing, expected int");
      assertThat(restoring(node, state, "spans", Tuple.of()))
          .isEqualTo(
              "state.spans: expected list[{start_index: int, end_index: int}], got tuple of 0");
      state.remove("positions");
      state.remove("anything");
      assertThat(restoring(node, state, "open", true))
          .isEqualTo("state.anything: missing, expected any");
      state.put("anything", null);
      node.restore(state);
      assertThat(node.snapshot()).containsEntry("positions", null);
    }
  }

  private static String restoring(
      NodeInstance node, Map<String, @Nullable Object> state, String field, Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(state);
    changed.put(field, value);
    return String.valueOf(
        assertThrows(ValueException.class, () -> node.restore(changed)).getMessage());
  }

  @Test
  void stateOfEveryTypeIsSavedAndRestored() {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    state.put("open", true);
    state.put("boxed_open", true);
    state.put("lines", 3L);
    state.put("words", 4L);
    state.put("ratio", -0.0);
    state.put("total", BigInteger.TEN.pow(30));
    state.put("last", 2.5);
    state.put("rest", "r");
    state.put("raw", Bytes.copyOf(new byte[] {1, 2}));
    state.put("anything", List.of(1L));
    state.put("language", "de_alt");
    state.put("span", SPAN);
    state.put("spans", List.of(SPAN, SPAN));
    state.put("index", Map.of("a", Arrays.asList(1L, null)));
    state.put("positions", Map.of(7L, SPAN));
    try (NodeInstance node = WORDS.create(wordsParams())) {
      node.restore(state);
      assertThat(node.snapshot()).isEqualTo(state);
      assertThat(List.copyOf(node.snapshot().keySet()))
          .containsExactlyElementsIn(state.keySet())
          .inOrder();
      Map<String, @Nullable Object> wrong = new LinkedHashMap<>(state);
      wrong.put("lines", 9L);
      wrong.put("spans", List.of(SPAN, Map.of("start_index", 1L)));
      ValueException thrown = assertThrows(ValueException.class, () -> node.restore(wrong));
      assertThat(thrown.path()).isEqualTo("state.spans[1].end_index");
      assertThat(node.snapshot()).isEqualTo(state);
    }
  }

  @Test
  void allWrongParametersAreReportedAtOnce() {
    Map<String, @Nullable Object> params = wordsParams();
    params.put("max_words", 101L);
    params.put("min_ratio", 3.0);
    params.put("max_total", BigInteger.TEN.pow(40));
    params.put("max_length", BigInteger.TEN.pow(40));
    params.put("window", Map.of("start_index", 0L, "end_index", BigInteger.TEN.pow(40)));
    params.put("strict", true);
    params.remove("stop_words");
    InvalidParamsException thrown =
        assertThrows(InvalidParamsException.class, () -> WORDS.create(params));
    assertThat(thrown.violations().stream().map(Violation::path).toList())
        .containsExactly(
            "params.strict",
            "params.max_words",
            "params.stop_words",
            "params.min_ratio",
            "params.max_length",
            "params.window.end_index");
  }

  @Test
  void sourceRunsAtTheEndOfInputAndStopsWhenNoMoreIsWanted() {
    NodeFactory tone = CompiledFactories.load("source", "audio.ToneNodeFactory");
    List<@Nullable Object> out = new ArrayList<>();
    try (NodeInstance node = tone.create(Map.of("samples", 100L))) {
      NodeException thrown =
          assertThrows(NodeException.class, () -> node.process(1L, item -> true));
      assertThat(thrown.kind()).isEqualTo(ErrorKind.STATE);
      node.flush(
          item -> {
            out.add(item);
            return out.size() < 3;
          });
    }
    assertThat(out).hasSize(3);
  }

  @Test
  void sinkTakesAndEmitsNothing() {
    NodeFactory log = CompiledFactories.load("sink", "audio.LogNodeFactory");
    try (NodeInstance node = log.create(Map.of("password", "abc"))) {
      node.process(Map.of("a", 1L), item -> true);
      node.flush(item -> true);
      assertThat(node.snapshot()).containsExactly("written", 1L);
      ValueException thrown =
          assertThrows(ValueException.class, () -> node.process(Map.of("a", 1.0), item -> true));
      assertThat(thrown.path()).isEqualTo("in.a");
    }
    assertThrows(InvalidParamsException.class, () -> log.create(Map.of("password", "ab")));
  }
}
