package dev.graft.python.host;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A str that holds a high surrogate and then a low one is two characters long in Python. Java would
 * make one of them, so it is refused wherever it stands; a whole character and halves that do not
 * meet cross. The same on every backend.
 */
interface SplitPairs {
  /** Emits what an item names. */
  String SPLITTING =
      """
      HIGH, LOW = chr(0xD83D), chr(0xDE00)
      SPLIT = HIGH + LOW
      class Splitting:
          def process(self, item):
              return {
                  "str": lambda: SPLIT,
                  "in a str": lambda: "caf\\u00e9 " + SPLIT + "!",
                  "list": lambda: ["a", {"b": (1, SPLIT)}],
                  "strs": lambda: ["a", "b", SPLIT],
                  "value": lambda: {"a": 1, "b": SPLIT},
                  "key": lambda: {"k": {SPLIT: 1}},
                  "set": lambda: {SPLIT},
                  "whole": lambda: "\\U0001F600",
                  "halves": lambda: [LOW + HIGH, HIGH + "-" + LOW, HIGH],
                  "latin": lambda: "caf\\u00e9",
                  "yields": lambda: (value for value in ("a", SPLIT, "b")),
                  "fails": lambda: fail(SPLIT),
                  "keep": self.keep,
              }[item]()
          def keep(self):
              self.kept = ["a", SPLIT]
      def fail(text):
          raise ValueError("no " + text)
      """;

  /** Opens the first node of a source text. */
  HostedNode node(String source) throws Exception;

  @Test
  default void aSplitPairIsRefusedWithItsPath() throws Exception {
    HostedNode node = node(SPLITTING);
    Map<String, String> paths =
        Map.of(
            "str", "out:",
            "in a str", "out:",
            "list", "out[1].b[1]:",
            "strs", "out[2]:",
            "value", "out.b:",
            "set", "out");
    paths.forEach(
        (item, path) -> {
          NodeFailure failure = failureOf(node, new ArrayList<>(), item);
          assertWithMessage(item).that(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED);
          assertWithMessage(item).that(failure.message()).startsWith(path);
          assertWithMessage(item).that(failure.message()).contains("high surrogate and then a low");
          assertWithMessage(item).that(failure.index()).isEqualTo(OptionalLong.of(0));
        });
    assertThat(failureOf(node, new ArrayList<>(), "key").kind()).isEqualTo(ErrorKind.UNSUPPORTED);
  }

  @Test
  default void whatJavaCanHoldCrosses() throws Exception {
    assertThat(Nodes.process(node(SPLITTING), "whole", "halves", "latin"))
        .containsExactly(
            "\ud83d\ude00", List.of("\ude00\ud83d", "\ud83d-\ude00", "\ud83d"), "caf\u00e9")
        .inOrder();
  }

  @Test
  default void ofManyOutputsOnlyTheRefusedOneIsMissing() throws Exception {
    HostedNode node = node(SPLITTING);
    List<@Nullable Object> outputs = new ArrayList<>();
    NodeFailure failure = failureOf(node, outputs, "latin", "whole", "str", "latin");
    assertThat(failure.index()).isEqualTo(OptionalLong.of(2));
    assertThat(outputs).containsExactly("caf\u00e9", "\ud83d\ude00").inOrder();
    outputs.clear();
    assertThat(failureOf(node, outputs, "yields").message()).startsWith("out:");
    assertThat(outputs).containsExactly("a");
    assertThat(Nodes.process(node, "latin")).containsExactly("caf\u00e9");
  }

  @Test
  default void aMessageShowsTheCharacter() throws Exception {
    NodeFailure failure = failureOf(node(SPLITTING), new ArrayList<>(), "fails");
    assertThat(failure.message()).isEqualTo("no \ud83d\ude00");
    assertThat(failure.traceback().orElse("")).contains("ValueError: no \ud83d\ude00");
  }

  @Test
  default void noStateHoldsIt() throws Exception {
    HostedNode node = node(SPLITTING);
    assertThat(Nodes.process(node, "keep")).isEmpty();
    NodeFailure failure = assertThrows(NodeFailureException.class, () -> node.snapshot()).failure();
    assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED);
    assertThat(failure.message()).contains("kept[1]: holds a high surrogate");
  }

  private static NodeFailure failureOf(
      HostedNode node, List<@Nullable Object> outputs, @Nullable Object... items) {
    return assertThrows(
            NodeFailureException.class, () -> node.process(Nodes.batch(items), outputs::add))
        .failure();
  }
}
