package dev.graft.nodes.text;

import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.node.Emitter;
import dev.graft.node.Transform;
import dev.graft.py.PyStr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Joins pieces of text and emits whole sentences. What is no text passes untouched; an end token in
 * a text ends the sentence before it and follows it.
 *
 * <p>A number such as 3.14 is cut at its dot: what ends a sentence is known by its characters
 * alone.
 */
@Node(
    id = "text-collector",
    version = "1.0",
    summary = "Joins pieces of text and emits whole sentences.",
    category = "text",
    effects = Node.Effects.NONE)
@Example(
    title = "The end emits what is left.",
    items = {"\"Hello wor\"", "\"ld. How are you? I\"", "\" am\""},
    outputs = {"\"Hello world.\"", "\"How are you?\"", "\"I am\""})
public final class TextCollectorNode implements Transform<@Nullable Object, @Nullable Object> {
  private static final Set<String> END_TOKENS = Set.of("<|text_end|>", "<|audio_end|>");
  private static final Pattern TOKEN = Pattern.compile("<\\|[A-Za-z0-9_]+\\|>");

  private final Set<Integer> boundaries;
  private final int min;
  private final boolean yieldsRest;
  @State private String buffer = "";

  /** A node. */
  public TextCollectorNode(Params params) {
    boundaries = params.boundaries().codePoints().boxed().collect(Collectors.toSet());
    // No text in Java is longer than an int says.
    min = params.minSentenceLength().min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    yieldsRest = params.yieldPartialOnEnd();
  }

  @Override
  @SuppressWarnings("NullAway") // an Emitter<? super @Nullable Object> takes what may be null
  public void process(@Nullable Object item, Emitter<? super @Nullable Object> out) {
    if (!(item instanceof String text)) {
      out.emit(item);
      return;
    }
    // All at once, so that the state is right wherever the consumer stops.
    Pieces pieces = new Pieces(buffer);
    Matcher token = TOKEN.matcher(text);
    StringBuilder piece = new StringBuilder();
    int start = 0;
    while (token.find()) {
      append(piece, text.substring(start, token.start()));
      start = token.end();
      if (END_TOKENS.contains(token.group())) {
        pieces.take(piece.toString());
        pieces.end();
        pieces.outputs.add(token.group());
        piece.setLength(0);
      }
    }
    append(piece, text.substring(start));
    pieces.take(piece.toString());
    buffer = pieces.rest;
    emit(pieces.outputs, out);
  }

  @Override
  public void flush(Emitter<? super @Nullable Object> out) {
    Pieces pieces = new Pieces(buffer);
    pieces.end();
    buffer = pieces.rest;
    emit(pieces.outputs, out);
  }

  private static void append(StringBuilder piece, String part) {
    // What stood on both sides of a deleted token meets here.
    String joined = PyStr.concat(piece.toString(), part);
    piece.setLength(0);
    piece.append(joined);
  }

  private static void emit(List<String> outputs, Emitter<? super @Nullable Object> out) {
    for (String output : outputs) {
      if (!out.emit(output)) {
        return;
      }
    }
  }

  /** What becomes of the buffer while one item is taken; the node has it only at the end. */
  private final class Pieces {
    private final List<String> outputs = new ArrayList<>();
    private String rest;

    Pieces(String rest) {
      this.rest = rest;
    }

    /** Joins a piece to the rest and takes off the sentences that end in it. */
    void take(String piece) {
      String text = PyStr.concat(rest, piece);
      int position = rest.length();
      int cut = 0;
      while (position < text.length()) {
        if (!isBoundary(text, position)) {
          position = next(text, position);
          continue;
        }
        while (position < text.length() && isBoundary(text, position)) {
          position = next(text, position);
        }
        String candidate = PyStr.strip(text.substring(cut, position));
        if (PyStr.length(candidate) >= min) {
          outputs.add(candidate);
          cut = position;
        }
      }
      rest = text.substring(cut);
    }

    /** Gives up the rest. */
    void end() {
      String last = PyStr.strip(rest);
      if (yieldsRest && !last.isEmpty()) {
        outputs.add(last);
      }
      rest = "";
    }

    private boolean isBoundary(String text, int at) {
      return boundaries.contains(text.codePointAt(at));
    }

    private int next(String text, int at) {
      return at + Character.charCount(text.codePointAt(at));
    }
  }

  /** The parameters. */
  public record Params(
      @Param(
              doc = "The characters that end a sentence.",
              defaultValue = ".!?;\n",
              pattern = "(?s).+")
          String boundaries,
      @Param(
              doc = "The fewest characters of a sentence; a shorter one joins the next.",
              defaultValue = "3",
              min = "1")
          BigInteger minSentenceLength,
      @Param(doc = "Whether the end emits what is no whole sentence.", defaultValue = "true")
          boolean yieldPartialOnEnd) {}
}
